/** A data set in columns, as the evaluators over columns read it. */
import type { Numeric } from '../../../engine/number/numeric.js'

/** Doubles hold decimals of up to 15 significant digits without loss; longer ones stand in `exact`. */
export interface ColumnData {
  readonly year: number
  /** Level name ('' is the bodies, `goals`, `goals.indicators`) -> how its rows lie. */
  readonly levels: ReadonlyMap<string, LevelRows>
  /** Input (`kind`, `goals.indicators.plan`) -> its column. */
  readonly inputs: ReadonlyMap<string, InputColumn>
  /** Of the bodies, in the order of the rows. */
  readonly ids: readonly string[]
  /** Of the bodies; empty where none has a name. */
  readonly names: readonly (string | null)[]
}

export interface LevelRows {
  readonly count: number
  /** The rows of the parent's row p are offsets[p] .. offsets[p + 1] - 1; of the bodies [0, count]. */
  readonly offsets: Int32Array
  /** Of nested rows; empty where none has an id. */
  readonly ids: readonly (string | null)[]
}

export interface InputColumn {
  /** NaN: absent. Booleans are 0 and 1, words places in `words`. */
  readonly values: Float64Array
  readonly words: readonly string[] | null
  /** Row -> the exact number, where no double of 15 digits holds it. */
  readonly exact: ReadonlyMap<number, Numeric>
}
