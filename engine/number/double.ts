/** The double next to a number, and whether it says all of it. */
import type { Numeric } from './numeric.js'
import { nearestDouble } from './text.js'

/** Doubles hold whole numbers up to here. */
const SAFE = 9_007_199_254_740_991n

/** Decimals of at most this size in units of their last digit have 15 digits or fewer. */
const FIFTEEN_DIGITS = 1e15

/** Like `nearestDouble`, and faster for short fractions, whose quotient a processor rounds rightly. */
export function doubleOf(value: Numeric): number {
  if (value.kind === 'ratio') {
    const { numerator, denominator } = value
    if (denominator <= SAFE && numerator <= SAFE && numerator >= -SAFE) {
      return Number(numerator) / Number(denominator)
    }
  }
  return nearestDouble(value)
}

/** True for decimals of at most 15 significant digits, which a double tells from all others. */
export function isShortDecimal(value: Numeric): boolean {
  if (value.kind !== 'ratio') return false
  const { numerator, denominator } = value
  if (numerator === 0n) return true
  let unit = 1n
  let power = 0
  while (unit % denominator !== 0n) {
    unit *= 10n
    power += 1
    if (power > 300) return false
  }
  let whole = (numerator < 0n ? -numerator : numerator) * (unit / denominator)
  while (whole % 10n === 0n) whole /= 10n
  return Number(whole) < FIFTEEN_DIGITS
}
