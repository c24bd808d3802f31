/** The steps of a composite indicator, as nodes: what each does to the value of an indicator. */
import type {
  Expression,
  PreviousExpression,
} from '../expression/expression.js'
import type { Moments } from '../functions/shape.js'
import type { Numeric } from '../number/numeric.js'
import type {
  ColumnBase,
  DistributionNode,
  IndicatorNode,
} from './methodology.js'
import type { Normaliser } from './normaliser.js'
import type { Reading } from './legal-basis.js'

/** The value of one indicator after one step: `after(filled, gdp)`. */
export interface StepNode extends ColumnBase {
  readonly kind: 'step'
  /** The name under `steps`. */
  readonly step: string
  readonly indicator: IndicatorNode
  /** Its value before the step. */
  readonly of: SteppedColumn
  readonly action: StepAction
  readonly reading: Reading
}

/** What an indicator is worth between two steps. */
export type SteppedColumn = IndicatorNode | StepNode

export type StepAction =
  | {
      readonly kind: 'formula'
      readonly expression: Expression
      readonly formula: string
    }
  | { readonly kind: 'screen'; readonly screening: ScreeningNode }
  | { readonly kind: 'impute'; readonly imputation: Imputation }
  | {
      readonly kind: 'winsorise'
      readonly winsorisation: Winsorisation
      readonly among: DistributionNode
    }
  | { readonly kind: 'normalise'; readonly normaliser: Normaliser }

export type Imputation =
  | { readonly kind: 'mean' | 'median'; readonly among: DistributionNode }
  /** Of the years before, the nearest first. */
  | {
      readonly kind: 'previous-year'
      readonly years: readonly PreviousExpression[]
    }
  | {
      readonly kind: 'value'
      readonly expression: Expression
      readonly formula: string
    }

export interface Winsorisation {
  /** Both must be above their limit for a series to be treated. */
  readonly skewness: Numeric
  readonly kurtosis: Numeric
  readonly most:
    | { readonly kind: 'values'; readonly values: number }
    | { readonly kind: 'share'; readonly share: Numeric }
  readonly moments: Moments
  /** In x, x_least and x_most; applied to the untreated values. */
  readonly otherwise: Expression | null
  readonly otherwiseText: string | null
}

/** Whether a body has enough data to stay in. */
export interface ScreeningNode extends ColumnBase {
  readonly kind: 'screening'
  readonly step: string
  readonly measured: readonly SteppedColumn[]
  readonly atLeast:
    | { readonly kind: 'indicators'; readonly indicators: number }
    | { readonly kind: 'share'; readonly share: Numeric }
  readonly countsImputed: boolean
  readonly reading: Reading
}
