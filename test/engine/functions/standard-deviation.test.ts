import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('standardDeviation', () => {
  it('divides by n (Wikipedia, Standard deviation: 2, 4, 4, 4, 5, 5, 7, 9)', () => {
    expect(resultOf('standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])')).toBe('2')
    expect(
      resultOf('standardDeviation([2, 4, 4, 4, 5, 5, 7, 9], "population")'),
    ).toBe('2')
  })

  it('divides a sample by n - 1: sqrt(32 / 7)', () => {
    expect(
      resultOf('standardDeviation([2, 4, 4, 4, 5, 5, 7, 9], "sample")'),
    ).toBe('~2.138089935299395077476427847038028172432…')
  })

  it('is exactly 0 where all values are equal', () => {
    expect(resultOf('standardDeviation([1/3, 1/3, 1/3])')).toBe('0')
    expect(resultOf('standardDeviation([5, 5], "sample")')).toBe('0')
  })

  it('is 0 of one value and missing of a sample of one', () => {
    expect(resultOf('standardDeviation([4])')).toBe('0')
    expect(resultOf('standardDeviation([4], "sample")')).toBe('TOO_FEW_VALUES')
  })

  it('skips rows without a value', () => {
    expect(resultOf('standardDeviation([missing, 1, 3])')).toBe('1')
  })

  it('is missing of no rows', () => {
    expect(resultOf('standardDeviation([])')).toBe('NO_ROW_WITH_VALUE')
  })
})
