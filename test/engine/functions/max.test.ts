import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('max of values', () => {
  it('takes the largest of any number of values', () => {
    expect(resultOf('max(3, 2)')).toBe('3')
    expect(resultOf('max(5, 4, 3, 2, 7)')).toBe('7')
  })

  it('keeps a score from falling below zero', () => {
    expect(resultOf('max(0, -12.5)')).toBe('0')
  })

  it('compares fractions and decimals exactly', () => {
    expect(resultOf('max(1/3, 0.3333333333333333333333)')).toBe('1/3')
  })

  it('is missing if any value is', () => {
    expect(resultOf('max(0, missing)')).toBe('OPERAND_MISSING')
  })
})
