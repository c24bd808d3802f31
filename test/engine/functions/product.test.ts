import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('product', () => {
  it('multiplies fractions exactly', () => {
    expect(resultOf('product([2/3, 3/4, 2])')).toBe('1')
  })

  it('is zero with a zero', () => {
    expect(resultOf('product([5, 0, 7])')).toBe('0')
  })

  it('keeps the sign', () => {
    expect(resultOf('product([-2, -3, -1])')).toBe('-6')
  })

  it('skips rows without a value', () => {
    expect(resultOf('product([missing, 4])')).toBe('4')
  })

  it('overflows with a reason', () => {
    expect(
      resultOf(
        'product([1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400, 1e400])',
      ),
    ).toBe('OVERFLOW')
  })

  it('is missing of no rows, not one', () => {
    expect(resultOf('product([])')).toBe('NO_ROW_WITH_VALUE')
  })
})
