/** One data set in columns: what the evaluators over columns read. */
import type { Numeric } from '../../number/numeric.js'

/**
 * Without loss: a double holds any decimal of up to 15 significant digits, and
 * longer numbers stand beside it.
 */
export interface ColumnData {
  readonly year: number
  /** Ids of the bodies, in the order of their rows. */
  readonly ids: readonly string[]
  /** Names of the bodies; empty where none is known. */
  readonly names: readonly (string | null)[]
  /** Name of the level ('' the bodies, `goals`, `goals.indicators`) -> how its rows lie. */
  readonly levels: ReadonlyMap<string, LevelRows>
  /** Name of the input (`kind`, `goals.indicators.plan`) -> its column. */
  readonly inputs: ReadonlyMap<string, InputColumn>
  /** As `gdp 1 year before` -> the figures of an earlier year; none where nothing is known of it. */
  readonly previous: ReadonlyMap<string, InputColumn>
}

export interface LevelRows {
  readonly count: number
  /** Rows of the parent's row p are offsets[p] .. offsets[p + 1] - 1; of the bodies [0, count]. */
  readonly offsets: Int32Array
  /** Ids of the rows of a table; empty where none has one. */
  readonly ids: readonly (string | null)[]
}

export interface InputColumn {
  /** NaN: absent. Truth values are 1 and 0; words are their index in `words`. */
  readonly values: Float64Array
  readonly words: readonly string[] | null
  /** Row -> the number, where it has more than 15 significant digits. */
  readonly exact: ReadonlyMap<number, Numeric>
  /** 1 in rows that are not applicable, and so absent; null: none is. */
  readonly notApplicable: Uint8Array | null
  /** True where empty cells that mean something have been filled with it. */
  readonly isFilled: boolean
}

/** A column of numbers or truth values as they stand in the data. */
export function inputColumn(
  values: Float64Array,
  words: readonly string[] | null = null,
): InputColumn {
  return { values, words, exact: NOTHING, notApplicable: null, isFilled: false }
}

const NOTHING: ReadonlyMap<number, Numeric> = new Map()
