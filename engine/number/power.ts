/** Powers: exact while a fraction holds them, else decimals. */
import {
  bounded,
  compare,
  isFault,
  isZero,
  LARGEST_EXPONENT,
  negate,
  ONE,
  root,
  sign,
  toBigNumber,
  toRatio,
  ZERO,
  type Fault,
  type Numeric,
} from './numeric.js'
import { invertRatio, ratio, type Ratio } from './ratio.js'

/** Whole powers whose digits stay below this are computed as fractions. */
const LONGEST_POWER = 400n

/** Broken exponents with a larger denominator give no exact root. */
const LARGEST_DEGREE = 1000n

/**
 * base ^ exponent. 0 ^ 0 is 1; 0 to a negative power is a division by zero; a
 * negative base takes whole exponents only. Exact for fractions where the
 * exponent is whole and the digits stay few, or its denominator is the degree of
 * an exact root: 4^(1/2) is 2. A decimal power has the trusted digits while the
 * exponent stays below 10^20: larger ones, of bases beside 1, magnify the noise.
 */
export function power(base: Numeric, exponent: Numeric): Numeric | Fault {
  const whole = wholeNumber(exponent)
  if (whole === 0n) return ONE
  if (isZero(base)) return sign(exponent) < 0 ? 'DIVISION_BY_ZERO' : ZERO
  if (sign(base) < 0) {
    if (whole === null) return 'POWER_UNDEFINED'
    const positive = positivePower(negate(base), exponent, whole)
    return whole % 2n === 0n || isFault(positive) ? positive : negate(positive)
  }
  return positivePower(base, exponent, whole)
}

function positivePower(
  base: Numeric,
  exponent: Numeric,
  whole: bigint | null,
): Numeric | Fault {
  if (compare(base, ONE) === 0) return ONE
  return (
    exactPower(base, exponent, whole) ??
    decimalPower(base, whole === null ? exponent : ratio(whole))
  )
}

/** The power as a fraction, or null where there is none or it is too long. */
function exactPower(
  base: Numeric,
  exponent: Numeric,
  whole: bigint | null,
): Ratio | null {
  if (base.kind !== 'ratio') return null
  if (whole !== null) return wholePower(base, whole)
  if (exponent.kind !== 'ratio' || exponent.denominator > LARGEST_DEGREE) {
    return null
  }
  const rooted = root(base, Number(exponent.denominator))
  return !isFault(rooted) && rooted.kind === 'ratio'
    ? wholePower(rooted, exponent.numerator)
    : null
}

function wholePower(base: Ratio, exponent: bigint): Ratio | null {
  const times = exponent < 0n ? -exponent : exponent
  if (times > LONGEST_POWER || digits(base) * times > LONGEST_POWER) return null
  const result = ratio(base.numerator ** times, base.denominator ** times)
  return exponent < 0n ? invertRatio(result) : result
}

function decimalPower(base: Numeric, exponent: Numeric): Numeric | Fault {
  const x = toBigNumber(base)
  const y = toBigNumber(exponent)
  // Refused before anything long is computed; `bounded` draws the exact line.
  const magnitude = x.log(10).times(y)
  if (magnitude.abs().greaterThan(LARGEST_EXPONENT + 2)) {
    return magnitude.isNegative() ? 'UNDERFLOW' : 'OVERFLOW'
  }
  return bounded(x.pow(y))
}

function wholeNumber(exponent: Numeric): bigint | null {
  const exact = toRatio(exponent)
  return exact.denominator === 1n ? exact.numerator : null
}

function digits({ numerator, denominator }: Ratio): bigint {
  return BigInt(
    Math.max(numerator.toString().length, denominator.toString().length),
  )
}
