/** A title of a methodology file in the language that is shown, or visibly in another. */
import { LANGUAGES, type Language } from './languages.js'

/** As files have it: any of the languages may be absent. */
export type FileTitle =
  | {
      readonly [Each in Language]?: string | undefined
    }
  | null

export interface TitleText {
  readonly text: string
  /** Of the text. */
  readonly language: Language
  /** The file has no title in the language that was asked for. */
  readonly isFallback: boolean
}

/** @returns null where the file has no title at all */
export function titleText(
  title: FileTitle,
  language: Language,
): TitleText | null {
  for (const each of [language, ...LANGUAGES]) {
    const text = title?.[each]
    if (text !== undefined && text !== '') {
      return { text, language: each, isFallback: each !== language }
    }
  }
  return null
}
