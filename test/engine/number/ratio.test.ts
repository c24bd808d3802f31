import { describe, expect, it } from 'vitest'
import {
  addRatios,
  commonDenominator,
  compareRatios,
  divideRatios,
  floorRatio,
  invertRatio,
  multiplyRatios,
  negateRatio,
  ratio,
  shortSum,
  subtractRatios,
} from '../../../engine/number/ratio.js'

describe('ratio', () => {
  it('keeps lowest terms and the sign above the line', () => {
    expect(ratio(6n, 8n)).toEqual(ratio(3n, 4n))
    expect(ratio(3n, -4n)).toEqual(ratio(-3n, 4n))
    expect(ratio(-6n, -8n)).toEqual(ratio(3n, 4n))
    expect(ratio(0n, -5n)).toEqual(ratio(0n))
  })

  it('reduces numbers beyond the doubles', () => {
    expect(ratio(3n * 10n ** 40n, 9n * 10n ** 40n)).toEqual(ratio(1n, 3n))
    expect(ratio(10n ** 40n + 1n, 10n ** 40n).denominator).toBe(10n ** 40n)
  })

  it('adds, multiplies, inverts and negates', () => {
    expect(addRatios(ratio(1n, 6n), ratio(1n, 3n))).toEqual(ratio(1n, 2n))
    expect(addRatios(ratio(1n, 4n), ratio(1n, 4n))).toEqual(ratio(1n, 2n))
    expect(multiplyRatios(ratio(2n, 3n), ratio(3n, 4n))).toEqual(ratio(1n, 2n))
    expect(invertRatio(ratio(-2n, 3n))).toEqual(ratio(-3n, 2n))
    expect(negateRatio(ratio(2n, 3n))).toEqual(ratio(-2n, 3n))
  })

  it('subtracts and divides, also across denominators and below zero', () => {
    expect(subtractRatios(ratio(1n, 4n), ratio(3n, 4n))).toEqual(ratio(-1n, 2n))
    expect(subtractRatios(ratio(1n, 2n), ratio(1n, 3n))).toEqual(ratio(1n, 6n))
    expect(divideRatios(ratio(1n, 4n), ratio(-3n, 4n))).toEqual(ratio(-1n, 3n))
    expect(divideRatios(ratio(1n, 2n), ratio(3n, 4n))).toEqual(ratio(2n, 3n))
    expect(divideRatios(ratio(0n), ratio(-3n, 4n))).toEqual(ratio(0n))
  })

  it('adds many at once, unless a number on the way is long', () => {
    const halves = [ratio(1n, 2n), ratio(1n, 3n), ratio(1n, 6n)]
    expect(shortSum(halves)).toEqual(ratio(1n))
    expect(shortSum([])).toEqual(ratio(0n))
    expect(shortSum([ratio(-1n, 10n), ratio(1n, 10n)])).toEqual(ratio(0n))
    const most = BigInt(Number.MAX_SAFE_INTEGER)
    expect(shortSum([ratio(most), ratio(1n)])).toBeNull()
    expect(shortSum([ratio(1n, most), ratio(1n, 2n)])).toBeNull()
    expect(shortSum([ratio(10n ** 40n)])).toBeNull()
  })

  it('compares across denominators and signs', () => {
    expect(compareRatios(ratio(1n, 3n), ratio(333n, 1000n))).toBe(1)
    expect(compareRatios(ratio(-1n, 2n), ratio(1n, 3n))).toBe(-1)
    expect(compareRatios(ratio(2n, 4n), ratio(1n, 2n))).toBe(0)
  })

  it('takes the floor away from zero below zero', () => {
    expect(floorRatio(ratio(7n, 2n))).toBe(3n)
    expect(floorRatio(ratio(-7n, 2n))).toBe(-4n)
    expect(floorRatio(ratio(-4n))).toBe(-4n)
  })

  it('finds the common denominator, unless it is too long', () => {
    const sixths = [ratio(1n, 4n), ratio(1n, 6n), ratio(5n)]
    expect(commonDenominator(sixths)).toBe(12n)
    const long = [ratio(1n, 10n ** 399n + 1n), ratio(1n, 10n ** 399n + 3n)]
    expect(commonDenominator(long)).toBeNull()
  })
})
