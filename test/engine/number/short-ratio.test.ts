/**
 * Short fractions are computed as doubles: held against whole numbers of any
 * length, on both sides of the largest whole number that a double holds.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  addRatios,
  compareRatios,
  invertRatio,
  multiplyRatios,
  negateRatio,
  ratio,
  signOfRatio,
  type Ratio,
} from '../../../engine/number/ratio.js'
import { round } from '../../../engine/number/rounding.js'
import {
  nearestDouble,
  parseDecimal,
  decimalText,
} from '../../../engine/number/text.js'
import { toInteger } from '../../../engine/number/numeric.js'

const SAFE = 2n ** 53n - 1n

const whole = fc.oneof(
  fc.bigInt({ min: -50n, max: 50n }),
  fc.bigInt({ min: -(2n ** 31n) - 9n, max: 2n ** 31n + 9n }),
  fc.bigInt({ min: SAFE - 5n, max: SAFE + 5n }),
  fc.bigInt({ min: -SAFE - 5n, max: -SAFE + 5n }),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
)
const fraction = fc
  .tuple(whole, whole)
  .map(([a, b]): readonly [bigint, bigint] => [a, b === 0n ? 1n : b])

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b)
}

/** The lowest terms, found without doubles. */
function lowest(numerator: bigint, denominator: bigint): string {
  const sign = denominator < 0n ? -1n : 1n
  const common = divisor(
    numerator < 0n ? -numerator : numerator,
    denominator * sign,
  )
  return `${(numerator * sign) / common}/${(denominator * sign) / common}`
}

function text({ numerator, denominator }: Ratio): string {
  return `${numerator}/${denominator}`
}

describe('fractions of short and long whole numbers', () => {
  it('come to what whole numbers of any length come to, in one form', () => {
    fc.assert(
      fc.property(fraction, fraction, ([a, b], [c, d]) => {
        const x = ratio(a, b)
        const y = ratio(c, d)
        expect(text(x)).toBe(lowest(a, b))
        const sum = addRatios(x, y)
        expect(text(sum)).toBe(lowest(a * d + c * b, b * d))
        const product = multiplyRatios(x, y)
        expect(text(product)).toBe(lowest(a * c, b * d))
        expect(text(negateRatio(x))).toBe(lowest(-a, b))
        if (a !== 0n) expect(text(invertRatio(x))).toBe(lowest(b, a))
        // One form: the same number is the same record, however it was made.
        for (const each of [sum, product, negateRatio(negateRatio(x))]) {
          const { numerator, denominator } = each
          expect(each).toStrictEqual(ratio(numerator * 3n, denominator * 3n))
        }
        const left = a * d * (b * d < 0n ? -1n : 1n)
        const right = c * b * (b * d < 0n ? -1n : 1n)
        expect(compareRatios(x, y)).toBe(
          left < right ? -1 : left > right ? 1 : 0,
        )
        const size = a * b
        expect(signOfRatio(x)).toBe(size < 0n ? -1 : size > 0n ? 1 : 0)
      }),
      { numRuns: 2000 },
    )
  })

  it('have the double that their decimal text has', () => {
    fc.assert(
      fc.property(fraction, ([a, b]) => {
        const value = ratio(a, b)
        // 0 + -0 is 0.
        expect(nearestDouble(value)).toBe(0 + Number(decimalText(value)))
      }),
      { numRuns: 2000 },
    )
  })

  it('are rounded to digits by the rest, a half away from zero or to even', () => {
    fc.assert(
      fc.property(
        fraction,
        fc.integer({ min: 0, max: 16 }),
        fc.constantFrom('half-up' as const, 'half-even' as const),
        ([a, b], digits, mode) => {
          const unit = 10n ** BigInt(digits)
          const size = (a < 0n ? -a : a) * unit
          const below = size / (b < 0n ? -b : b)
          const twice = 2n * (size - below * (b < 0n ? -b : b))
          const half = b < 0n ? -b : b
          const isUp =
            twice > half ||
            (twice === half && (mode === 'half-up' || below % 2n === 1n))
          const expected = (isUp ? below + 1n : below) * (a * b < 0n ? -1n : 1n)
          expect(round(ratio(a, b), digits, mode)).toStrictEqual(
            ratio(expected, unit),
          )
        },
      ),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['12.50', 25n, 2n],
    ['-0.07', -7n, 100n],
    ['-0', 0n, 1n],
    ['.5', 1n, 2n],
    ['5.', 5n, 1n],
    ['+5', 5n, 1n],
    ['000123456789012', 123456789012n, 1n],
    ['123456789012345.6', 1234567890123456n, 10n],
    ['12345678901234567890', 12345678901234567890n, 1n],
    ['1e3', 1000n, 1n],
  ])('reads %s', (given, numerator, denominator) => {
    expect(parseDecimal(given)).toStrictEqual(ratio(numerator, denominator))
  })

  it.each(['', '.', '-', '-.', '1.2.3', '1,2', ' 1', '1 ', '--1', '1-', '1e'])(
    'does not read "%s"',
    (given) => {
      expect(parseDecimal(given)).toBe('NOT_A_NUMBER')
    },
  )

  it('know whole numbers up to the largest that a double holds', () => {
    expect(toInteger(ratio(SAFE))).toBe(Number.MAX_SAFE_INTEGER)
    expect(toInteger(ratio(SAFE + 1n))).toBeNull()
    expect(toInteger(ratio(1n, 2n))).toBeNull()
  })
})
