/**
 * Exact fractions of two whole numbers: what decimals become while they are
 * added, multiplied, divided and compared.
 *
 * A sum of thirds is a whole number here and not 0.999...9, so a tie is a tie
 * before anybody rounds.
 */

/** numerator / denominator in lowest terms; the denominator is above 0. */
export interface Ratio {
  readonly kind: 'ratio'
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Whole numbers up to here are exact as doubles, which divide faster. */
const SAFE = 9_007_199_254_740_991n

const LONGEST_DENOMINATOR = 10n ** 400n

/** Builds a fraction in lowest terms. The denominator must not be 0. */
export function ratio(numerator: bigint, denominator: bigint = 1n): Ratio {
  if (denominator === 1n) return { kind: 'ratio', numerator, denominator }
  const sign = denominator < 0n ? -1n : 1n
  const divisor = greatestCommonDivisor(numerator, denominator) * sign
  return {
    kind: 'ratio',
    numerator: numerator / divisor,
    denominator: denominator / divisor,
  }
}

/**
 * a + b. Only the common part of the denominators is ever taken out, so that a
 * long sum costs one division of a long number by a short one for each term.
 *
 * @source Knuth, D. (1998), The Art of Computer Programming 2, section 4.5.1
 */
export function addRatios(a: Ratio, b: Ratio): Ratio {
  if (a.denominator === b.denominator) {
    return ratio(a.numerator + b.numerator, a.denominator)
  }
  const shared = greatestCommonDivisor(a.denominator, b.denominator)
  if (shared === 1n) {
    return lowest(
      a.numerator * b.denominator + b.numerator * a.denominator,
      a.denominator * b.denominator,
    )
  }
  const own = a.denominator / shared
  const numerator = a.numerator * (b.denominator / shared) + b.numerator * own
  const rest = greatestCommonDivisor(numerator, shared)
  return lowest(numerator / rest, own * (b.denominator / rest))
}

/** a * b; what cancels crosswise is taken out before the numbers grow. */
export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  const down = greatestCommonDivisor(a.numerator, b.denominator)
  const up = greatestCommonDivisor(b.numerator, a.denominator)
  return lowest(
    (a.numerator / down) * (b.numerator / up),
    (a.denominator / up) * (b.denominator / down),
  )
}

function lowest(numerator: bigint, denominator: bigint): Ratio {
  return { kind: 'ratio', numerator, denominator }
}

/** 1 / a; a must not be 0. */
export function invertRatio(a: Ratio): Ratio {
  return a.numerator < 0n
    ? { kind: 'ratio', numerator: -a.denominator, denominator: -a.numerator }
    : { kind: 'ratio', numerator: a.denominator, denominator: a.numerator }
}

export function negateRatio(a: Ratio): Ratio {
  return { kind: 'ratio', numerator: -a.numerator, denominator: a.denominator }
}

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const difference =
    a.denominator === b.denominator
      ? a.numerator - b.numerator
      : a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The largest whole number that is not above a. */
export function floorRatio(a: Ratio): bigint {
  const quotient = a.numerator / a.denominator
  return a.numerator < 0n && quotient * a.denominator !== a.numerator
    ? quotient - 1n
    : quotient
}

/**
 * The least common multiple of the denominators, or null where it has more than
 * 400 digits.
 */
export function commonDenominator(fractions: readonly Ratio[]): bigint | null {
  let common = 1n
  for (const { denominator } of fractions) {
    if (common % denominator === 0n) continue
    common *= denominator / greatestCommonDivisor(common, denominator)
    if (common > LONGEST_DENOMINATOR) return null
  }
  return common
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y > SAFE || x > SAFE) {
    if (y === 0n) return x
    const remainder = x % y
    x = y
    y = remainder
  }
  let p = Number(x)
  let q = Number(y)
  while (q !== 0) {
    const remainder = p % q
    p = q
    q = remainder
  }
  return BigInt(p)
}
