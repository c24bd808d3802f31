/** The steps of a column program, in the order in which they run. */
import type { LazyRun } from '../../evaluation/lazy-run.js'
import type {
  PopulationNode,
  RankingNode,
} from '../../methodology/methodology.js'
import type { Value } from '../../value.js'
import type { Code, ColumnLevel, StoredColumn } from '../code/code.js'

export type Step =
  | CodeStep
  | ExactStep
  | GroupStep
  | StandingStep
  | RankingStep
  | ExactRankingStep

/** Code that is run for all rows of a level and stored. */
export interface CodeStep {
  readonly kind: 'code'
  readonly name: string
  readonly level: ColumnLevel
  /** What is stored, and the code that gives it. */
  readonly stored: readonly {
    readonly column: StoredColumn
    readonly code: Code
  }[]
  /** 1 in the rows that are to be computed exactly; null where nobody asks. */
  readonly doubt: Code | null
  /** Where an exact value is put. */
  readonly target: ValueColumns
  readonly exact: ExactValue
}

/** A node without column code: each of its rows is computed exactly. */
export interface ExactStep {
  readonly kind: 'exact'
  readonly name: string
  readonly level: ColumnLevel
  readonly target: ValueColumns
  readonly exact: ExactValue
}

/** Puts the bodies into groups, numbered in the order of their first bodies. */
export interface GroupStep {
  readonly kind: 'group'
  readonly level: ColumnLevel
  readonly among: PopulationNode
  /** Where errors leave open whether two of these are equal, the groups are made exactly. */
  readonly by: readonly ValueColumns[]
  /** Body -> its group, and whether what the groups are made by is not applicable to it. */
  readonly groupOf: ValueColumns
}

/** Counts for each body how many figures lie below and above its own. */
export interface StandingStep {
  readonly kind: 'standing'
  readonly level: ColumnLevel
  /** The figures of the distribution, absent where a body does not count. */
  readonly figures: ValueColumns
  readonly own: ValueColumns
  /** 1 where the own figure is in doubt itself; null: nowhere. */
  readonly ownDoubt: StoredColumn | null
  /** null: all bodies are of one group. */
  readonly groupOf: ValueColumns | null
  readonly below: StoredColumn
  readonly above: StoredColumn
  readonly count: StoredColumn
  /** 1 where errors leave the counts open. */
  readonly doubt: StoredColumn
}

export interface RankingStep {
  readonly kind: 'ranking'
  readonly node: RankingNode
  /** 1 for a body that has a place, 0 for others. */
  readonly isPlaced: StoredColumn
  readonly figure: ValueColumns
  /** The further figure that ties are broken by. */
  readonly next: ValueColumns | null
  readonly groupOf: ValueColumns | null
  /** Absent where there is none. */
  readonly place: StoredColumn
  readonly below: StoredColumn
}

/** A ranking without column code. */
export interface ExactRankingStep {
  readonly kind: 'exact-ranking'
  readonly node: RankingNode
  readonly place: StoredColumn
  readonly below: StoredColumn
  /** 1 where a body is left out for a reason of the file, or not of the ranking. */
  readonly isOut: StoredColumn
}

/** Where a value of the language is stored. */
export interface ValueColumns {
  readonly value: StoredColumn
  /** null where it is never not applicable. */
  readonly notApplicable: StoredColumn | null
  /** null where the doubles are those next to the numbers. */
  readonly error: StoredColumn | null
}

/** The exact value behind a row, for where a bound cannot decide. */
export type ExactValue = (run: LazyRun, row: number) => Value

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

/** What of a code step a target needs. */
export type RunnableStep = Pick<CodeStep, 'level' | 'stored' | 'doubt'>

/** Runs a step for all its rows; gives the rows in doubt. */
export type RunStep = (frame: ColumnFrame) => readonly number[]

/** Makes steps runnable: by closures over blocks, or by generated loops. */
export interface Target {
  readonly name: string
  prepare(step: RunnableStep): RunStep
}
