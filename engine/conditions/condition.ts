/** A checked condition: json-rules-engine's all / any / not over facts of one body. */
import type { Expression } from '../expression/expression.js'
import type { Comparison } from '../expression/syntax.js'
import type { Scale } from '../scales/scale.js'

export type Condition =
  | { readonly kind: 'all'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'any'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | Leaf

export interface Leaf {
  readonly kind: 'leaf'
  readonly operator: ConditionOperator
  /** The fact: any node of the body, or a formula. */
  readonly left: Expression
  /** The value, another fact, or several values for in / notIn. */
  readonly right: readonly Expression[]
  /** The order of the levels that are compared. */
  readonly scale?: Scale
  /** As people read it: `kind equal "central"`. */
  readonly text: string
}

/** json-rules-engine's names; the operators themselves compare exactly. */
export const CONDITION_OPERATORS = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
] as const

export type ConditionOperator = (typeof CONDITION_OPERATORS)[number]

/** How the formula language writes them; in and notIn are several. */
export const COMPARISONS: { readonly [O in ConditionOperator]?: Comparison } = {
  equal: '==',
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
}

/** The leaves of a condition, in reading order. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  switch (condition.kind) {
    case 'leaf':
      return [condition]
    case 'not':
      return leavesOf(condition.condition)
    case 'all':
    case 'any':
      return condition.conditions.flatMap(leavesOf)
  }
}
