/** What the studio knows of the sentences of the engine is complete in both languages, and reads what it says. */
import { describe, expect, it } from 'vitest'

import { MESSAGES, MISSING_REASONS } from '../../../engine/index.js'
import { PROBLEMS } from '../../../server/http/problems/codes.js'
import { sayings as english } from '../../../studio/messages/en/sayings/index.js'
import * as kk from '../../../studio/messages/kk/sayings/index.js'
import * as ru from '../../../studio/messages/ru/sayings/index.js'
import {
  parseTemplate,
  valuesOf,
} from '../../../studio/engine-words/template.js'
import { bookOf, LANGUAGES, textOf } from './books.js'

const areas = Object.entries(english) as [
  keyof typeof english,
  Readonly<Record<string, string>>,
][]
const SENTENCES = areas.flatMap(([area, sentences]) =>
  Object.entries(sentences).map(([key, sentence]) => ({ area, key, sentence })),
)

const names = (text: string) =>
  [...new Set(valuesOf(parseTemplate(text)).map(({ name }) => name))].sort()

function own(language: 'kk' | 'ru', { area, key }: (typeof SENTENCES)[number]) {
  const words: Readonly<Record<string, string>> = (language === 'kk' ? kk : ru)
    .sayings[area]
  return words[key] ?? ''
}

/** Names that say nothing by themselves, and signs. */
const SAME_EVERYWHERE = /^(\P{L}|\{\w+[!#*~]?\})*$/u

describe.each(LANGUAGES)('a saying in %s', (language) => {
  it('puts in no value that the sentence of the engine does not have', () => {
    const strange = SENTENCES.filter((each) => {
      const known = names(each.sentence)
      return names(own(language, each)).some((name) => !known.includes(name))
    })
    expect(strange).toEqual([])
  })

  it('is translated', () => {
    const left = SENTENCES.filter(
      (each) =>
        own(language, each) === each.sentence &&
        !SAME_EVERYWHERE.test(each.sentence),
    )
    expect(left).toEqual([])
  })

  it('is found for every sentence, with its values', () => {
    const book = bookOf(language)
    const unread = SENTENCES.filter(({ sentence }) => {
      const said = book.say(sampleOf(sentence))
      return said.some(({ isEnglish }) => isEnglish)
    }).map(({ area, key }) => `${area}.${key}`)
    expect(unread).toEqual([])
  })

  it('is there for every reason of a missing value, alone and with what is known beyond it', () => {
    const book = bookOf(language)
    for (const reason of Object.values(MISSING_REASONS)) {
      expect(textOf(book.say(reason))).not.toContain(reason)
      expect(textOf(book.say(`gdp: ${reason}: 1 / 0`))).not.toContain(reason)
    }
  })

  it('is there for every refusal of the server and its mend', () => {
    const book = bookOf(language)
    for (const { title, mend } of Object.values(PROBLEMS)) {
      for (const sentence of [title, mend]) {
        expect(book.say(sentence).every(({ isEnglish }) => !isEnglish)).toBe(
          true,
        )
        expect(textOf(book.say(sentence))).not.toBe(sentence)
      }
    }
  })
})

describe('the words for a mistake', () => {
  it('are there for every code, and put in the same values in both languages', () => {
    for (const code of Object.keys(MESSAGES) as (keyof typeof MESSAGES)[]) {
      expect(names(ru.mistakes[code])).toEqual(names(kk.mistakes[code]))
    }
  })
})

/** Each value by something of its kind; optional parts are left out. */
function sampleOf(sentence: string): string {
  const samples = {
    plain: 'x1',
    word: 'x1',
    decimal: '7',
    sentence: 'a number',
    file: 'x1',
  }
  return parseTemplate(sentence)
    .map((piece) => {
      if (piece.kind === 'text') return piece.text
      return piece.kind === 'value' ? samples[piece.as] : ''
    })
    .join('')
}
