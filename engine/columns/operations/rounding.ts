/** Rounding to decimal digits and to whole numbers. */
import type { Builder } from '../code/builder.js'
import type { Code } from '../code/code.js'
import {
  isAnyAbsent,
  LARGEST_WHOLE,
  within,
  type Facts,
} from '../code/facts.js'
import { rounded as rounding } from '../bounds/terms.js'
import { UNIT, type Bounded, type Bounds, type Operation } from './operation.js'

/** k / 10^digits, the double next to the decimal. */
function unscaled(whole: number, digits: number): number {
  return digits < 0 ? whole * 10 ** -digits : whole / 10 ** digits
}

function scaledSize(a: number, digits: number): number {
  const size = Math.abs(a)
  return digits < 0 ? size / 10 ** -digits : size * 10 ** digits
}

/** A half goes away from zero. */
export function roundedHalfUp(a: number, digits: number): number {
  const size = scaledSize(a, digits)
  if (!(size < LARGEST_WHOLE)) return a
  const whole = Math.floor(size + 0.5)
  return unscaled(a < 0 ? -whole : whole, digits)
}

/** A half goes to the even digit. */
export function roundedHalfEven(a: number, digits: number): number {
  const size = scaledSize(a, digits)
  if (!(size < LARGEST_WHOLE)) return a
  const below = Math.floor(size)
  const rest = size - below
  const isUp = rest > 0.5 || (rest === 0.5 && below % 2 === 1)
  const whole = isUp ? below + 1 : below
  return unscaled(a < 0 ? -whole : whole, digits)
}

/**
 * 1 where the error might carry the number over a half of the last digit, or
 * where so many digits do not fit a double.
 */
export function isNearHalf(a: number, digits: number, error: number): number {
  if (a !== a) return 0
  const size = scaledSize(a, digits)
  if (!(size < 1e15)) return 1
  if (error === 0 && digits === 0) return 0
  const rest = Math.abs(size - Math.floor(size) - 0.5)
  const bound = scaledSize(error, digits) + 4 * UNIT * size
  return rest > bound ? 0 : 1
}

export const roundHalfUp: Operation = {
  apply: roundedHalfUp,
  text: (a, b) => `roundedHalfUp(${a}, ${b})`,
  facts: (operands) => roundedFacts(operands),
  bounds: roundedBounds,
}

export const roundHalfEven: Operation = {
  apply: roundedHalfEven,
  text: (a, b) => `roundedHalfEven(${a}, ${b})`,
  facts: (operands) => roundedFacts(operands),
  bounds: roundedBounds,
}

export const nearHalf: Operation = {
  apply: isNearHalf,
  text: (a, b, c) => `isNearHalf(${a}, ${b}, ${c})`,
  facts: () => within(0, 1, { mayBeAbsent: false, isWhole: true }),
}

function roundedFacts([a, digits]: readonly Facts[]): Facts {
  if (!a || !digits) throw new TypeError('Rounding takes a number and digits')
  const half = 10 ** -digits.low
  return within(
    a.low >= 0 ? 0 : a.low - half,
    a.high <= 0 ? 0 : a.high + half,
    {
      mayBeAbsent: isAnyAbsent([a, digits]),
      isWhole: digits.high <= 0,
      smallest: 10 ** -digits.high,
      isDecimal: true,
    },
  )
}

function roundedBounds(
  code: Builder,
  value: Code,
  [a, digits]: readonly Bounded[],
): Bounds {
  if (!a || !digits) throw new TypeError('Rounding takes a number and digits')
  const isNear = code.operation('near-half', a.value, digits.value, a.error)
  return {
    error: rounding(code, value),
    doubt: code.either(a.doubt, isNear),
  }
}

export const floor: Operation = {
  apply: (a) => Math.floor(a),
  text: (a) => `Math.floor(${a})`,
  facts: ([a]) => wholeFacts(a),
  bounds: stepBounds,
}

export const ceil: Operation = {
  apply: (a) => Math.ceil(a),
  text: (a) => `Math.ceil(${a})`,
  facts: ([a]) => wholeFacts(a),
  bounds: stepBounds,
}

function wholeFacts(a: Facts | undefined): Facts {
  if (!a) throw new TypeError('There is a number to cut')
  return within(Math.floor(a.low), Math.ceil(a.high), {
    mayBeAbsent: a.mayBeAbsent,
    isWhole: true,
    isDecimal: true,
  })
}

function stepBounds(
  code: Builder,
  value: Code,
  [a]: readonly Bounded[],
): Bounds {
  if (!a) throw new TypeError('There is a number to cut')
  const isNear = code.isNearWhole(a)
  // Beyond 2^53 the double next to a whole decimal may be another whole number.
  return { error: rounding(code, value), doubt: code.either(a.doubt, isNear) }
}

export const nearestWhole: Operation = {
  apply: (a) => Math.round(a),
  text: (a) => `Math.round(${a})`,
  facts: ([a]) => wholeFacts(a),
}

export const sign: Operation = {
  apply: (a) => Math.sign(a),
  text: (a) => `Math.sign(${a})`,
  facts: ([a]) => ({
    ...wholeFacts(a),
    low: -1,
    high: 1,
    isWhole: true,
    smallest: 1,
  }),
  bounds: (code, _, [a]) => {
    if (!a) throw new TypeError('There is a number with a sign')
    const isNear = code.isNear(a, code.bounded(code.number(0)))
    return { error: code.number(0), doubt: code.either(a.doubt, isNear) }
  },
}
