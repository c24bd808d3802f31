import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bigNumber } from '../../../engine/number/big-number.js'
import { naturalLogarithm } from '../../../engine/number/natural-logarithm.js'

describe('the natural logarithm', () => {
  it('is that of big decimals, to 60 of 64 digits', () => {
    const digits = fc.bigInt({ min: 1n, max: 10n ** 40n })
    fc.assert(
      fc.property(digits, fc.integer({ min: -60, max: 60 }), (n, exponent) => {
        const x = bigNumber(`${n}e${exponent}`)
        const [fast, slow] = [naturalLogarithm(x), x.ln()]
        expect(fast.toSignificantDigits(60).toString()).toBe(
          slow.toSignificantDigits(60).toString(),
        )
      }),
      { numRuns: 150 },
    )
  })

  it.each(['1.0000000001', '0.9999999999', '0.5', '2', '1e-400', '9e300'])(
    'keeps its digits at %s',
    (text) => {
      const x = bigNumber(text)
      expect(naturalLogarithm(x).toSignificantDigits(60).toString()).toBe(
        x.ln().toSignificantDigits(60).toString(),
      )
    },
  )

  it('is that of 200 (Python decimal)', () => {
    expect(naturalLogarithm(bigNumber('200')).toString()).toMatch(
      /^5\.298317366548036677453215030826/,
    )
  })
})
