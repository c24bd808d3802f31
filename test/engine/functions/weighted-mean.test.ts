import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('weightedMean', () => {
  it('weighs two classes by their size (Wikipedia, Weighted arithmetic mean: 20 pupils with 80, 30 with 90)', () => {
    expect(resultOf('weightedMean([80, 90], [20, 30])')).toBe('86')
  })

  it('takes weights that do not add up to one', () => {
    expect(resultOf('weightedMean([1, 2, 3], [1/3, 1/3, 1/3])')).toBe('2')
    expect(resultOf('weightedMean([1, 3], [0.2, 0.2])')).toBe('2')
  })

  it('gives a row with weight zero no say', () => {
    expect(resultOf('weightedMean([5, 100], [1, 0])')).toBe('5')
  })

  it('skips rows where the value or the weight is missing', () => {
    expect(resultOf('weightedMean([missing, 4, 6], [7, 1, missing])')).toBe('4')
  })

  it('is missing where the weights add up to zero', () => {
    expect(resultOf('weightedMean([5, 6], [0, 0])')).toBe('ZERO_WEIGHTS')
    expect(resultOf('weightedMean([5, 6], [1, -1])')).toBe('ZERO_WEIGHTS')
  })

  it('is missing of no rows', () => {
    expect(resultOf('weightedMean([], [])')).toBe('NO_ROW_WITH_VALUE')
  })
})
