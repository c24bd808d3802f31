/** Decimal text in, decimal text out: 0.1 is 0.1, never the double beside it. */
import { WORKING_DIGITS } from './big-number.js'
import { toRatio, type Numeric } from './numeric.js'
import { isShortRatio, ratio, shortRatio, type Ratio } from './ratio.js'

const DECIMAL = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d+))?$/
const FRACTION = /^\s*([+-]?\d{1,100})\s*\/\s*(\d{1,100})\s*$/

/** A number may have at most this many significant digits... */
export const MOST_DIGITS = 200
/** ...and lie within 10^-400..10^400. */
const MOST_EXPONENT = 400

/**
 * No number within these bounds needs a longer text, and the searches for zeros
 * below take quadratic time.
 */
const LONGEST_TEXT = 1000

/** Why a text is not a number that a score can be computed from. */
export type NumberTextFault =
  'NOT_A_NUMBER' | 'TOO_MANY_DIGITS' | 'OUT_OF_RANGE'

/**
 * Reads a decimal such as `12.50`, `-3` or `1e-7`, exactly. No spaces, no
 * separators, no decimal comma.
 */
export function parseDecimal(text: string): Ratio | NumberTextFault {
  return shortDecimal(text) ?? parseLong(text)
}

/** A decimal of at most 15 digits and nothing else; null where the text is anything but that. */
function shortDecimal(text: string): Ratio | null {
  if (text.length > MOST_SHORT_TEXT) return null
  const isNegative = text.startsWith('-')
  let whole = 0
  let unit = 0
  let digits = 0
  for (let index = isNegative ? 1 : 0; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - ZERO_CODE
    if (digit >= 0 && digit <= 9) {
      whole = 10 * whole + digit
      unit *= 10
      digits += 1
    } else if (digit === POINT && unit === 0) unit = 1
    else return null
  }
  if (digits === 0 || digits > MOST_SHORT_DIGITS) return null
  return shortRatio(isNegative ? -whole : whole, unit === 0 ? 1 : unit)
}

/**
 * The decimal that a double was read from, where it has at most 15 digits, six
 * of them after the point; else null. Only one decimal of so few digits has this
 * double, so that the text of the double need not be made.
 */
export function shortDouble(double: number): Ratio | null {
  let unit = 1
  for (let places = 0; places <= MOST_SHORT_PLACES; places += 1) {
    const whole = Math.round(double * unit)
    if (Math.abs(whole) >= 1e15) return null
    if (whole / unit === double) return shortRatio(whole, unit)
    unit *= 10
  }
  return null
}

const MOST_SHORT_PLACES = 6

const ZERO_CODE = 48
/** The code of the point, counted from that of zero. */
const POINT = -2
const MOST_SHORT_DIGITS = 15
/** The digits, a sign and a point. */
const MOST_SHORT_TEXT = MOST_SHORT_DIGITS + 2

function parseLong(text: string): Ratio | NumberTextFault {
  const match = DECIMAL.exec(text)
  if (!match) return 'NOT_A_NUMBER'
  if (text.length > LONGEST_TEXT) return 'TOO_MANY_DIGITS'
  const [, sign = '', digits = '', exponentText = '0'] = match
  const point = digits.indexOf('.')
  const places = point < 0 ? 0 : digits.length - point - 1
  const whole = digits.replace('.', '').replace(/^0+(?=\d)/, '')
  const significant = whole.replace(/0+$/, '')
  if (significant === '') return ratio(0n)
  if (significant.length > MOST_DIGITS) return 'TOO_MANY_DIGITS'

  const trailing = whole.length - significant.length
  const exponent = Number(exponentText) - places + trailing
  const magnitude = exponent + significant.length - 1
  if (Math.abs(magnitude) > MOST_EXPONENT) return 'OUT_OF_RANGE'

  const value = BigInt(sign === '-' ? `-${significant}` : significant)
  return exponent >= 0
    ? ratio(value * 10n ** BigInt(exponent))
    : ratio(value, 10n ** BigInt(-exponent))
}

/** Reads a decimal or a fraction such as `1/3`: how weights and expectations are written. */
export function parseFraction(text: string): Ratio | NumberTextFault {
  const match = FRACTION.exec(text)
  if (!match) return parseDecimal(text.trim())
  const denominator = BigInt(match[2] ?? '1')
  return denominator === 0n
    ? 'NOT_A_NUMBER'
    : ratio(BigInt(match[1] ?? '0'), denominator)
}

