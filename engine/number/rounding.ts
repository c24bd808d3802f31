/** Rounding to decimal digits, only where a methodology file orders it. */
import { toRatio, type Numeric } from './numeric.js'
import { floorRatio, multiplyRatios, ratio } from './ratio.js'

/** half-up: a half goes away from zero. half-even: a half goes to the even digit. */
export const ROUNDING_MODES = ['half-up', 'half-even'] as const
export type RoundingMode = (typeof ROUNDING_MODES)[number]

/** Digits after the point that may be ordered; -2 rounds to hundreds. */
export const ROUNDING_DIGITS = { least: -9, most: 30 } as const

/**
 * Rounds to `digits` digits after the point. Guard digits are taken away first,
 * so that 2.5 that was computed as 2.4999...9 is a half.
 *
 * @param digits - whole, -9..30
 */
export function round(
  value: Numeric,
  digits: number,
  mode: RoundingMode,
): Numeric {
  const unit = 10n ** BigInt(Math.abs(digits))
  const scale = digits < 0 ? ratio(1n, unit) : ratio(unit)
  const back = digits < 0 ? ratio(unit) : ratio(1n, unit)
  const scaled = multiplyRatios(toRatio(value), scale)
  const { numerator, denominator } = scaled
  const negative = numerator < 0n
  const size = { ...scaled, numerator: negative ? -numerator : numerator }
  const below = floorRatio(size)
  const rest = 2n * (size.numerator - below * denominator) - denominator
  const up =
    rest > 0n || (rest === 0n && (mode === 'half-up' || below % 2n === 1n))
  const whole = below + (up ? 1n : 0n)
  return multiplyRatios(ratio(negative ? -whole : whole), back)
}
