/** Values compared with one another. */
import type { Comparison } from '../expression/syntax.js'
import { compare } from '../number/numeric.js'
import { positionOf, type Scale } from '../scales/scale.js'
import { absenceOf, booleanValue, isPresent, type Value } from '../value.js'

/** Exact; a boolean or a level is compared with its own kind, which the checker has seen to. */
export function compareValues(
  left: Value,
  operator: Comparison,
  right: Value,
  scale?: Scale,
): Value {
  if (!isPresent(left) || !isPresent(right)) {
    return absenceOf([left, right]) ?? left
  }
  return booleanValue(holds(orderOf(left, right, scale), operator))
}

/** @param scale - the order of two levels; words without one are in that of the alphabet, as dates are */
export function orderOf(left: Value, right: Value, scale?: Scale): number {
  if (left.kind === 'number' && right.kind === 'number') {
    return compare(left.number, right.number)
  }
  if (left.kind === 'boolean' && right.kind === 'boolean') {
    return Number(left.boolean) - Number(right.boolean)
  }
  const a = left.kind === 'word' ? left.word : ''
  const b = right.kind === 'word' ? right.word : ''
  if (scale) return positionOf(scale, a) - positionOf(scale, b)
  return a < b ? -1 : a > b ? 1 : 0
}

function holds(order: number, operator: Comparison): boolean {
  switch (operator) {
    case '==':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}
