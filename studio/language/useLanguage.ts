/** The language that is shown, kept for the next visit; switching loads its words and nothing else. */
import { inject, readonly, shallowRef, type InjectionKey, type Ref } from 'vue'

import { keepText, keptText } from '../kept/browser-storage.js'
import { loadMessages, type StudioI18n } from './i18n.js'
import { isLanguage, preferredLanguage, type Language } from './languages.js'

export interface LanguageChoice {
  readonly language: Readonly<Ref<Language>>
  readonly choose: (language: Language) => Promise<void>
}

export const LANGUAGE: InjectionKey<LanguageChoice> = Symbol('language')

const KEPT_AS = 'olshem.language'

export function keptLanguage(): Language {
  const kept = keptText(KEPT_AS)
  return isLanguage(kept) ? kept : preferredLanguage(navigator.languages)
}

export function openLanguage(i18n: StudioI18n): LanguageChoice {
  const language = shallowRef(i18n.global.locale.value as Language)
  document.documentElement.lang = language.value
  return {
    language: readonly(language),
    async choose(chosen) {
      await loadMessages(i18n, chosen)
      i18n.global.locale.value = chosen
      language.value = chosen
      document.documentElement.lang = chosen
      keepText(KEPT_AS, chosen)
    },
  }
}

export function useLanguage(): LanguageChoice {
  const choice = inject(LANGUAGE)
  if (!choice) throw new Error('useLanguage is for components of the studio.')
  return choice
}
