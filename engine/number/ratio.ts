/**
 * Exact fractions of two whole numbers: what decimals become while they are
 * added, multiplied, divided and compared.
 *
 * A sum of thirds is a whole number here and not 0.999...9, so a tie is a tie
 * before anybody rounds.
 *
 * Most figures are short. While both whole numbers are within the range in which
 * doubles hold every whole number, they are kept and computed as doubles; a
 * result beyond it is computed in whole numbers of any length. A fraction is of
 * one form only, whichever way it was computed.
 */
import { commonDivisor, commonDivisorOfLong } from './common-divisor.js'

/** numerator / denominator in lowest terms; the denominator is above 0. */
export class Ratio {
  readonly kind = 'ratio' as const

  /** Made by `ratio` and `shortRatio` alone, which see to the one form. */
  constructor(
    /** The numerator as a double, never -0; null where one of the two is long. */
    readonly top: number | null,
    /** The denominator; null where one of the two is long. */
    readonly bottom: number | null,
    private readonly long: Long | null,
  ) {}

  get numerator(): bigint {
    return this.long ? this.long.numerator : BigInt(this.top ?? 0)
  }

  get denominator(): bigint {
    return this.long ? this.long.denominator : BigInt(this.bottom ?? 1)
  }
}

/** A fraction of two whole numbers that doubles hold. */
export interface ShortRatio extends Ratio {
  readonly top: number
  readonly bottom: number
}

export function isShortRatio(a: Ratio): a is ShortRatio {
  return a.top !== null
}

interface Long {
  readonly numerator: bigint
  readonly denominator: bigint
}

const MOST = Number.MAX_SAFE_INTEGER
const SAFE = BigInt(MOST)

const LONGEST_DENOMINATOR = 10n ** 400n

/** Builds a fraction in lowest terms. The denominator must not be 0. */
export function ratio(numerator: bigint, denominator: bigint = 1n): Ratio {
  if (denominator === 1n) return lowest(numerator, denominator)
  const sign = denominator < 0n ? -1n : 1n
  const divisor = commonDivisorOfLong(numerator, denominator) * sign
  return lowest(numerator / divisor, denominator / divisor)
}

/**
 * The same of short whole numbers.
 * @param numerator - whole, within -9007199254740991..9007199254740991
 * @param denominator - whole, within 1..9007199254740991
 */
export function shortRatio(numerator: number, denominator: number): Ratio {
  if (denominator === 1) return short(numerator, 1)
  const divisor = commonDivisor(Math.abs(numerator), denominator)
  return divisor === 1
    ? short(numerator, denominator)
    : short(numerator / divisor, denominator / divisor)
}

/** In lowest terms already. */
function short(numerator: number, denominator: number): Ratio {
  // 0 + -0 is 0: there is one zero.
  return new Ratio(0 + numerator, denominator, null)
}

/** In lowest terms already. */
function lowest(numerator: bigint, denominator: bigint): Ratio {
  return numerator <= SAFE && numerator >= -SAFE && denominator <= SAFE
    ? short(Number(numerator), Number(denominator))
    : new Ratio(null, null, { numerator, denominator })
}

/** True where a double holds the whole number, and so every step that led to it. */
function isHeld(whole: number): boolean {
  return whole <= MOST && whole >= -MOST
}

/** a + b. */
export function addRatios(a: Ratio, b: Ratio): Ratio {
  if (isShortRatio(a) && isShortRatio(b)) {
    if (a.bottom === b.bottom) {
      const sum = a.top + b.top
      if (isHeld(sum)) return shortRatio(sum, a.bottom)
    } else {
      const left = a.top * b.bottom
      const right = b.top * a.bottom
      const sum = left + right
      const bottom = a.bottom * b.bottom
      if (isHeld(left) && isHeld(right) && isHeld(sum) && isHeld(bottom)) {
        return shortRatio(sum, bottom)
      }
    }
  }
  return addLong(a, b)
}

/**
 * Only the common part of the denominators is ever taken out, so that a long
 * sum costs one division of a long number by a short one for each term.
 *
 * @source Knuth, D. (1998), The Art of Computer Programming 2, section 4.5.1
 */
