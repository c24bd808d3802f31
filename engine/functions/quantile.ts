/** The point of a column below which a given share of it lies. */
import {
  add,
  floor,
  integer,
  isFault,
  multiply,
  subtract,
  toInteger,
  type Fault,
  type Numeric,
} from '../number/numeric.js'
import { sorted } from './sorted.js'
import { unlessFault } from './total.js'

/**
 * The quantile by linear interpolation, definition 7 of Hyndman and Fan:
 *
 *     h = (n - 1) * share
 *     quantile = x[floor h] + (h - floor h) * (x[floor h + 1] - x[floor h])
 *
 * with x[0] the smallest of the n values and x[n - 1] the largest.
 *
 * @param values - one or more
 * @param share - 0..1; 1/2 gives the median
 * @source Hyndman, R. J. and Fan, Y. (1996), Sample Quantiles in Statistical
 *   Packages, The American Statistician 50(4), p. 363, doi:10.2307/2684934
 */
export function quantile(
  values: readonly Numeric[],
  share: Numeric,
): Numeric | Fault {
  const ordered = sorted(values)
  const position = multiply(integer(ordered.length - 1), share)
  if (isFault(position)) return position
  const whole = floor(position)
  const index = toInteger(whole)
  const below = index === null ? undefined : ordered[index]
  if (index === null || below === undefined) {
    throw new RangeError('A quantile takes one value or more and a share 0..1')
  }
  const above = ordered[index + 1] ?? below
  const part = subtract(position, whole)
  return unlessFault(part, (rest) =>
    unlessFault(subtract(above, below), (gap) =>
      unlessFault(multiply(rest, gap), (step) => add(below, step)),
    ),
  )
}
