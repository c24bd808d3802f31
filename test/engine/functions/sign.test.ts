import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('sign', () => {
  it('tells the three sides of zero apart', () => {
    expect(resultOf('sign(-7)')).toBe('-1')
    expect(resultOf('sign(0)')).toBe('0')
    expect(resultOf('sign(7)')).toBe('1')
  })

  it('sees the smallest numbers', () => {
    expect(resultOf('sign(1e-400)')).toBe('1')
    expect(resultOf('sign(-1e-400)')).toBe('-1')
  })

  it('is missing where the number is', () => {
    expect(resultOf('sign(missing)')).toBe('OPERAND_MISSING')
  })
})
