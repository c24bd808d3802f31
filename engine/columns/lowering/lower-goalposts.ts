/** Goalposts as column code: fixed figures, or figures of the bodies. */
import { extremes, percentileFromWorst } from '../../evaluation/distribution.js'
import { maxOfColumn } from '../../functions/max-of-column.js'
import { minOfColumn } from '../../functions/min-of-column.js'
import { percentile } from '../../functions/percentile.js'
import type { DistributionNode } from '../../methodology/methodology.js'
import type { Goalpost, Normaliser } from '../../methodology/normaliser.js'
import {
  integer,
  isFault,
  subtract,
  type Numeric,
} from '../../number/numeric.js'
import { decimalText } from '../../number/text.js'
import type { Code } from '../code/code.js'
import type { ColumnRows } from './column-rows.js'
import { lowerExpression, type LoweringFrame } from './lower-expression.js'
import { applicable, type Lowered } from './lowered.js'
import { NotLowered, type Lowering, type Statistic } from './lowering.js'

/** @returns absent where there is no such figure; not applicable only where a fixed one is */
export function lowerGoalpost(
  post: Goalpost | null,
  normaliser: Normaliser,
  frame: LoweringFrame,
): Lowered {
  if (!post) throw new NotLowered('a goalpost is not given')
  if (post.kind === 'fixed') return lowerExpression(post.value, frame)
  const { lowering } = frame
  const { among, better } = normaliser
  if (!among) throw new NotLowered('a goalpost looks at no bodies')
  const { value } =
    post.kind === 'percentile'
      ? percentileOf(among, post.percent, better, lowering)
      : extremeOf(
          among,
          (post.kind === 'best') === (better === 'more') ? 'most' : 'least',
          lowering,
        )
  return applicable(lowering.code, value)
}

/** The smallest or largest figure. */
export function extremeOf(
  among: DistributionNode,
  which: 'least' | 'most',
  lowering: Lowering,
): Statistic {
  const declared = which === 'least' ? minOfColumn : maxOfColumn
  return lowering.statistic(
    among,
    which,
    (rows) => made(declared.inColumns?.(rows, [])),
    (sorted) => extremes(sorted)?.[which] ?? 'NO_BODY_WITH_VALUE',
  )
}

function percentileOf(
  among: DistributionNode,
  percent: Numeric,
  better: 'more' | 'less',
  lowering: Lowering,
): Statistic {
  const counted = better === 'more' ? percent : subtract(integer(100), percent)
  if (isFault(counted)) throw new NotLowered('a percentile is too long')
  const p = lowering.number(counted)
  return lowering.statistic(
    among,
    `percentile ${decimalText(counted)}`,
    (rows: ColumnRows) => made(percentile.inColumns?.(rows, [p])),
    (sorted) => percentileFromWorst(sorted, percent, better),
  )
}

/** @throws NotLowered where a function has no column code */
export function made(code: Code | null | undefined): Code {
  if (!code) throw new NotLowered('a figure of the bodies has no column code')
  return code
}
