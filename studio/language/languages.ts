/** The languages of the studio, in the order in which they are offered. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

/** As each names itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  kk: 'Қазақша',
  ru: 'Русский',
  en: 'English',
}

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((each) => each === text)
}

/** What a browser prefers, as far as the studio speaks it; English otherwise. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const each of wanted) {
    const [language] = each.toLowerCase().split('-')
    if (isLanguage(language)) return language
  }
  return 'en'
}
