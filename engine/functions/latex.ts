/** How a function says that it is written as mathematics. */

/** An argument as LaTeX. */
export interface LatexPart {
  /** For places with borders of their own: between bars, under a root. */
  readonly loose: string
  /** In brackets where it is a sum or weaker: behind a sign of a function. */
  readonly tight: string
  /** In brackets where it is not a single thing: what has an index or exponent. */
  readonly single: string
}

export interface LatexForm {
  /** How strongly the result holds together; a single thing where nothing is said. */
  readonly binds?: 'product' | 'power' | 'single'
  /**
   * @param rows - of an aggregate: the table whose rows are looked at, as LaTeX
   */
  readonly write: (parts: readonly LatexPart[], rows: string) => string
}

const loose = (parts: readonly LatexPart[], index: number): string =>
  parts[index]?.loose ?? ''

/** Between two signs: |x|, the root of x. */
export function enclosed(before: string, after: string): LatexForm {
  return { write: (parts) => `${before}${loose(parts, 0)}${after}` }
}

/** A name that mathematics writes upright, with its arguments in brackets. */
export function operator(sign: string): LatexForm {
  return {
    write: (parts) =>
      `${sign}\\left(${parts.map((part) => part.loose).join(', ')}\\right)`,
  }
}

/** A large sign with the table below it: a sum, a product. */
export function overRows(sign: string): LatexForm {
  return {
    binds: 'product',
    write: (parts, rows) => `${sign}_{${rows}} ${parts[0]?.tight ?? ''}`,
  }
}
