import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('sqrt', () => {
  it('is exact for squares of fractions', () => {
    expect(resultOf('sqrt(144)')).toBe('12')
    expect(resultOf('sqrt(25/49)')).toBe('5/7')
    expect(resultOf('sqrt(0.0001)')).toBe('0.01')
  })

  it('is exact for squares of more than 64 digits', () => {
    expect(
      resultOf(
        'sqrt(10000000000000000000000000000000000000000000000000000000000000000000000000000000200000000000000000000000000000000000000000000000000000000000000000000000000000001)',
      ),
    ).toBe(
      '100000000000000000000000000000000000000000000000000000000000000000000000000000001',
    )
  })

  it('gives the published digits of the root of 3 (OEIS A002194)', () => {
    expect(resultOf('sqrt(3)')).toBe(
      '~1.732050807568877293527446341505872366942…',
    )
  })

  it('leaves zero and one', () => {
    expect(resultOf('sqrt(0)')).toBe('0')
    expect(resultOf('sqrt(1)')).toBe('1')
  })

  it('is missing below zero', () => {
    expect(resultOf('sqrt(-0.01)')).toBe('EVEN_ROOT_OF_NEGATIVE')
  })

  it('is missing where the number is', () => {
    expect(resultOf('sqrt(missing)')).toBe('OPERAND_MISSING')
  })
})
