/** The act that a methodology puts into force, its years, and the paragraphs that its parts are read from. */
export interface Citation {
  readonly act: string
  readonly paragraph: string | null
  readonly words: string | null
}

export interface Alternative {
  readonly formula: string | null
  readonly setting: string | null
  readonly note: string
}

/** Where a rule, formula or cap comes from, and whether it was given or rebuilt. */
export interface Reading {
  readonly cite: Citation | null
  readonly mark: 'given' | 'reconstructed' | null
  readonly note: string | null
  readonly alternatives: readonly Alternative[]
}

export interface ActReference {
  readonly number: string | null
  readonly date: string | null
  readonly issuer: string | null
  readonly title: string | null
  readonly url: string | null
}

export interface Act extends ActReference {
  readonly amendedBy: readonly ActReference[]
  readonly repealedBy: ActReference | null
}

/** Reporting years: a range, open where `to` is null, or a list. */
export type Years =
  | {
      readonly kind: 'range'
      readonly from: number
      readonly to: number | null
    }
  | { readonly kind: 'list'; readonly years: readonly number[] }
