import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('ln', () => {
  it('is exactly 0 at one', () => {
    expect(resultOf('ln(1)')).toBe('0')
  })

  it('gives the published digits for 10 and 1/2 (OEIS A002392, A002162)', () => {
    expect(resultOf('ln(10)')).toBe(
      '~2.302585092994045684017991454684364207601…',
    )
    expect(resultOf('ln(0.5)')).toBe(
      '~-0.6931471805599453094172321214581765680755…',
    )
  })

  it('is missing at zero and below', () => {
    expect(resultOf('ln(0)')).toBe('LOGARITHM_OF_NON_POSITIVE')
    expect(resultOf('ln(-1)')).toBe('LOGARITHM_OF_NON_POSITIVE')
  })

  it('is missing where the number is', () => {
    expect(resultOf('ln(missing)')).toBe('OPERAND_MISSING')
  })
})