function addLong(a: Ratio, b: Ratio): Ratio {
  const [top, bottom] = [a.numerator, a.denominator]
  const [otherTop, otherBottom] = [b.numerator, b.denominator]
  if (bottom === otherBottom) return ratio(top + otherTop, bottom)
  const shared = commonDivisorOfLong(bottom, otherBottom)
  if (shared === 1n) {
    return lowest(top * otherBottom + otherTop * bottom, bottom * otherBottom)
  }
  const own = bottom / shared
  const numerator = top * (otherBottom / shared) + otherTop * own
  const rest = commonDivisorOfLong(numerator, shared)
  return lowest(numerator / rest, own * (otherBottom / rest))
}

/** a - b. */
export function subtractRatios(a: Ratio, b: Ratio): Ratio {
  if (isShortRatio(a) && isShortRatio(b) && a.bottom === b.bottom) {
    const difference = a.top - b.top
    if (isHeld(difference)) return shortRatio(difference, a.bottom)
  }
  return addRatios(a, negateRatio(b))
}

/**
 * x1 + x2 + ... + xn, reduced once at the end; null where a number on the way is
 * longer than a double holds. 0 of nothing.
 */
export function shortSum(values: readonly Ratio[]): Ratio | null {
  let [top, bottom] = [0, 1]
  for (const value of values) {
    if (!isShortRatio(value)) return null
    if (value.bottom === bottom) top += value.top
    else {
      const shared = commonDivisor(bottom, value.bottom)
      const [own, other] = [value.bottom / shared, bottom / shared]
      const [left, right] = [top * own, value.top * other]
      if (!isHeld(left) || !isHeld(right)) return null
      top = left + right
      bottom *= own
      if (!isHeld(bottom)) return null
    }
    if (!isHeld(top)) return null
  }
  return shortRatio(top, bottom)
}

/** a * b; what cancels crosswise is taken out before the numbers grow. */
export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  if (isShortRatio(a) && isShortRatio(b)) {
    const down = commonDivisor(Math.abs(a.top), b.bottom)
    const up = commonDivisor(Math.abs(b.top), a.bottom)
    const top = (a.top / down) * (b.top / up)
    const bottom = (a.bottom / up) * (b.bottom / down)
    if (isHeld(top) && isHeld(bottom)) return short(top, bottom)
  }
  const [top, bottom] = [a.numerator, a.denominator]
  const [otherTop, otherBottom] = [b.numerator, b.denominator]
  const down = commonDivisorOfLong(top, otherBottom)
  const up = commonDivisorOfLong(otherTop, bottom)
  return lowest(
    (top / down) * (otherTop / up),
    (bottom / up) * (otherBottom / down),
  )
}

/** a / b; b must not be 0. */
export function divideRatios(a: Ratio, b: Ratio): Ratio {
  if (isShortRatio(a) && isShortRatio(b) && a.bottom === b.bottom) {
    return b.top < 0 ? shortRatio(-a.top, -b.top) : shortRatio(a.top, b.top)
  }
  return multiplyRatios(a, invertRatio(b))
}

/** 1 / a; a must not be 0. */
export function invertRatio(a: Ratio): Ratio {
  if (isShortRatio(a)) {
    return a.top < 0 ? short(-a.bottom, -a.top) : short(a.bottom, a.top)
  }
  const { numerator, denominator } = a
  return numerator < 0n
    ? lowest(-denominator, -numerator)
    : lowest(denominator, numerator)
}

export function negateRatio(a: Ratio): Ratio {
  return isShortRatio(a)
    ? short(-a.top, a.bottom)
    : lowest(-a.numerator, a.denominator)
}

/** -1, 0 or 1. */
export function signOfRatio(a: Ratio): number {
  if (a.top !== null) return Math.sign(a.top)
  return a.numerator < 0n ? -1 : 1
}

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compareRatios(a: Ratio, b: Ratio): number {
  if (isShortRatio(a) && isShortRatio(b)) {
    if (a.bottom === b.bottom) return Math.sign(a.top - b.top)
    const left = a.top * b.bottom
    const right = b.top * a.bottom
    if (isHeld(left) && isHeld(right)) return Math.sign(left - right)
  }
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The largest whole number that is not above a. */
export function floorRatio(a: Ratio): bigint {
  const { numerator, denominator } = a
  const quotient = numerator / denominator
  return numerator < 0n && quotient * denominator !== numerator
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
    common *= denominator / commonDivisorOfLong(common, denominator)
    if (common > LONGEST_DENOMINATOR) return null
  }
  return common
}
