/** Order statistics' common ground: values in order, and places in that order. */
import { compare, type Numeric } from '../number/numeric.js'

/** The values, smallest first. */
export function sorted(values: readonly Numeric[]): readonly Numeric[] {
  return values.toSorted(compare)
}

/** How many of the ordered values are below x. */
export function countBelow(ordered: readonly Numeric[], x: Numeric): number {
  return countWhile(ordered, (value) => compare(value, x) < 0)
}

/** How many of the ordered values are above x. */
export function countAbove(ordered: readonly Numeric[], x: Numeric): number {
  return ordered.length - countWhile(ordered, (value) => compare(value, x) <= 0)
}

/** Binary search: how many values at the front meet a condition that none behind them meets. */
function countWhile(
  ordered: readonly Numeric[],
  meets: (value: Numeric) => boolean,
): number {
  let from = 0
  let to = ordered.length
  while (from < to) {
    const middle = (from + to) >>> 1
    const value = ordered[middle]
    if (value !== undefined && meets(value)) from = middle + 1
    else to = middle
  }
  return from
}
