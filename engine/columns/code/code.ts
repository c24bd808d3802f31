/**
 * Small numeric code over columns of doubles: what the checked formulas, criteria
 * and rules of a methodology are lowered to. Targets run it; nothing in it knows
 * of methodologies.
 *
 * NaN stands for an absent value. Truth values are 1 and 0, words their place in
 * the dictionary of the run. Not applicable is code of its own beside a value.
 */
import type { OperationName } from '../operations/table.js'
import type { ReducerName } from './reducers.js'
import type { Facts } from './facts.js'

/** The rows that a value stands on: one for the run, for each group, for each body, for each row of a table. */
export interface ColumnLevel {
  readonly name: string
  readonly kind: 'population' | 'group' | 'bodies' | 'table'
  /** The population of the bodies and of groups; the table above of a table. */
  readonly parent: ColumnLevel | null
  /** 0 of the population, 1 of groups, 2 of the bodies, 3 and more of tables. */
  readonly depth: number
  /** How many rows a row of the parent has at most. */
  readonly mostRows: number
}

/** A column that is stored, for other code to read. */
export interface StoredColumn {
  readonly index: number
  readonly name: string
  readonly level: ColumnLevel
  readonly facts: Facts
}

interface CodeBase {
  /** Unique in its program; equal code is one object. */
  readonly id: number
  readonly level: ColumnLevel
  readonly facts: Facts
}

export type Code =
  NumberCode | SettingCode | CellCode | OperationCode | ReductionCode

export interface NumberCode extends CodeBase {
  readonly kind: 'number'
  readonly value: number
  /** False where the number meant lies between two doubles. */
  readonly isExact: boolean
}

/** A number that may be changed between two runs of a program: a weight, a parameter. */
export interface SettingCode extends CodeBase {
  readonly kind: 'setting'
  readonly index: number
}

/** The value of a stored column in the own row or in an enclosing one. */
export interface CellCode extends CodeBase {
  readonly kind: 'cell'
  readonly column: StoredColumn
}

export interface OperationCode extends CodeBase {
  readonly kind: 'operation'
  readonly operation: OperationName
  readonly operands: readonly Code[]
  /** For `look-up`: the answer for each whole number. */
  readonly table: readonly number[] | null
}

/** One value made of the rows below, or of the bodies. */
export interface ReductionCode extends CodeBase {
  readonly kind: 'reduction'
  readonly reducer: ReducerName
  /** The rows that are gone through. */
  readonly over: ColumnLevel
  /** In each of these rows; null for `count`. */
  readonly of: Code | null
  /** 1 in the rows that are taken; null: all. */
  readonly mask: Code | null
  /** In the row of the result: the share of a quantile. */
  readonly share: Code | null
}
