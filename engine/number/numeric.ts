/**
 * The numbers of a score: exact fractions wherever + - * / lead, and 64-digit
 * decimals where a root, a power or a logarithm leaves no fraction.
 *
 * Operations that have no result answer with a fault, never with NaN or
 * Infinity; the caller turns it into a missing value that names the reason.
 */
import {
  bigNumber,
  bigRoot,
  trusted,
  TRUSTED_DIGITS,
  WORKING_DIGITS,
  type BigNumber,
} from './big-number.js'
import {
  addRatios,
  compareRatios,
  divideRatios,
  floorRatio,
  isShortRatio,
  multiplyRatios,
  negateRatio,
  ratio,
  shortRatio,
  signOfRatio,
  subtractRatios,
  type Ratio,
} from './ratio.js'
import { wholeRoot } from './whole-root.js'

/** A decimal of 64 significant digits, the last of them guard digits. */
export interface Approximation {
  readonly kind: 'approximation'
  readonly value: BigNumber
}

export type Numeric = Ratio | Approximation

/** Why an operation has no result. */
export type Fault =
  | 'DIVISION_BY_ZERO'
  | 'LOGARITHM_OF_NON_POSITIVE'
  | 'EVEN_ROOT_OF_NEGATIVE'
  | 'POWER_UNDEFINED'
  | 'OVERFLOW'
  | 'UNDERFLOW'

/** Fractions with more digits than this, above or below the line, become decimals. */
const LONGEST_FRACTION = 10n ** 400n

/** Decimal exponents outside -9999..9999 are overflow and underflow. */
export const LARGEST_EXPONENT = 9999

export const ZERO: Numeric = ratio(0n)
export const ONE: Numeric = ratio(1n)

export function isFault(result: Numeric | Fault): result is Fault {
  return typeof result === 'string'
}

export function integer(value: number | bigint): Numeric {
  return Number.isSafeInteger(value)
    ? shortRatio(Number(value), 1)
    : ratio(BigInt(value))
}

export function add(a: Numeric, b: Numeric): Numeric | Fault {
  if (a.kind === 'ratio' && b.kind === 'ratio') return settle(addRatios(a, b))
  const sum = toBigNumber(a).plus(toBigNumber(b))
  return isNoise(sum, a, b) ? ZERO : bounded(sum)
}

export function subtract(a: Numeric, b: Numeric): Numeric | Fault {
  if (a.kind === 'ratio' && b.kind === 'ratio') {
    return settle(subtractRatios(a, b))
  }
  return add(a, negate(b))
}

export function multiply(a: Numeric, b: Numeric): Numeric | Fault {
  if (a.kind === 'ratio' && b.kind === 'ratio') {
    return settle(multiplyRatios(a, b))
  }
  if (isZero(a) || isZero(b)) return ZERO
  return bounded(toBigNumber(a).times(toBigNumber(b)))
}

export function divide(a: Numeric, b: Numeric): Numeric | Fault {
  if (isZero(b)) return 'DIVISION_BY_ZERO'
  if (a.kind === 'ratio' && b.kind === 'ratio') {
    return settle(divideRatios(a, b))
  }
  if (isZero(a)) return ZERO
  return bounded(toBigNumber(a).div(toBigNumber(b)))
}

export function negate(a: Numeric): Numeric {
  return a.kind === 'ratio'
    ? negateRatio(a)
    : { kind: 'approximation', value: a.value.neg() }
}

export function absolute(a: Numeric): Numeric {
  return sign(a) < 0 ? negate(a) : a
}

/** -1, 0 or 1. */
export function sign(a: Numeric): number {
  if (a.kind === 'ratio') return signOfRatio(a)
  return a.value.isNegative() ? -1 : 1
}

export function isZero(a: Numeric): boolean {
  return a.kind === 'ratio' && a.top === 0
}

/**
 * -1, 0 or 1 as a is below, equal to or above b. Fractions compare exactly;
 * once a root or a logarithm is involved, a difference within the guard digits
 * is none.
 */
export function compare(a: Numeric, b: Numeric): number {
  if (a.kind === 'ratio' && b.kind === 'ratio') return compareRatios(a, b)
  if (isZero(a)) return -sign(b)
  if (isZero(b)) return sign(a)
  const difference = toBigNumber(a).minus(toBigNumber(b))
  if (isNoise(difference, a, b)) return 0
  return difference.isNegative() ? -1 : 1
}

