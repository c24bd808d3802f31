/** One step of a column program: code that is run for all rows of a level and stored. */
import type { Code, ColumnLevel, StoredColumn } from '../code/code.js'

export interface CodeStep {
  readonly kind: 'code'
  readonly level: ColumnLevel
  /** What is stored, and the code that gives it. */
  readonly stored: readonly {
    readonly column: StoredColumn
    readonly code: Code
  }[]
  /** 1 in the rows that are to be computed exactly; null where nobody asks. */
  readonly doubt: Code | null
}

/** What a step is run on. */
export interface ColumnFrame {
  /** By the index of the stored column. */
  readonly columns: Float64Array[]
  readonly settings: Float64Array
  readonly rows: ReadonlyMap<ColumnLevel, RowsOfLevel>
}

export interface RowsOfLevel {
  readonly count: number
  /** Of a table and of the bodies: rows of the parent's row p are offsets[p] .. offsets[p + 1] - 1. */
  readonly offsets: Int32Array
  /** Of a table: the row of the parent. */
  readonly parents: Int32Array
  /** Of groups: body -> group, -1 where it is in none. */
  readonly groupOf: Int32Array
  /** Of groups: the bodies of group g are members[offsets[g]] .. members[offsets[g + 1] - 1]. */
  readonly members: Int32Array
}

/** Runs a step for all its rows; gives the rows in doubt. */
export type RunStep = (frame: ColumnFrame) => readonly number[]

/** Makes steps runnable: by closures over blocks, or by generated loops. */
export interface Target {
  readonly name: string
  prepare(step: CodeStep): RunStep
}
