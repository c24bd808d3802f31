/** What makes the value of a node of the tree: its children, a formula, or an assessor. */
import type { Expression } from '../expression/expression.js'
import type { Numeric } from '../number/numeric.js'
import type { Scale } from '../scales/scale.js'
import type { SteppedColumn } from './steps.js'
import type {
  CriterionNode,
  IndicatorNode,
  InputNode,
  Title,
} from './methodology.js'
import type { RuleNode } from './rule-nodes.js'
import type { Reading } from './legal-basis.js'

/** What makes the value of a criterion before it is normalised, capped and rounded. */
export type Maker =
  | {
      readonly kind: 'indicator'
      readonly indicator: IndicatorNode
      /** What the steps make of it; the indicator itself where there are none. */
      readonly value: SteppedColumn
    }
  | {
      /** An assessor gives the value; the children are shown and decide nothing. */
      readonly kind: 'judged'
      readonly input: InputNode
      readonly evidence: readonly CriterionNode[]
    }
  | AggregateMaker
  | {
      readonly kind: 'formula'
      readonly expression: Expression
      readonly formula: string
    }
  | {
      readonly kind: 'variants'
      readonly variants: readonly Variant[]
      readonly choosers: readonly RuleNode[]
    }

export interface AggregateMaker {
  readonly kind: 'aggregate'
  readonly aggregation: Aggregation
  readonly children: readonly CriterionNode[]
  /** One per child; all 1 where none are given. */
  readonly weights: readonly Numeric[]
  readonly weighted: boolean
  readonly missingChild: AbsentChild
  readonly allMissing: 'node-missing' | 'node-zero' | 'count-as-zero'
  readonly excludedChild: AbsentChild | 'no-total'
  readonly atLeast:
    | { readonly kind: 'children'; readonly children: number }
    | { readonly kind: 'share'; readonly share: Numeric }
    | null
  /** The order of the children where they are levels; null for numbers. */
  readonly scale: Scale | null
}

export type Aggregation =
  | 'arithmetic'
  | 'geometric'
  | 'harmonic'
  | 'sum'
  | 'product'
  | 'min'
  | 'max'
  | 'median'
  | 'only'

export type AbsentChild =
  'share-weights' | 'count-as-zero' | 'node-missing' | 'node-zero'

export interface Variant {
  readonly name: string
  readonly title: Title
  readonly expression: Expression
  readonly formula: string
  readonly reading: Reading
}
