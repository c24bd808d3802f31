/** Rounding to decimal digits, only where a methodology file orders it. */
import { trusted, type BigNumber } from './big-number.js'
import { decimalRatio, toRatio, type Numeric } from './numeric.js'
import {
  isShortRatio,
  multiplyRatios,
  ratio,
  shortRatio,
  type Ratio,
} from './ratio.js'

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
  if (value.kind === 'approximation' && digits >= 0) {
    return roundDecimal(value.value, digits, mode)
  }
  const exact = toRatio(value)
  return roundShort(exact, digits, mode) ?? roundLong(exact, digits, mode)
}

/** Of a decimal, whose digits are there to be cut. */
function roundDecimal(
  value: BigNumber,
  digits: number,
  mode: RoundingMode,
): Ratio {
  const rounded = trusted(value).toDecimalPlaces(digits, MODES[mode])
  return decimalRatio(rounded)
}

/** By the numbers of decimal.js. */
const MODES = { 'half-up': 4, 'half-even': 6 } as const

/** null where a number on the way is longer than a double holds. */
function roundShort(
  value: Ratio,
  digits: number,
  mode: RoundingMode,
): Ratio | null {
  const isRoundable = digits >= 0 && digits <= MOST_SHORT_DIGITS
  if (!isShortRatio(value) || !isRoundable) return null
  const { top, bottom } = value
  if (bottom === 1) return shortRatio(top, 1)
  const unit = 10 ** digits
  const size = Math.abs(top) * unit
  if (size > Number.MAX_SAFE_INTEGER) return null
  const after = size % bottom
  const below = (size - after) / bottom
  // Twice the rest against the whole, without doubling it.
  const rest = after - (bottom - after)
  const up = rest > 0 || (rest === 0 && (mode === 'half-up' || below % 2 === 1))
  const whole = below + (up ? 1 : 0)
  return shortRatio(top < 0 ? -whole : whole, unit)
}

/** 10 to this power is a whole number that a double holds. */
const MOST_SHORT_DIGITS = 15

function roundLong(value: Ratio, digits: number, mode: RoundingMode): Ratio {
  const unit = 10n ** BigInt(Math.abs(digits))
  const scale = digits < 0 ? ratio(1n, unit) : ratio(unit)
  const back = digits < 0 ? ratio(unit) : ratio(1n, unit)
  const scaled = multiplyRatios(value, scale)
  const { numerator, denominator } = scaled
  const negative = numerator < 0n
  const size = negative ? -numerator : numerator
  const below = size / denominator
  const rest = 2n * (size - below * denominator) - denominator
  const up =
    rest > 0n || (rest === 0n && (mode === 'half-up' || below % 2n === 1n))
  const whole = below + (up ? 1n : 0n)
  return multiplyRatios(ratio(negative ? -whole : whole), back)
}
