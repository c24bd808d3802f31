/** The words that stand inside a formula written as mathematics, in English unless others are given. */

/** What stands before and behind. */
export type Around = readonly [before: string, after: string]

export interface FormulaWords {
  readonly and: string
  readonly or: string
  readonly not: Around
  readonly if: Around
  readonly otherwise: string
  readonly isMissing: Around
  readonly yes: string
  readonly no: string
}

export const ENGLISH_WORDS: FormulaWords = {
  and: 'and',
  or: 'or',
  not: ['not ', ''],
  if: ['if ', ''],
  otherwise: 'otherwise',
  isMissing: ['', ' is missing'],
  yes: 'true',
  no: 'false',
}
