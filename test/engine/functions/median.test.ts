import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('median', () => {
  it('takes the middle of an odd number of values', () => {
    expect(resultOf('median([3, 1, 2])')).toBe('2')
  })

  it('halves the two in the middle of an even number', () => {
    expect(resultOf('median([4, 1, 3, 2])')).toBe('2.5')
    expect(resultOf('median([1/3, 2/3])')).toBe('0.5')
  })

  it('orders by size and not by text', () => {
    expect(resultOf('median([10, 9, 100])')).toBe('10')
  })

  it('takes the only value of one row', () => {
    expect(resultOf('median([7])')).toBe('7')
  })

  it('skips rows without a value', () => {
    expect(resultOf('median([missing, 1, 5])')).toBe('3')
  })

  it('is missing of no rows', () => {
    expect(resultOf('median([])')).toBe('NO_ROW_WITH_VALUE')
  })
})
