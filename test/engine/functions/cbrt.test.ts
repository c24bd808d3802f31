import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('cbrt', () => {
  it('is exact for cubes of fractions', () => {
    expect(resultOf('cbrt(1000)')).toBe('10')
    expect(resultOf('cbrt(8/27)')).toBe('2/3')
  })

  it('takes the root of a negative number', () => {
    expect(resultOf('cbrt(-0.125)')).toBe('-0.5')
  })

  it('gives the published digits of the root of 3 (OEIS A002581)', () => {
    expect(resultOf('cbrt(3)')).toBe(
      '~1.442249570307408382321638310780109588391…',
    )
    expect(resultOf('cbrt(-3)')).toBe(
      '~-1.442249570307408382321638310780109588391…',
    )
  })

  it('leaves zero', () => {
    expect(resultOf('cbrt(0)')).toBe('0')
  })

  it('is missing where the number is', () => {
    expect(resultOf('cbrt(missing)')).toBe('OPERAND_MISSING')
  })
})
