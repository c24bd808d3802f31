/** How raw values become points: goalposts, ranges, ranks, tables and formulas. */
import type { Expression } from '../expression/expression.js'
import type { Numeric } from '../number/numeric.js'
import type { Scale } from '../scales/scale.js'
import type { Reading } from './legal-basis.js'
import type { DistributionNode, PopulationNode } from './methodology.js'

export type Goalpost =
  | {
      readonly kind: 'fixed'
      readonly value: Expression
      /** As it is written. */
      readonly text: string
    }
  | { readonly kind: 'worst' }
  | { readonly kind: 'best' }
  /** Counted from the worst: 0 is the worst, 100 the best. */
  | { readonly kind: 'percentile'; readonly percent: Numeric }

export interface Normaliser {
  /** The name under `normalisers`, or null where its keys stand on the node. */
  readonly name: string | null
  readonly kind:
    | 'min-max'
    | 'goalposts'
    | 'z-score'
    | 'rank'
    | 'percentile-rank'
    | 'distance-to-target'
    | 'scale'
    | 'formula'
  readonly better: 'more' | 'less'
  readonly from: Goalpost | null
  readonly to: Goalpost | null
  readonly target: Goalpost | null
  readonly range: readonly [Numeric, Numeric]
  readonly transform: 'ln' | 'log10' | 'sqrt' | null
  readonly clamp: 'none' | 'above' | 'below' | 'both'
  readonly ifConstant: Numeric | null
  readonly deviation: 'population' | 'sample'
  readonly points: ReadonlyMap<string, Numeric>
  /** The scale whose levels say the points, where the normaliser gives none. */
  readonly scale: Scale | null
  /** In order; `when` null takes what is left. */
  readonly pieces: readonly {
    readonly when: Expression | null
    readonly value: Expression
    readonly text: string
    /** The condition as it is written. */
    readonly whenText: string | null
  }[]
  /** The bodies whose figures it looks at; null: all that count. */
  readonly population: PopulationNode | null
  readonly among: DistributionNode | null
  readonly reading: Reading
}
