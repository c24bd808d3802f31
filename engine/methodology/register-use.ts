/** Which bodies of a register a methodology assesses, and what becomes of reorganised ones. */
import type { Expression } from '../expression/expression.js'
import type { Path } from '../source/path.js'
import type { Reading } from './legal-basis.js'

export interface RegisterUse {
  readonly id: string
  readonly inForce:
    | { readonly kind: 'on-day'; /** As `12-31`. */ readonly day: string }
    | { readonly kind: 'during-year' }
  /** Over the attributes; null: all bodies. */
  readonly where: Expression | null
  readonly whereText: string | null
  readonly reorganised: readonly Reorganisation[]
  readonly at: Path
}

/** What becomes of bodies whose last day lies in a period of the reporting year. */
export interface Reorganisation {
  /** First and last day, as `01-01`. */
  readonly from: string
  readonly to: string
  readonly then: 'joined-to-successor' | 'not-scored'
  readonly reading: Reading
}

/** What becomes of the figure of a body that is joined to another. */
export interface Joining {
  readonly how: 'given' | 'add' | 'worst' | 'append'
  /** Which figure is the better one; null where nothing is said. */
  readonly better: 'more' | 'less' | null
}
