/** Rules, what happens when they fire, and the deductions that they add up to. */
import type { Condition } from '../conditions/condition.js'
import type { Expression } from '../expression/expression.js'
import type { Reading } from './legal-basis.js'
import type { ColumnBase, NodeBase, Title } from './methodology.js'

export interface DeductionNode extends ColumnBase {
  readonly kind: 'deduction'
  readonly rules: readonly RuleNode[]
  readonly caps: readonly Cap[]
  readonly reading: Reading
}

export interface Cap {
  readonly name: string
  readonly atMost: Expression
  readonly over: 'group' | 'all'
  readonly reading: Reading
}

export interface RuleNode extends NodeBase {
  readonly kind: 'rule'
  /** The name under `rules`; of a rule with `each`, that of the instance. */
  readonly rule: string
  /** The name of the entry that was repeated for the rows of a table, or null. */
  readonly template: string | null
  readonly title: Title
  readonly condition: Condition
  readonly event: RuleEvent
  readonly reading: Reading
}

export type RuleEvent =
  | {
      readonly kind: 'exclude'
      readonly criteria: readonly string[]
      readonly body: boolean
      readonly rankings: readonly string[]
      readonly populations: readonly string[]
    }
  | {
      readonly kind: 'deduct'
      readonly points: Expression
      readonly into: string
      readonly cap: string | null
    }
  | LimitEvent
  | {
      readonly kind: 'flag'
      /** How results call it; several rules may raise the same. */
      readonly flag: string
      readonly about: string | null
    }
  | {
      readonly kind: 'choose'
      readonly criterion: string
      readonly variant: string
    }

/** The value of a criterion is held at a number or level. */
export interface LimitEvent {
  readonly kind: 'limit'
  readonly of: string
  readonly bound: 'at_most' | 'at_least' | 'exactly'
  readonly value: Expression
  readonly rounding: 'before' | 'after'
}
