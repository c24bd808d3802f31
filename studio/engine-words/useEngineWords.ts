/** What the engine says, in the language that is shown. Its words are loaded where the first of them is needed. */
import { computed, shallowReactive, type ComputedRef } from 'vue'

import { decimalText, MORE_DIGITS } from '../format/decimal.js'
import type { Language } from '../language/languages.js'
import { useLanguage } from '../language/useLanguage.js'
import { openPhrasebook, type Phrasebook } from './phrasebook.js'

type Translated = Exclude<Language, 'en'>

const LOADERS = {
  ru: () => import('../messages/ru/sayings/index.js'),
  kk: () => import('../messages/kk/sayings/index.js'),
} as const satisfies Record<Translated, () => Promise<unknown>>

const books = shallowReactive(
  new Map<Language, Phrasebook>([['en', inOwnWords()]]),
)
const loading = new Map<Language, Promise<void>>()

/** Until the words are there the engine speaks English. */
export function useEngineWords(): ComputedRef<Phrasebook> {
  const { language } = useLanguage()
  return computed(() => {
    const known = books.get(language.value)
    if (!known && language.value !== 'en') void load(language.value)
    return known ?? UNREAD
  })
}

/** One after another asks, and all get the same answer. */
export function load(language: Translated): Promise<void> {
  const begun = loading.get(language) ?? open(language)
  loading.set(language, begun)
  // What could not be loaded is asked for again.
  begun.catch(() => loading.delete(language))
  return begun
}

async function open(language: Translated): Promise<void> {
  const [english, own] = await Promise.all([
    import('../messages/en/sayings/index.js'),
    LOADERS[language](),
  ])
  const decimal = (text: string) => shortDecimal(text, language)
  books.set(language, openPhrasebook(english.sayings, { ...own, decimal }))
}

/** The engine marks digits that it cut. */
function shortDecimal(text: string, language: Language): string {
  const isCut = text.endsWith(MORE_DIGITS)
  const shown = decimalText(isCut ? text.slice(0, -1) : text, language)
  return isCut ? `${shown}${MORE_DIGITS}` : shown
}

function inOwnWords(): Phrasebook {
  return {
    say: (text) => [{ text, isEnglish: false }],
    sayMistake: ({ message: text }) => [{ text, isEnglish: false }],
  }
}

const UNREAD: Phrasebook = {
  say: (text) => [{ text, isEnglish: true }],
  sayMistake: ({ message: text }) => [{ text, isEnglish: true }],
}
