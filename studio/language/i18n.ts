/** The words of the studio: each language is loaded when it is first shown. */
import { createI18n, type I18n } from 'vue-i18n'

import type { Messages } from '../messages/en/index.js'
import { LANGUAGES, type Language } from './languages.js'
import { russianPlural } from './plural.js'

declare module 'vue-i18n' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- how vue-i18n is told of the keys
  export interface DefineLocaleMessage extends Messages {}
}

const LOADERS: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: async () => (await import('../messages/en/index.js')).en,
  ru: async () => (await import('../messages/ru/index.js')).ru,
  kk: async () => (await import('../messages/kk/index.js')).kk,
}

export type StudioI18n = I18n<
  Partial<Record<Language, Messages>>,
  Record<string, never>,
  Record<string, never>,
  Language,
  false
>

export async function openI18n(language: Language): Promise<StudioI18n> {
  const i18n = createI18n({
    legacy: false,
    locale: language,
    // What is missing is seen as its key: the tests see to it that nothing is.
    fallbackLocale: [],
    messages: { [language]: await LOADERS[language]() },
    pluralRules: { ru: russianPlural },
  })
  return i18n
}

export async function loadMessages(
  { global }: StudioI18n,
  language: Language,
): Promise<void> {
  if (LANGUAGES.some((each) => each === language && hasMessages(each))) return
  global.setLocaleMessage(language, await LOADERS[language]())

  function hasMessages(each: Language): boolean {
    return Object.keys(global.getLocaleMessage(each)).length > 0
  }
}
