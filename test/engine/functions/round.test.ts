import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('round', () => {
  it('goes to a whole number where no digits are given', () => {
    expect(resultOf('round(2.4)')).toBe('2')
    expect(resultOf('round(7/3)')).toBe('2')
  })

  it('takes a half away from zero', () => {
    expect(resultOf('round(0.5)')).toBe('1')
    expect(resultOf('round(-0.5)')).toBe('-1')
    expect(resultOf('round(1.005, 2)')).toBe('1.01')
  })

  it('takes a half to the even digit where ordered', () => {
    expect(resultOf('round(0.5, 0, "half-even")')).toBe('0')
    expect(resultOf('round(1.5, 0, "half-even")')).toBe('2')
    expect(resultOf('round(-2.5, 0, "half-even")')).toBe('-2')
    expect(resultOf('round(0.125, 2, "half-even")')).toBe('0.12')
  })

  it('rounds to tens and beyond for negative digits', () => {
    expect(resultOf('round(15, -1)')).toBe('20')
    expect(resultOf('round(4999999999, -9)')).toBe('5000000000')
    expect(resultOf('round(12, -9)')).toBe('0')
  })

  it('rounds to 30 digits', () => {
    expect(resultOf('round(2/3, 30)')).toBe('0.666666666666666666666666666667')
  })

  it('is missing where digits are broken or outside -9..30', () => {
    expect(resultOf('round(1, 0.5)')).toBe('ARGUMENT_OUT_OF_RANGE')
    expect(resultOf('round(1, 31)')).toBe('ARGUMENT_OUT_OF_RANGE')
    expect(resultOf('round(1, -10)')).toBe('ARGUMENT_OUT_OF_RANGE')
  })

  it('is missing where the number is', () => {
    expect(resultOf('round(missing, 2)')).toBe('OPERAND_MISSING')
  })
})
