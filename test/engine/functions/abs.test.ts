import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('abs', () => {
  it('takes the sign of a negative number away', () => {
    expect(resultOf('abs(-12.5)')).toBe('12.5')
  })

  it('leaves a positive fraction exactly as it is', () => {
    expect(resultOf('abs(1/3)')).toBe('1/3')
  })

  it('leaves zero zero', () => {
    expect(resultOf('abs(0)')).toBe('0')
  })

  it('is missing where the number is', () => {
    expect(resultOf('abs(missing)')).toBe('OPERAND_MISSING')
  })
})
