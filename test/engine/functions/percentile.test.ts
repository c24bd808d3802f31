import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('percentile', () => {
  it('interpolates as R does by default (quantile(1:10, 0.25), type 7, is 3.25)', () => {
    expect(resultOf('percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 25)')).toBe(
      '3.25',
    )
  })

  it('gives the smallest at 0 and the largest at 100', () => {
    expect(resultOf('percentile([8, 2, 5], 0)')).toBe('2')
    expect(resultOf('percentile([8, 2, 5], 100)')).toBe('8')
  })

  it('gives a value itself where it lies on one', () => {
    expect(resultOf('percentile([10, 20, 30], 50)')).toBe('20')
  })

  it('interpolates by hand: h = 4 * 0.4 = 1.6, so 2 + 0.6 * (3 - 2)', () => {
    expect(resultOf('percentile([1, 2, 3, 4, 5], 40)')).toBe('2.6')
  })

  it('takes the only value of one row', () => {
    expect(resultOf('percentile([7], 33)')).toBe('7')
  })

  it('is missing where p is outside 0..100', () => {
    expect(resultOf('percentile([1, 2], -1)')).toBe('ARGUMENT_OUT_OF_RANGE')
    expect(resultOf('percentile([1, 2], 100.01)')).toBe('ARGUMENT_OUT_OF_RANGE')
  })

  it('skips rows without a value', () => {
    expect(resultOf('percentile([missing, 1, 3], 50)')).toBe('2')
  })

  it('is missing of no rows', () => {
    expect(resultOf('percentile([], 50)')).toBe('NO_ROW_WITH_VALUE')
  })
})
