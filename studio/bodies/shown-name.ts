/** What a body is called in the language that is shown, or visibly in another. */
import { LANGUAGES, type Language } from '../language/languages.js'
import type { RegisteredName, RegisterNames } from './register-names.js'

/** As results have it. */
export interface NamedBody {
  readonly id: string
  readonly name: string | null
}

export interface ShownName {
  readonly text: string
  /** Of the text; null where nobody says it. */
  readonly language: Language | null
  /** There is a register, and no name in the language that is shown. */
  readonly isFallback: boolean
}

/**
 * @param names - of the year; null where no register is named: then the data
 *   alone give names, in one language for every reader
 * @returns null where nobody has named the body
 */
export function shownName(
  body: NamedBody,
  names: RegisterNames | null,
  language: Language,
): ShownName | null {
  const found = registeredName(body, names)
  const wanted = found?.title[language]
  if (wanted) return { text: wanted, language, isFallback: false }
  const own = body.name ?? found?.own ?? null
  if (own === null) return null
  const spoken = languageOf(own, found)
  const isOther = names !== null && spoken !== null && spoken !== language
  return { text: own, language: spoken, isFallback: isOther }
}

/** Of several in one year the one that the result has taken, else the last. */
function registeredName(
  { id, name }: NamedBody,
  names: RegisterNames | null,
): RegisteredName | undefined {
  const ofYear = names?.get(id) ?? []
  return ofYear.find(({ own }) => own === name) ?? ofYear.at(-1)
}

/** As the register says; else names in Latin letters are English, as those of the engine are. */
function languageOf(
  name: string,
  found: RegisteredName | undefined,
): Language | null {
  const said = LANGUAGES.find((each) => found?.title[each] === name)
  if (said) return said
  return /\p{Script=Cyrillic}/u.test(name) ? null : 'en'
}
