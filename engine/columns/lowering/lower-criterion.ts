/** The value of a node of the tree as column code, stage by stage. */
import type { CriterionNode, Maker } from '../../methodology/methodology.js'
import type { Code } from '../code/code.js'
import { lowerChildren } from './lower-children.js'
import { lowerExpression, type LoweringFrame } from './lower-expression.js'
import { unlessExcluded } from './lower-indicator.js'
import { lowerLimits } from './lower-limits.js'
import { isTrue } from './lower-membership.js'
import { lowerNormaliser } from './lower-normaliser.js'
import {
  alwaysMissing,
  chooseCertain,
  resultOf,
  type Lowered,
} from './lowered.js'

/**
 * Computed, normalised, held at its maximum, less its deductions, held within the
 * limits before rounding, rounded, held within those after it.
 *
 * @throws NotLowered where a part has no column code
 */
export function lowerCriterion(
  node: CriterionNode,
  frame: LoweringFrame,
): Lowered {
  const { lowering } = frame
  const { code } = lowering
  let last = lowerMaker(node.maker, frame)
  if (node.normaliser) last = lowerNormaliser(node.normaliser, last, frame)
  if (node.maximum) {
    const most = lowerExpression(node.maximum, frame)
    const value = code.operation('min', last.value, most.value)
    last = resultOf(code, value, [last, most])
  }
  for (const deduction of node.deductions) {
    const points = lowering.read(deduction)
    const value = code.operation('subtract', last.value, points.value)
    last = resultOf(code, value, [last, points])
  }
  last = lowerLimits(node, 'before', last, frame)
  if (node.round) {
    const { mode, digits } = node.round
    const value = code.operation(
      mode === 'half-up' ? 'round-half-up' : 'round-half-even',
      last.value,
      code.number(digits),
    )
    last = { ...last, value }
  }
  last = lowerLimits(node, 'after', last, frame)
  return unlessExcluded(last, node.exclusions, lowering)
}

function lowerMaker(maker: Maker, frame: LoweringFrame): Lowered {
  switch (maker.kind) {
    case 'indicator':
      return frame.lowering.read(maker.value)
    case 'judged':
      return frame.lowering.read(maker.input)
    case 'aggregate':
      return lowerChildren(maker, frame)
    case 'formula':
      return lowerExpression(maker.expression, frame)
    case 'variants':
      return lowerVariants(maker, frame)
  }
}

/** The variant of the first rule that fired; missing where none did or one might. */
function lowerVariants(
  { variants, choosers }: Extract<Maker, { kind: 'variants' }>,
  frame: LoweringFrame,
): Lowered {
  const { lowering } = frame
  const { code } = lowering
  const values = new Map(
    variants.map(({ name, expression }) => [
      name,
      lowerExpression(expression, frame),
    ]),
  )
  const chosen = choosers.reduceRight<Lowered>((otherwise, rule) => {
    if (rule.event.kind !== 'choose') return otherwise
    const fired = isTrue(lowering.read(rule).value, lowering)
    const value = values.get(rule.event.variant) ?? alwaysMissing(code)
    return chooseCertain(code, fired, value, otherwise)
  }, alwaysMissing(code))
  const areDecided = choosers.reduce<Code>(
    (so, rule) => code.both(so, code.isPresent(lowering.read(rule).value)),
    code.number(1),
  )
  return {
    value: code.select(areDecided, chosen.value, code.number(NaN)),
    notApplicable: code.both(areDecided, chosen.notApplicable),
  }
}
