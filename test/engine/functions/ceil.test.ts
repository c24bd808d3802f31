import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('ceil', () => {
  it('goes up to the whole number above', () => {
    expect(resultOf('ceil(2.001)')).toBe('3')
  })

  it('goes towards zero below zero', () => {
    expect(resultOf('ceil(-0.9)')).toBe('0')
    expect(resultOf('ceil(-2.5)')).toBe('-2')
  })

  it('leaves whole numbers as they are', () => {
    expect(resultOf('ceil(-3)')).toBe('-3')
    expect(resultOf('ceil(0)')).toBe('0')
  })

  it('is missing where the number is', () => {
    expect(resultOf('ceil(missing)')).toBe('OPERAND_MISSING')
  })
})
