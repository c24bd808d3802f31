/**
 * Skewness and excess kurtosis of a list of numbers, from whole numbers: both do
 * not change with the unit, so fractions are first brought to a common
 * denominator, and a limit is compared with exactly, without a root.
 *
 * With d = n * x - total, and s2, s3, s4 the sums of d^2, d^3, d^4:
 *
 *     population skewness  g1 = sqrt(n) * s3 / s2^(3/2)
 *     population kurtosis  g2 = n * s4 / s2^2 - 3
 *     sample skewness      G1 = g1 * sqrt(n * (n - 1)) / (n - 2)
 *     sample kurtosis      G2 = ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3))
 *
 * @source Joanes, D. N. and Gill, C. A. (1998), Comparing measures of sample
 *   skewness and kurtosis, The Statistician 47(1), 183-189,
 *   doi:10.1111/1467-9884.00122
 */
import type { MissingReason } from '../missing-reason.js'
import { bigNumber, WORKING_DIGITS } from '../number/big-number.js'
import {
  bounded,
  compare,
  negate,
  root,
  settle,
  toBigNumber,
  type Fault,
  type Numeric,
} from '../number/numeric.js'
import { commonDenominator, ratio, type Ratio } from '../number/ratio.js'

export type Moments = 'population' | 'sample'

/** Numbers in proportion to those they stand for. */
export interface WholeNumbers {
  readonly values: readonly bigint[]
  /** False where a root or a logarithm, or very long fractions, left no exact proportion. */
  readonly areExact: boolean
}

/** A fraction that is not in lowest terms; the denominator is above 0. */
interface Quotient {
  readonly numerator: bigint
  readonly denominator: bigint
}

export interface Shape {
  readonly n: number
  /** -1, 0 or 1: to which side the long tail lies. */
  readonly side: number
  readonly squaredSkewness: Quotient
  /** null of a sample of three, which has a skewness and no kurtosis. */
  readonly kurtosis: Quotient | null
  readonly isExact: boolean
}

/** Brings numbers to whole ones in the same proportion, once for many looks at them. */
export function wholeNumbers(values: readonly Numeric[]): WholeNumbers {
  const ratios = values.filter(
    (value): value is Ratio => value.kind === 'ratio',
  )
  const common =
    ratios.length === values.length ? commonDenominator(ratios) : null
  if (common !== null) {
    return {
      values: ratios.map(
        ({ numerator, denominator }) => numerator * (common / denominator),
      ),
      areExact: true,
    }
  }
  const decimals = values.map(toBigNumber)
  const largest = Math.max(
    ...decimals.map((each) => (each.isZero() ? -Infinity : each.e)),
  )
  const unit = bigNumber(`1e${WORKING_DIGITS - 1 - largest}`)
  return {
    values: decimals.map((each) => BigInt(each.times(unit).toFixed(0))),
    areExact: false,
  }
}

/** Why there is no shape: too few values, or all of them equal. */
export function shapeOf(
  { values, areExact }: WholeNumbers,
  moments: Moments,
): Shape | 'TOO_FEW_VALUES' | 'DIVISION_BY_ZERO' {
  const n = values.length
  if (n < (moments === 'sample' ? 3 : 1)) return 'TOO_FEW_VALUES'
  const sums = powerSums(values)
  if (sums === null) return 'DIVISION_BY_ZERO'
  return {
    n,
    side: sums.third < 0n ? -1 : sums.third > 0n ? 1 : 0,
    squaredSkewness: squaredSkewness(sums, BigInt(n), moments),
    kurtosis:
      moments === 'sample' && n < 4
        ? null
        : kurtosisOf(sums, BigInt(n), moments),
    isExact: areExact,
  }
}

interface PowerSums {
  readonly second: bigint
  readonly third: bigint
  readonly fourth: bigint
}

function powerSums(values: readonly bigint[]): PowerSums | null {
  const n = BigInt(values.length)
  const total = values.reduce((sum, value) => sum + value, 0n)
  let [second, third, fourth] = [0n, 0n, 0n]
  for (const value of values) {
    const distance = n * value - total
    const square = distance * distance
    second += square
    third += square * distance
    fourth += square * square
  }
  return second === 0n ? null : { second, third, fourth }
}

function squaredSkewness(
  { second, third }: PowerSums,
  n: bigint,
  moments: Moments,
): Quotient {
  const numerator = n * third * third
  const denominator = second ** 3n
  if (moments === 'population') return { numerator, denominator }
  return {
    numerator: numerator * n * (n - 1n),
    denominator: denominator * (n - 2n) ** 2n,
  }
}

function kurtosisOf(
  { second, fourth }: PowerSums,
  n: bigint,
  moments: Moments,
): Quotient {
  const denominator = second * second
  const numerator = n * fourth - 3n * denominator
  if (moments === 'population') return { numerator, denominator }
  return {
    numerator: ((n + 1n) * numerator + 6n * denominator) * (n - 1n),
    denominator: denominator * (n - 2n) * (n - 3n),
  }
}

/** True where the skewness, whatever its sign, and the kurtosis both lie above their limits. */
export function isBeyond(
  shape: Shape,
  limits: { readonly skewness: Numeric; readonly kurtosis: Numeric },
): boolean {
  const { skewness, kurtosis } = limits
  if (!shape.kurtosis) return false
  const squared = skewness.kind === 'ratio' ? squareOf(skewness) : null
  if (!shape.isExact || squared === null || kurtosis.kind !== 'ratio') {
    const size = skewnessNumber({ ...shape, side: Math.abs(shape.side) })
    return isAbove(size, skewness) && isAbove(kurtosisNumber(shape), kurtosis)
  }
  return (
    isQuotientAbove(shape.squaredSkewness, squared) &&
    isQuotientAbove(shape.kurtosis, kurtosis)
  )
}

function squareOf({ numerator, denominator }: Ratio): Quotient {
  return { numerator: numerator ** 2n, denominator: denominator ** 2n }
}

function isQuotientAbove(a: Quotient, b: Quotient): boolean {
  return a.numerator * b.denominator > b.numerator * a.denominator
}

function isAbove(value: Numeric | MissingReason, limit: Numeric): boolean {
  return typeof value !== 'string' && compare(value, limit) > 0
}

export function skewnessNumber({
  side,
  squaredSkewness: square,
  isExact,
}: Shape): Numeric | Fault {
  const squared = numberOf(square, isExact)
  const size = typeof squared === 'string' ? squared : root(squared, 2)
  return typeof size === 'string' || side >= 0 ? size : negate(size)
}

export function kurtosisNumber({
  kurtosis,
  isExact,
}: Shape): Numeric | Fault | 'TOO_FEW_VALUES' {
  return kurtosis ? numberOf(kurtosis, isExact) : 'TOO_FEW_VALUES'
}

function numberOf(
  { numerator, denominator }: Quotient,
  isExact: boolean,
): Numeric | Fault {
  if (isExact || numerator === 0n) return settle(ratio(numerator, denominator))
  return bounded(
    bigNumber(numerator.toString()).div(bigNumber(denominator.toString())),
  )
}

/** Skewness or kurtosis of a column, for the functions of those names. */
export function shapeFigure(
  values: readonly Numeric[],
  moments: Moments,
  figure: (shape: Shape) => Numeric | MissingReason,
): Numeric | MissingReason {
  const shape = shapeOf(wholeNumbers(values), moments)
  return typeof shape === 'string' ? shape : figure(shape)
}
