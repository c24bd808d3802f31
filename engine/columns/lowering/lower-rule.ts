/** Whether a rule fires, as column code. */
import type { RuleNode } from '../../methodology/rule-nodes.js'
import { lowerCondition } from './lower-condition.js'
import type { LoweringFrame } from './lower-expression.js'
import { applicable, type Lowered } from './lowered.js'

/** 1 where it fires, 0 where it does not, absent where that is undecided; never not applicable. */
export function lowerRule(rule: RuleNode, frame: LoweringFrame): Lowered {
  const { code } = frame.lowering
  return applicable(code, lowerCondition(rule.condition, frame))
}
