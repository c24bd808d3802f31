/** The points that rules take away, with caps, as column code: earlier rules keep theirs, later ones shrink. */
import type {
  Cap,
  DeductionNode,
  RuleNode,
} from '../../methodology/rule-nodes.js'
import type { Code } from '../code/code.js'
import { lowerExpression, type LoweringFrame } from './lower-expression.js'
import { isTrue } from './lower-membership.js'
import { applicable, chooseCertain, type Lowered } from './lowered.js'

/**
 * Absent as the first cap is that has no number; else not applicable where the
 * points of a rule that fired are; else missing where a rule is undecided or its
 * points are missing or negative.
 */
export function lowerDeduction(
  node: DeductionNode,
  frame: LoweringFrame,
): Lowered {
  const { code } = frame.lowering
  const caps = node.caps.map((cap) => lowerExpression(cap.atMost, frame))
  const left = new Map(
    node.caps.map((cap, index): [Cap, Code] => [
      cap,
      caps[index]?.value ?? code.number(NaN),
    ]),
  )
  let total = code.number(0)
  let notApplicable = code.number(0)
  for (const rule of node.rules) {
    const points = lowerPoints(rule, frame)
    notApplicable = code.either(notApplicable, points.notApplicable)
    total = code.operation('add', total, underCaps(rule, points, left, frame))
  }
  return caps.reduceRight<Lowered>(
    (so, cap) => chooseCertain(code, code.isPresent(cap.value), so, cap),
    { value: total, notApplicable },
  )
}

/** Those of a rule that did not fire are 0; absent where it is undecided. */
function lowerPoints(rule: RuleNode, frame: LoweringFrame): Lowered {
  const { lowering } = frame
  const { code } = lowering
  const zero = code.number(0)
  const { event } = rule
  if (event.kind !== 'deduct') return applicable(code, zero)
  const fired = lowering.read(rule).value
  const points = lowerExpression(event.points, frame)
  const isNegative = code.operation('less', points.value, zero)
  const checked =
    points.value.facts.low >= 0
      ? points.value
      : code.select(isNegative, code.number(NaN), points.value)
  return {
    value: code.select(fired, checked, zero),
    notApplicable: code.both(isTrue(fired, lowering), points.notApplicable),
  }
}

/** What is left of the caps is what the rules after this one may still take. */
function underCaps(
  rule: RuleNode,
  points: Lowered,
  left: Map<Cap, Code>,
  { lowering }: LoweringFrame,
): Code {
  const { code } = lowering
  const group = rule.event.kind === 'deduct' ? rule.event.cap : null
  const caps = [...left].filter(
    ([cap]) => cap.over === 'all' || cap.name === group,
  )
  if (caps.length === 0) return points.value
  const fired = lowering.read(rule).value
  const most = caps.reduce<Code>(
    (so, [, rest]) => code.operation('min', so, rest),
    points.value,
  )
  // A cap below zero takes nothing from rules that did not fire.
  const taken = code.select(fired, most, code.number(0))
  for (const [cap, rest] of caps) {
    left.set(cap, code.operation('subtract', rest, taken))
  }
  return taken
}