/**
 * The decimal text of a number: every digit where it ends, 64 significant
 * digits where it does not.
 */
export function decimalText(value: Numeric): string {
  if (value.kind === 'approximation') return value.value.toFixed()
  if (value.bottom === 1) return String(value.top)
  const places = decimalPlaces(value.denominator)
  return places === null ? firstDigits(value) : terminating(value, places)
}

/** A fraction that does not end: 64 significant digits, the last one rounded. */
function firstDigits({ numerator, denominator }: Ratio): string {
  const size = numerator < 0n ? -numerator : numerator
  const lengths = size.toString().length - denominator.toString().length
  // One digit more or less than wanted is put right by the second look.
  let places = WORKING_DIGITS - lengths
  let digits = quotient(size, denominator, places)
  if (digits.toString().length > WORKING_DIGITS) {
    places -= 1
    digits = quotient(size, denominator, places)
  }
  const sign = numerator < 0n ? '-' : ''
  return `${sign}${pointed(digits, places)}`
}

/** size * 10^places / denominator, rounded to a whole number; never a tie, for it does not end. */
function quotient(size: bigint, denominator: bigint, places: number): bigint {
  const unit = 10n ** BigInt(Math.abs(places))
  const above = places < 0 ? size : size * unit
  const below = places < 0 ? denominator * unit : denominator
  return (2n * above + below) / (2n * below)
}

/** digits / 10^places, without zeros at the end of the broken part. */
function pointed(digits: bigint, places: number): string {
  if (places <= 0) return (digits * 10n ** BigInt(-places)).toString()
  const text = digits.toString().padStart(places + 1, '0')
  const broken = text.slice(-places).replace(/0+$/, '')
  const whole = text.slice(0, -places)
  return broken === '' ? whole : `${whole}.${broken}`
}

/** True where `decimalText` gives the whole number and not its first 64 digits. */
export function hasWholeText(value: Numeric): boolean {
  return value.kind === 'ratio' && decimalPlaces(value.denominator) !== null
}

/** The finite double nearest to the number; never -0, NaN or Infinity. */
export function nearestDouble(value: Numeric): number {
  // One division of two doubles that hold the whole numbers is rounded once.
  const isShort = value.kind === 'ratio' && isShortRatio(value)
  if (isShort) return value.top / value.bottom
  const double = Number(decimalText(value))
  if (double === 0) return 0
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, double))
}

/**
 * The number cut to so many significant digits for reading; never computed
 * with. Guard digits are taken away first, so that 1.999...9 reads 2.
 */
export function shortText(value: Numeric, digits: number): string {
  return shortened(decimalText(toRatio(value)), digits)
}

/** Decimal text cut to so many significant digits, with `…` where digits are cut. */
export function shortened(text: string, digits: number): string {
  const first = text.search(/[1-9]/)
  let left = digits
  for (let index = Math.max(0, first); index < text.length; index += 1) {
    if (text[index] !== '.') left -= 1
    if (left < 0) return cutText(text, index)
  }
  return text
}

/** Keeps what stands before an index; digits before the point become zeros. */
function cutText(text: string, index: number): string {
  if (/^[.0]*$/.test(text.slice(index))) return text
  const point = text.indexOf('.')
  const end = point < 0 ? text.length : point
  const kept = text.slice(0, index).replace(/\.$/, '')
  return `${kept.padEnd(end, '0')}…`
}

/** Places after the point that the fraction needs, or null where it does not end. */
function decimalPlaces(denominator: bigint): number | null {
  if (denominator === 1n) return 0
  const powerOfTwo = denominator & -denominator
  let rest = denominator / powerOfTwo
  let fives = 0
  while (rest > 1n) {
    if (rest % 5n !== 0n) return null
    rest /= 5n
    fives += 1
  }
  return Math.max(powerOfTwo.toString(2).length - 1, fives)
}

function terminating(value: Ratio, places: number): string {
  const scaled = (value.numerator * 10n ** BigInt(places)) / value.denominator
  if (places === 0) return scaled.toString()
  const negative = scaled < 0n
  const digits = (negative ? -scaled : scaled)
    .toString()
    .padStart(places + 1, '0')
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return negative ? `-${text}` : text
}
