/** Goalposts: the fixed values or figures of the bodies that a score is measured between. */
import type { Goalpost, Normaliser } from '../methodology/normaliser.js'
import type { MissingReason } from '../missing-reason.js'
import type { Fault, Numeric } from '../number/numeric.js'
import { absenceOf, type Value } from '../value.js'
import { extremes, percentileFromWorst } from './distribution.js'
import { evaluateExpression, type Frame } from './evaluate-expression.js'

/** A formula for a goalpost may have no value; then neither has the score. */
export function absentGoalpost(
  { from, to, target }: Normaliser,
  frame: Frame,
): Value | null {
  return absenceOf(
    [from, to, target].flatMap((post) =>
      post?.kind === 'fixed' ? [evaluateExpression(post.value, frame)] : [],
    ),
  )
}

export function goalpost(
  post: Goalpost | null,
  normaliser: Normaliser,
  sorted: readonly Numeric[],
  frame: Frame,
): Numeric | Fault | MissingReason {
  if (!post) return 'ARGUMENT_OUT_OF_RANGE'
  if (post.kind === 'fixed') {
    const value = evaluateExpression(post.value, frame)
    return value.kind === 'number' ? value.number : 'OPERAND_MISSING'
  }
  const ends = extremes(sorted)
  if (!ends) return 'NO_BODY_WITH_VALUE'
  if (post.kind === 'percentile') {
    return percentileFromWorst(sorted, post.percent, normaliser.better)
  }
  return (post.kind === 'best') === (normaliser.better === 'more')
    ? ends.most
    : ends.least
}

export function whyEqual({ kind, from, to }: Normaliser): MissingReason {
  const isOfBodies = kind === 'min-max' || from?.kind !== 'fixed'
  return isOfBodies || to?.kind !== 'fixed'
    ? 'CONSTANT_POPULATION'
    : 'EQUAL_GOALPOSTS'
}

/** Numbers are turned by `better: less`; figures of the bodies have followed it already. */
export function isTurned({ better, from, to }: Normaliser): boolean {
  const isFollowing = (post: Goalpost | null, end: 'worst' | 'best') =>
    post?.kind === end || post?.kind === 'percentile'
  return (
    better === 'less' && !isFollowing(from, 'worst') && !isFollowing(to, 'best')
  )
}
