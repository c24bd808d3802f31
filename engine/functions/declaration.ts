/**
 * How a function of the formula language describes itself. The checker, its
 * messages, the reference and the editor read these declarations; nothing about
 * a function is written twice.
 */
import type { Builder } from '../columns/code/builder.js'
import type { Code } from '../columns/code/code.js'
import type { ColumnRows } from '../columns/lowering/column-rows.js'
import type { MissingReason } from '../missing-reason.js'
import type { Fault, Numeric } from '../number/numeric.js'
import type { Value } from '../value.js'
import type { LatexForm } from './latex.js'

export interface Parameter {
  readonly name: string
  /**
   * `any`: a number, a level, a boolean or a date; all `any` of one call agree.
   * `ordered`: a number or a level of a scale; all `ordered` of one call agree.
   */
  readonly type: 'number' | 'boolean' | 'any' | 'ordered' | 'word'
  /** For the reader: what it is, its unit, its range. */
  readonly says: string
  /** Checked when the file is loaded where the argument is constant, else when it is computed. */
  readonly range?: {
    readonly least?: number
    readonly most?: number
    readonly whole?: boolean
  }
  /** The words that a `word` parameter takes. */
  readonly words?: readonly string[]
  readonly optional?: boolean
}

interface Described {
  readonly name: string
  /** One sentence for the reference and the editor: what it gives, and the formula in plain ASCII. */
  readonly says: string
  /** What absent arguments do, in one sentence. */
  readonly absence: string
  /** Author, year, page, where the formula is not common knowledge. */
  readonly source?: string
  /** As mathematics; its name upright with its arguments in brackets where nothing is said. */
  readonly latex?: LatexForm
  /** Worked by hand; every one is run by the tests. Arguments that are lists stand for a column of a table. */
  readonly examples: readonly {
    readonly call: string
    readonly gives: string
    readonly note?: string
  }[]
}

/** Computed from numbers of one row. */
export interface NumberFunction extends Described {
  readonly kind: 'number'
  /** Of levels, for functions that take them; as of an aggregate. */
  readonly ofLevels?: (places: readonly number[]) => number
  readonly parameters: readonly Parameter[]
  /** The last parameter may be repeated. */
  readonly repeats?: boolean
  /** Arguments in the order of the parameters, words (for `word` parameters) as text; all present. */
  readonly compute: (
    ...args: readonly (Numeric | string)[]
  ) => Numeric | Fault | MissingReason
  /**
   * The same over columns of doubles; absent (NaN) where an argument is, and where
   * `compute` has no result. Of levels the arguments are their places. null: these
   * arguments are computed exactly.
   */
  readonly inColumns?: (
    code: Builder,
    ...args: readonly (Code | string)[]
  ) => Code | null
}

/** Sees absent arguments itself: coalesce, isMissing. */
export interface AbsenceFunction extends Described {
  readonly kind: 'absence'
  readonly parameters: readonly Parameter[]
  readonly repeats?: boolean
  readonly returns: 'boolean' | 'as-arguments'
  /** True where the first argument that is present is the result, whatever follows. */
  readonly stopsAtPresent?: boolean
  readonly compute: (...args: readonly Value[]) => Value
}

/** Computed over the rows of a table below, or over the bodies. */
export interface AggregateFunction extends Described {
  readonly kind: 'aggregate'
  /**
   * What stands for each row: `column`s are evaluated in every row; the rows in
   * which one of them is absent are skipped.
   */
  readonly columns: readonly Parameter[]
  /** Further arguments, the same for all rows. */
  readonly settings?: readonly Parameter[]
  /** True for `count`, whose argument may also be a whole table. */
  readonly takesTable?: boolean
  /** What it is of no rows: a number, or missing. */
  readonly ofNothing: 0 | 'missing'
  /**
   * Of levels, for functions that take them: the place of the result among the
   * levels, the worst first.
   * @param places - of the rows, in no order; at least one
   */
  readonly ofLevels?: (places: readonly number[]) => number
  /** One list per column, of the rows where all columns are present (booleans for boolean columns). */
  readonly compute: (
    columns: readonly (readonly (Numeric | boolean)[])[],
    settings: readonly (Numeric | string)[],
  ) => Numeric | Fault | MissingReason
  /**
   * The same over columns of doubles, of one row or more; absent (NaN) where
   * `compute` has no result. null: these settings are computed exactly.
   */
  readonly inColumns?: (
    rows: ColumnRows,
    settings: readonly (Code | string)[],
  ) => Code | null
  /** Of levels: the place of the result, of places. */
  readonly levelsInColumns?: (rows: ColumnRows) => Code
}

/** The place of one body among all bodies by the same figure. */
export interface StandingFunction extends Described {
  readonly kind: 'standing'
  readonly parameters: readonly Parameter[]
  /**
   * @param own - the body's figure
   * @param sorted - the figures of all bodies that count, own included, smallest first
   */
  readonly compute: (
    own: Numeric,
    sorted: readonly Numeric[],
    words: readonly string[],
  ) => Numeric | Fault | MissingReason
  /** The same from how many figures are smaller, larger, and there at all, own included. */
  readonly inColumns?: (
    code: Builder,
    figures: {
      readonly below: Code
      readonly above: Code
      readonly count: Code
    },
    words: readonly string[],
  ) => Code | null
}

/** A word of the language whose argument is a name and not a value: previous, score. */
export interface NameFunction extends Described {
  readonly kind: 'name'
  readonly parameters: readonly Parameter[]
}

export type FunctionDeclaration =
  | NumberFunction
  | AbsenceFunction
  | AggregateFunction
  | StandingFunction
  | NameFunction