export function smaller(a: Numeric, b: Numeric): Numeric {
  return compare(b, a) < 0 ? b : a
}

export function larger(a: Numeric, b: Numeric): Numeric {
  return compare(b, a) > 0 ? b : a
}

/** The largest whole number that is not above a. */
export function floor(a: Numeric): Numeric {
  return ratio(floorRatio(toRatio(a)))
}

/** The smallest whole number that is not below a. */
export function ceil(a: Numeric): Numeric {
  return negate(floor(negate(a)))
}

/**
 * The whole number that a is, or null where it is not one or lies outside
 * -9007199254740991..9007199254740991.
 */
export function toInteger(a: Numeric): number | null {
  const exact = toRatio(a)
  if (exact.top !== null) return exact.bottom === 1 ? exact.top : null
  if (exact.denominator !== 1n) return null
  const value = Number(exact.numerator)
  return Number.isSafeInteger(value) ? value : null
}

/** The 64-digit decimal of a, for functions that leave the fractions. */
export function toBigNumber(a: Numeric): BigNumber {
  if (a.kind === 'approximation') return a.value
  if (isShortRatio(a)) {
    const top = bigNumber(a.top)
    return a.bottom === 1 ? top : top.div(bigNumber(a.bottom))
  }
  const numerator = bigNumber(a.numerator.toString())
  return a.denominator === 1n
    ? numerator.toSignificantDigits(WORKING_DIGITS)
    : numerator.div(bigNumber(a.denominator.toString()))
}

/**
 * The number as a fraction: itself, or its decimal less the guard digits. What
 * is rounded or cut to a whole number goes through here, so that a tie that
 * noise had hidden is seen as one.
 */
export function toRatio(a: Numeric): Ratio {
  return a.kind === 'ratio' ? a : decimalRatio(trusted(a.value))
}

/** A result of BigNumber arithmetic, checked against the bounds. */
export function bounded(value: BigNumber): Numeric | Fault {
  if (value.isZero()) return ZERO
  if (!value.isFinite() || value.e > LARGEST_EXPONENT) return 'OVERFLOW'
  if (value.e < -LARGEST_EXPONENT) return 'UNDERFLOW'
  return { kind: 'approximation', value }
}

/**
 * The exact root where there is one, else its 64-digit decimal.
 * @param degree - a whole number, 1 or more
 */
export function root(a: Numeric, degree: number): Numeric | Fault {
  if (sign(a) < 0 && degree % 2 === 0) return 'EVEN_ROOT_OF_NEGATIVE'
  if (isZero(a) || degree === 1) return a
  const exact = a.kind === 'ratio' ? exactRoot(a, degree) : null
  return exact ?? bounded(bigRoot(toBigNumber(a), degree))
}

/** A fraction of bounded length, or its decimal where it has grown too long. */
export function settle(value: Ratio): Numeric | Fault {
  if (value.top !== null) return value
  const { numerator, denominator } = value
  return denominator > LONGEST_FRACTION ||
    numerator > LONGEST_FRACTION ||
    numerator < -LONGEST_FRACTION
    ? bounded(toBigNumber(value))
    : value
}

/**
 * What is left of two operands that cancel is noise, not a number. Beside an
 * exact zero nothing cancels, however small the other operand is.
 */
function isNoise(result: BigNumber, a: Numeric, b: Numeric): boolean {
  if (result.isZero()) return true
  if (isZero(a) || isZero(b)) return false
  const largest = Math.max(toBigNumber(a).e, toBigNumber(b).e)
  return result.e < largest - TRUSTED_DIGITS
}

/** A decimal as a fraction. */
export function decimalRatio(value: BigNumber): Ratio {
  const text = value.toFixed()
  const point = text.indexOf('.')
  if (point < 0) return ratio(BigInt(text))
  const digits = text.length - point - 1
  return ratio(BigInt(text.replace('.', '')), 10n ** BigInt(digits))
}

function exactRoot(a: Ratio, degree: number): Ratio | null {
  const denominator = wholeRoot(a.denominator, degree)
  if (denominator === null) return null
  const numerator = wholeRoot(a.numerator, degree)
  return numerator === null ? null : ratio(numerator, denominator)
}
