import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, it } from 'vitest'
import {
  compare,
  integer,
  isFault,
  negate,
  ONE,
  root,
  ZERO,
  type Fault,
  type Numeric,
} from '../../../engine/number/numeric.js'
import { power } from '../../../engine/number/power.js'
import { ratio } from '../../../engine/number/ratio.js'
import { round } from '../../../engine/number/rounding.js'
import { decimalText } from '../../../engine/number/text.js'
import { decimal, numeric } from './arbitrary.js'

const half = ratio(1n, 2n)
const sqrt2 = numeric(root(integer(2), 2))

describe('whole powers', () => {
  it('are those of fraction.js', () => {
    fc.assert(
      fc.property(
        decimal,
        fc.integer({ min: -9, max: 9 }),
        (text, exponent) => {
          fc.pre(Number(text) !== 0)
          const expected = new Fraction(text).pow(exponent)
          const result = power(numeric(text), integer(exponent))
          expect(isFault(result) || result.kind).toBe('ratio')
          expect(textOf(result)).toBe(expected.toFraction())
        },
      ),
    )
  })

  it('of zero: 0^0 is 1, and a negative power divides by zero', () => {
    expect(power(ZERO, ZERO)).toBe(ONE)
    expect(power(ZERO, integer(3))).toBe(ZERO)
    expect(power(ZERO, half)).toBe(ZERO)
    expect(power(ZERO, integer(-1))).toBe('DIVISION_BY_ZERO')
    expect(power(ZERO, negate(half))).toBe('DIVISION_BY_ZERO')
  })

  it('of a negative have the sign of the exponent’s parity, however large it is', () => {
    expect(power(integer(-2), integer(3))).toEqual(integer(-8))
    expect(power(integer(-2), integer(-2))).toEqual(ratio(1n, 4n))
    expect(power(integer(-1), ratio(10n ** 30n))).toEqual(ONE)
    expect(power(integer(-1), ratio(10n ** 30n + 1n))).toEqual(integer(-1))
  })

  it('of a root take the noise away', () => {
    expect(compare(numeric(power(sqrt2, integer(10))), integer(32))).toBe(0)
    const eighth = numeric(power(sqrt2, integer(-6)))
    expect(compare(eighth, ratio(1n, 8n))).toBe(0)
  })
})

describe('broken powers', () => {
  it('are exact where the root is', () => {
    expect(power(integer(4), half)).toEqual(integer(2))
    expect(power(integer(4), negate(half))).toEqual(half)
    expect(power(ratio(8n, 27n), ratio(2n, 3n))).toEqual(ratio(4n, 9n))
    expect(power(integer(32), numeric('0.2'))).toEqual(integer(2))
  })

  it('are decimals where it is not: 0.5^1.5', () => {
    const result = numeric(power(half, numeric('1.5')))
    expect(decimalText(result).slice(0, 42)).toBe(
      '0.3535533905932737622004221810524245196424',
    )
  })

  it('round right where the noise hides a half', () => {
    const exponent = numeric(power(sqrt2, integer(-2)))
    const result = numeric(power(numeric('6.25'), exponent))
    expect(compare(result, numeric('2.5'))).toBe(0)
    expect(round(result, 0, 'half-up')).toEqual(integer(3))
    expect(round(result, 0, 'half-even')).toEqual(integer(2))
  })

  it('of a negative are undefined', () => {
    expect(power(integer(-4), half)).toBe('POWER_UNDEFINED')
    expect(power(integer(-8), ratio(1n, 3n))).toBe('POWER_UNDEFINED')
  })

  it('of one are one', () => {
    expect(power(ONE, sqrt2)).toBe(ONE)
    expect(power(ONE, ratio(10n ** 399n))).toBe(ONE)
  })
})

describe('hostile powers', () => {
  it('refuses 9^9^9^9 without computing it', () => {
    const nine = integer(9)
    const tower = numeric(power(nine, nine))
    expect(power(nine, tower)).toBe('OVERFLOW')
    expect(power(numeric('0.1'), tower)).toBe('UNDERFLOW')
    expect(power(nine, negate(tower))).toBe('UNDERFLOW')
  })

  it('draws one line at 10^10000, whole or broken', () => {
    const ten = integer(10)
    expect(textOf(power(ten, integer(9999)))).toMatch(/^10{9999}$/)
    expect(isFault(power(ten, numeric('9999.9')))).toBe(false)
    expect(power(ten, integer(10000))).toBe('OVERFLOW')
    expect(power(ten, numeric('10000.5'))).toBe('OVERFLOW')
    expect(isFault(power(ten, integer(-9999)))).toBe(false)
    expect(power(ten, integer(-10000))).toBe('UNDERFLOW')
    expect(power(ten, ratio(-(10n ** 300n)))).toBe('UNDERFLOW')
  })

  it('keeps the digits bounded for bases beside one', () => {
    const beside = numeric(`1.${'0'.repeat(150)}1`)
    const result = numeric(power(beside, integer(1_000_000)))
    expect(result.kind).toBe('approximation')
    expect(compare(result, ONE)).toBe(0)
  })
})

function textOf(value: Numeric | Fault): string {
  if (isFault(value)) return value
  if (value.kind === 'approximation') return decimalText(value)
  const { numerator, denominator } = value
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`
}
