/** rank(x) and percentileRank(x) as column code: how many of the others lie below and above. */
import type { StandingExpression } from '../../expression/expression.js'
import { findStanding } from '../../functions/table.js'
import { lowerExpression, type LoweringFrame } from './lower-expression.js'
import { membershipIn } from './lower-membership.js'
import type { Lowered } from './lowered.js'
import { NotLowered } from './lowering.js'

export function lowerStanding(
  { name, own, among, words }: StandingExpression,
  frame: LoweringFrame,
): Lowered {
  const { lowering } = frame
  const { code } = lowering
  const declared = findStanding(name)
  const x = lowerExpression(own, frame)
  const { below, above, count, isUndecided, group } = lowering.standingOf(
    among,
    x,
  )
  const made = declared?.inColumns?.(code, { below, above, count }, words)
  if (!made) throw new NotLowered(`${name} has no column code`)
  const membership = membershipIn(among.among, lowering)
  const isOutside = among.among
    ? code.opposite(code.either(membership.counts, membership.isUndecided))
    : membership.isExcluded
  const isThere = code.isPresent(x.value)
  const isDecided = code.both(isThere, code.opposite(isUndecided))
  const notOf = code.both(isThere, code.either(isOutside, group.notApplicable))
  const isIn = code.both(isDecided, code.opposite(notOf))
  return {
    value: code.select(isIn, made, code.number(NaN)),
    notApplicable: code.either(x.notApplicable, notOf),
  }
}
