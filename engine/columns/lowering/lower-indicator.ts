/** What exclusions do to a value, and the raw value of an indicator, as column code. */
import type { IndicatorNode } from '../../methodology/methodology.js'
import type { RuleNode } from '../../methodology/rule-nodes.js'
import { exclusionBy } from './lower-membership.js'
import type { Lowered } from './lowered.js'
import type { Lowering } from './lowering.js'

/** Its input: not applicable where a rule excludes it, missing where that is undecided. */
export function lowerIndicator(
  node: IndicatorNode,
  lowering: Lowering,
): Lowered {
  return unlessExcluded(lowering.read(node.input), node.exclusions, lowering)
}

export function unlessExcluded(
  { value, notApplicable }: Lowered,
  exclusions: readonly RuleNode[],
  lowering: Lowering,
): Lowered {
  const { code } = lowering
  if (exclusions.length === 0) return { value, notApplicable }
  const { counts, isExcluded } = exclusionBy(exclusions, lowering)
  return {
    value: code.select(counts, value, code.number(NaN)),
    notApplicable: code.either(isExcluded, code.both(counts, notApplicable)),
  }
}
