import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, it } from 'vitest'
import { bigNumber } from '../../../engine/number/big-number.js'
import {
  divide,
  integer,
  multiply,
  root,
  type Numeric,
} from '../../../engine/number/numeric.js'
import { round, type RoundingMode } from '../../../engine/number/rounding.js'
import { decimalText } from '../../../engine/number/text.js'
import { decimal, numeric } from './arbitrary.js'

describe('round', () => {
  it('rounds half-up as fraction.js does to the nearest multiple', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: -9, max: 9 }), (text, digits) => {
        // Size and sign apart: a half goes away from zero on both sides.
        const size = new Fraction(text).abs().roundTo(unitOf(digits))
        const expected = Number(text) < 0 ? size.neg() : size
        const rounded = decimalText(round(numeric(text), digits, 'half-up'))
        expect(new Fraction(rounded).equals(expected)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('differs from half-up by one unit or nothing when half-even', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const even = round(numeric(text), 2, 'half-even')
        const up = round(numeric(text), 2, 'half-up')
        expect(['0', '0.01', '-0.01']).toContain(
          new Fraction(decimalText(up)).sub(decimalText(even)).toString(),
        )
      }),
    )
  })

  it.each([
    ['2.5', 0, '3', '2'],
    ['-2.5', 0, '-3', '-2'],
    ['3.5', 0, '4', '4'],
    ['-3.5', 0, '-4', '-4'],
    ['0.5', 0, '1', '0'],
    ['-0.5', 0, '-1', '0'],
    ['1.005', 2, '1.01', '1'],
    ['2.675', 2, '2.68', '2.68'],
    ['2.665', 2, '2.67', '2.66'],
    ['25', -1, '30', '20'],
    ['-35', -1, '-40', '-40'],
    ['500000000', -9, '1000000000', '0'],
    ['0', 30, '0', '0'],
  ])('takes %s to %i digits: %s half-up, %s half-even', (...row) => {
    const [text, digits, up, even] = row
    expect(rounded(numeric(text), digits, 'half-up')).toBe(up)
    expect(rounded(numeric(text), digits, 'half-even')).toBe(even)
  })

  it('leaves what has no more digits than asked', () => {
    expect(rounded(numeric('-1.25'), 2, 'half-up')).toBe('-1.25')
    expect(rounded(numeric('-1.25'), 30, 'half-even')).toBe('-1.25')
  })

  it('sees the half that the noise of a root has hidden', () => {
    const sqrt10 = numeric(root(integer(10), 2))
    const value = numeric(divide(numeric(multiply(sqrt10, sqrt10)), integer(4)))
    expect(rounded(value, 0, 'half-up')).toBe('3')
    expect(rounded(value, 0, 'half-even')).toBe('2')
  })

  it('takes 2.4999...9 with 60 nines for a half, and with 30 for less', () => {
    expect(rounded(approximation(`2.4${'9'.repeat(60)}`), 0, 'half-up')).toBe(
      '3',
    )
    expect(rounded(approximation(`2.4${'9'.repeat(30)}`), 0, 'half-up')).toBe(
      '2',
    )
    expect(
      rounded(approximation(`2.5${'0'.repeat(50)}1`), 0, 'half-even'),
    ).toBe('2')
  })

  it('never takes an exact 2.4999...9 for a half', () => {
    expect(rounded(numeric(`2.4${'9'.repeat(150)}`), 0, 'half-up')).toBe('2')
  })
})

function unitOf(digits: number): Fraction {
  return new Fraction(10).pow(-digits)
}

function rounded(value: Numeric, digits: number, mode: RoundingMode): string {
  return decimalText(round(value, digits, mode))
}

function approximation(text: string): Numeric {
  return { kind: 'approximation', value: bigNumber(text) }
}
