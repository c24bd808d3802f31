import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('clamp', () => {
  it('leaves a value between the bounds', () => {
    expect(resultOf('clamp(0.4, 0, 1)')).toBe('0.4')
  })

  it('leaves a value on a bound', () => {
    expect(resultOf('clamp(0, 0, 1)')).toBe('0')
    expect(resultOf('clamp(1, 0, 1)')).toBe('1')
  })

  it('holds values at the bounds', () => {
    expect(resultOf('clamp(-3, 0, 1)')).toBe('0')
    expect(resultOf('clamp(3, 0, 1)')).toBe('1')
  })

  it('gives the bound where both are the same', () => {
    expect(resultOf('clamp(9, 2, 2)')).toBe('2')
  })

  it('is missing where the bounds are the wrong way round', () => {
    expect(resultOf('clamp(0.5, 1, 0)')).toBe('ARGUMENT_OUT_OF_RANGE')
  })

  it('is missing where an argument is', () => {
    expect(resultOf('clamp(missing, 0, 1)')).toBe('OPERAND_MISSING')
  })
})
