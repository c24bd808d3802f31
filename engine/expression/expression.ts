/**
 * A checked formula: every name resolved, every type known. Evaluators, printers
 * and other targets read this tree; none of them looks at text again.
 */
import type {
  Level,
  Column,
  DistributionNode,
  Parameter,
  PopulationNode,
} from '../methodology/methodology.js'
import type { KeyedTable } from '../methodology/keyed-rows.js'
import { levelNames, type Scale } from '../scales/scale.js'
import type { Value } from '../value.js'
import type { Comparison } from './syntax.js'

/** What a formula gives: a number, true or false, or one of a column's words. */
export type Type =
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | LevelType
  | { readonly kind: 'date' }
  | { readonly kind: 'text' }

export interface LevelType {
  readonly kind: 'level'
  readonly values: readonly string[]
  /** The order of the levels; absent where they have none. */
  readonly scale?: Scale
  /** True for words in quotes, which take the scale of what they stand beside. */
  readonly written?: true
}

/** The type of a level of the scale. */
export function levelOf(scale: Scale): LevelType {
  return { kind: 'level', values: levelNames(scale), scale }
}

export const NUMBER: Type = { kind: 'number' }
export const BOOLEAN: Type = { kind: 'boolean' }

export type Expression =
  | ConstantExpression
  | ColumnExpression
  | ParameterExpression
  | {
      readonly kind: 'terms'
      readonly operands: readonly Expression[]
      readonly operators: readonly ('+' | '-')[]
    }
  | {
      readonly kind: 'factors'
      readonly operands: readonly Expression[]
      readonly operators: readonly ('*' | '/')[]
    }
  | {
      readonly kind: 'power'
      readonly base: Expression
      readonly exponent: Expression
    }
  | { readonly kind: 'negation'; readonly operand: Expression }
  | {
      readonly kind: 'comparison'
      readonly operator: Comparison
      readonly left: Expression
      readonly right: Expression
      /** The order of the levels that are compared. */
      readonly scale?: Scale
    }
  | {
      readonly kind: 'logic'
      readonly operator: 'and' | 'or'
      readonly operands: readonly Expression[]
    }
  | { readonly kind: 'not'; readonly operand: Expression }
  | {
      readonly kind: 'choice'
      readonly test: Expression
      readonly then: Expression
      readonly otherwise: Expression
    }
  | CallExpression
  | BandExpression
  | AggregateExpression
  | ChildrenExpression
  | StandingExpression
  | PreviousExpression
  | ArgumentExpression
  | BuiltInExpression
  | LookupExpression

export interface ConstantExpression {
  readonly kind: 'constant'
  readonly value: Value
  /** As it was written. */
  readonly text: string
}

/** A column of the row, of an enclosing row, of a row of an aggregate, or of the population. */
export interface ColumnExpression {
  readonly kind: 'column'
  readonly column: Column
  /** As it was written: `h`, `indicators.h`, `population.best`, `score(x)`. */
  readonly text: string
}

export interface ParameterExpression {
  readonly kind: 'parameter'
  readonly parameter: Parameter
}

/** A function of numbers, or of absent values. */
export interface CallExpression {
  readonly kind: 'call'
  readonly name: string
  readonly operands: readonly Expression[]
  /** min and max of levels: their order. */
  readonly scale?: Scale
}

/** band(x, SCALE): the level into whose interval the number falls. */
export interface BandExpression {
  readonly kind: 'band'
  readonly operand: Expression
  readonly scale: Scale
}

export interface AggregateExpression {
  readonly kind: 'aggregate'
  readonly name: string
  /** The table whose rows are aggregated. */
  readonly table: Level
  /** As it was written: `indicators`, `bodies`. */
  readonly tableText: string
  /** Over the bodies: which of them; null: all that count. */
  readonly among: PopulationNode | null
  /** Evaluated in each row of the table; empty for `count(table)`. */
  readonly columns: readonly Expression[]
  /** Evaluated once, in the row of the formula. */
  readonly settings: readonly Expression[]
  /** min, max and median of levels: their order. */
  readonly scale?: Scale
}

/** mean(CRITERION.children): over those children of a criterion that have a value. */
export interface ChildrenExpression {
  readonly kind: 'children'
  /** The aggregate. */
  readonly name: string
  readonly children: readonly ColumnExpression[]
  readonly settings: readonly Expression[]
}

/** rank(x), percentileRank(x): the own figure among those of all bodies. */
export interface StandingExpression {
  readonly kind: 'standing'
  readonly name: string
  readonly own: Expression
  readonly among: DistributionNode
  readonly words: readonly string[]
}

/** An input in the data, or an output in the result, of an earlier year. */
export interface PreviousExpression {
  readonly kind: 'previous'
  readonly column: Column
  /** How many years before: 1 or more. */
  readonly years: number
  readonly text: string
}

/** The x of a normaliser or step, or the smallest or largest x of all bodies. */
export interface ArgumentExpression {
  readonly kind: 'argument'
  readonly end?: 'least' | 'most'
}

/** lookup(table.column, key...): a cell of a table that stands in the file. */
export interface LookupExpression {
  readonly kind: 'lookup'
  readonly table: KeyedTable
  readonly column: string
  readonly keys: readonly Expression[]
  /** As it was written. */
  readonly text: string
}

/** What every body has without being declared: its id, and the reporting year. */
export interface BuiltInExpression {
  readonly kind: 'built-in'
  readonly name: 'id' | 'year'
}
