import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('floor', () => {
  it('goes down to the whole number below', () => {
    expect(resultOf('floor(2.999)')).toBe('2')
  })

  it('goes away from zero below zero', () => {
    expect(resultOf('floor(-0.1)')).toBe('-1')
  })

  it('leaves whole numbers as they are', () => {
    expect(resultOf('floor(-3)')).toBe('-3')
    expect(resultOf('floor(6/3)')).toBe('2')
    expect(resultOf('floor(0)')).toBe('0')
  })

  it('keeps every digit of a long number', () => {
    expect(resultOf('floor(123456789012345678901234567890.9)')).toBe(
      '123456789012345678901234567890',
    )
  })

  it('is missing where the number is', () => {
    expect(resultOf('floor(missing)')).toBe('OPERAND_MISSING')
  })
})
