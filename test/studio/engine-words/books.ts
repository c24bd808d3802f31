/** The phrasebooks of both languages, with decimals as they are. */
import {
  openPhrasebook,
  type Phrasebook,
  type Said,
} from '../../../studio/engine-words/phrasebook.js'
import { sayings } from '../../../studio/messages/en/sayings/index.js'
import * as kk from '../../../studio/messages/kk/sayings/index.js'
import * as ru from '../../../studio/messages/ru/sayings/index.js'

export const LANGUAGES = ['kk', 'ru'] as const

const decimal = (text: string) => text.replace('.', ',')
const books = {
  kk: openPhrasebook(sayings, { ...kk, decimal }),
  ru: openPhrasebook(sayings, { ...ru, decimal }),
}

export function bookOf(language: (typeof LANGUAGES)[number]): Phrasebook {
  return books[language]
}

/** What is left in English stands in angle brackets. */
export function textOf(said: readonly Said[]): string {
  return said
    .map(({ text, isEnglish }) => (isEnglish ? `<${text}>` : text))
    .join('')
}
