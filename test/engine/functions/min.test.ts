import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('min of values', () => {
  it('takes the smallest of any number of values', () => {
    expect(resultOf('min(3, 2)')).toBe('2')
    expect(resultOf('min(5, 4, 3, 2, 7)')).toBe('2')
  })

  it('compares fractions and decimals exactly', () => {
    expect(resultOf('min(1/3, 0.3333333333333333333333)')).toBe(
      '0.3333333333333333333333',
    )
  })

  it('takes the value where all are equal', () => {
    expect(resultOf('min(0.5, 1/2)')).toBe('0.5')
  })

  it('is missing if any value is', () => {
    expect(resultOf('min(1, missing)')).toBe('OPERAND_MISSING')
  })
})
