import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('harmonicMean', () => {
  it('averages rates (Wikipedia, Harmonic mean: 1, 4 and 4)', () => {
    expect(resultOf('harmonicMean([1, 4, 4])')).toBe('2')
  })

  it('takes the only value of one row', () => {
    expect(resultOf('harmonicMean([-1/3])')).toBe('-1/3')
  })

  it('skips rows without a value', () => {
    expect(resultOf('harmonicMean([missing, 3, 6])')).toBe('4')
  })

  it('is missing with a zero', () => {
    expect(resultOf('harmonicMean([0, 3])')).toBe('DIVISION_BY_ZERO')
  })

  it('is missing where the reciprocals cancel', () => {
    expect(resultOf('harmonicMean([2, -2])')).toBe('DIVISION_BY_ZERO')
  })

  it('is missing of no rows', () => {
    expect(resultOf('harmonicMean([])')).toBe('NO_ROW_WITH_VALUE')
  })
})
