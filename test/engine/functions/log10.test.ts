import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('log10', () => {
  it('is exact for every power of ten', () => {
    expect(resultOf('log10(1)')).toBe('0')
    expect(resultOf('log10(10)')).toBe('1')
    expect(resultOf('log10(1e400)')).toBe('400')
    expect(resultOf('log10(1/1000)')).toBe('-3')
    expect(resultOf('log10(1e-400)')).toBe('-400')
  })

  it('gives the published digits for 2 (OEIS A007524)', () => {
    expect(resultOf('log10(2)')).toBe(
      '~0.3010299956639811952137388947244930267681…',
    )
  })

  it('takes no power of ten for one that only looks like it', () => {
    expect(resultOf('log10(20)')).toBe(
      '~1.301029995663981195213738894724493026768…',
    )
  })

  it('is missing at zero and below', () => {
    expect(resultOf('log10(0)')).toBe('LOGARITHM_OF_NON_POSITIVE')
    expect(resultOf('log10(-10)')).toBe('LOGARITHM_OF_NON_POSITIVE')
  })

  it('is missing where the number is', () => {
    expect(resultOf('log10(missing)')).toBe('OPERAND_MISSING')
  })
})
