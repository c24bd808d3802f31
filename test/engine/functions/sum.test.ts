import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('sum', () => {
  it('adds fractions exactly', () => {
    expect(resultOf('sum([1/3, 1/3, 2/6])')).toBe('1')
    expect(resultOf('sum([0.1, 0.2, -0.3])')).toBe('0')
  })

  it('takes the only value of one row', () => {
    expect(resultOf('sum([7.5])')).toBe('7.5')
  })

  it('skips rows without a value', () => {
    expect(resultOf('sum([missing, 2, missing])')).toBe('2')
  })

  it('is missing of no rows, not zero', () => {
    expect(resultOf('sum([])')).toBe('NO_ROW_WITH_VALUE')
    expect(resultOf('sum([missing])')).toBe('NO_ROW_WITH_VALUE')
  })
})
