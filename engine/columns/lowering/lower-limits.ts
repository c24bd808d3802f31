/** Limits on the value of a criterion as column code; limits that contradict one another leave no value. */
import { scaleOf } from '../../expression/type-rules.js'
import type { CriterionNode } from '../../methodology/methodology.js'
import type { LimitEvent } from '../../methodology/rule-nodes.js'
import type { Code } from '../code/code.js'
import { lowerExpression, type LoweringFrame } from './lower-expression.js'
import { isTrue } from './lower-membership.js'
import { levelAt, scalePosition } from './lower-scale.js'
import { isMissing, type Lowered } from './lowered.js'
import type { Lowering } from './lowering.js'

interface LoweredLimit {
  readonly bound: LimitEvent['bound']
  readonly rounding: LimitEvent['rounding']
  /** Of levels the place in their scale. */
  readonly limit: Code
  /** 1 where its rule fired and there is a limit. */
  readonly holds: Code
  /** 1 where its rule is undecided, or fired and the limit is missing. */
  readonly isFaulty: Code
}

/**
 * The limits of one stage. A value that is absent stays as it is; one fault of
 * any limit of the node, of either stage, leaves no value before rounding.
 */
export function lowerLimits(
  node: CriterionNode,
  rounding: LimitEvent['rounding'],
  before: Lowered,
  frame: LoweringFrame,
): Lowered {
  const { lowering } = frame
  const { code } = lowering
  const limits = gather(node, frame)
  const here = limits.filter((each) => each.rounding === rounding)
  const isFaulty =
    rounding === 'before' ? anyFault(limits, lowering) : code.number(0)
  const isHeld = here.some(({ bound }) => bound === 'exactly')
  const isThere = isHeld ? code.isPresent(before.value) : code.number(1)
  const value = code.select(
    code.both(isThere, code.opposite(isFaulty)),
    heldWithin(here, before.value, node, lowering),
    code.number(NaN),
  )
  return { value, notApplicable: before.notApplicable }
}

/** One limit after the other, in the order of the file. */
function heldWithin(
  limits: readonly LoweredLimit[],
  value: Code,
  { type }: CriterionNode,
  lowering: Lowering,
): Code {
  const { code } = lowering
  if (limits.length === 0) return value
  const scale = scaleOf(type)
  const held = limits.reduce<Code>(
    (so, { bound, limit, holds }) =>
      code.select(holds, within(so, bound, limit, lowering), so),
    scale ? scalePosition(value, scale, lowering) : value,
  )
  return scale ? levelAt(held, scale, lowering) : held
}

function within(
  value: Code,
  bound: LimitEvent['bound'],
  limit: Code,
  { code }: Lowering,
): Code {
  if (bound === 'exactly') return limit
  return code.operation(bound === 'at_most' ? 'min' : 'max', value, limit)
}

function gather(
  node: CriterionNode,
  frame: LoweringFrame,
): readonly LoweredLimit[] {
  const { lowering } = frame
  const { code } = lowering
  const scale = scaleOf(node.type)
  return node.limits.flatMap((rule): readonly LoweredLimit[] => {
    const { event } = rule
    if (event.kind !== 'limit') return []
    const fired = lowering.read(rule).value
    const lowered = lowerExpression(event.value, frame)
    const limit = scale
      ? scalePosition(lowered.value, scale, lowering)
      : lowered.value
    const isFired = isTrue(fired, lowering)
    const isLost = code.both(isFired, isMissing(code, lowered))
    const isUndecided = code.opposite(code.isPresent(fired))
    return [
      {
        bound: event.bound,
        rounding: event.rounding,
        limit,
        holds: code.both(isFired, code.isPresent(limit)),
        isFaulty: code.either(isUndecided, isLost),
      },
    ]
  })
}

function anyFault(limits: readonly LoweredLimit[], lowering: Lowering): Code {
  return limits.reduce<Code>(
    (so, { isFaulty }) => lowering.code.either(so, isFaulty),
    contradiction(limits, lowering),
  )
}

/** 1 where an upper limit that holds stands below a lower one that holds, of both stages. */
function contradiction(
  limits: readonly LoweredLimit[],
  lowering: Lowering,
): Code {
  const { code } = lowering
  const uppers = limits.filter(({ bound }) => bound !== 'at_least')
  const lowers = limits.filter(({ bound }) => bound !== 'at_most')
  const pairs = uppers.flatMap((upper) =>
    lowers
      .filter((lower) => lower !== upper && lower.limit !== upper.limit)
      .map((lower) => {
        const isBelow = code.operation('less', upper.limit, lower.limit)
        const doBoth = code.both(upper.holds, lower.holds)
        return isTrue(code.operation('and', doBoth, isBelow), lowering)
      }),
  )
  return pairs.reduce<Code>((so, each) => code.either(so, each), code.number(0))
}
