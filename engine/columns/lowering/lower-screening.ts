/** Whether a body has enough data to stay in, as column code: true, else missing. */
import type { ScreeningNode } from '../../methodology/steps.js'
import type { Code } from '../code/code.js'
import type { LoweringFrame } from './lower-expression.js'
import { applicable, type Lowered } from './lowered.js'
import { NotLowered, type Lowering } from './lowering.js'

/** @throws NotLowered where a body's own data must say which of its values were imputed */
export function lowerScreening(
  node: ScreeningNode,
  { lowering }: LoweringFrame,
): Lowered {
  if (!node.countsImputed) {
    throw new NotLowered('which values were imputed stands in no column')
  }
  const { code } = lowering
  const values = node.measured.map((column) => lowering.read(column))
  const counted = sum(
    values.map(({ value }) => code.isPresent(value)),
    lowering,
  )
  const possible = sum(
    values.map(({ notApplicable }) => code.opposite(notApplicable)),
    lowering,
  )
  const isEnough = enough(node, counted, possible, lowering)
  return applicable(
    code,
    code.select(isEnough, code.number(1), code.number(NaN)),
  )
}

function enough(
  { atLeast }: ScreeningNode,
  counted: Code,
  possible: Code,
  lowering: Lowering,
): Code {
  const { code } = lowering
  if (atLeast.kind === 'indicators') {
    const least = code.number(atLeast.indicators)
    return code.operation('less-or-equal', least, counted)
  }
  // A body of which everything is excluded lacks nothing.
  const isNothing = code.operation('equal', possible, code.number(0))
  const share = code.operation('divide', counted, possible)
  const isMet = code.operation(
    'less-or-equal',
    lowering.number(atLeast.share),
    share,
  )
  return code.select(isNothing, code.number(1), isMet)
}

function sum(counts: readonly Code[], { code }: Lowering): Code {
  return counts.reduce<Code>(
    (so, next) => code.operation('add', so, next),
    code.number(0),
  )
}
