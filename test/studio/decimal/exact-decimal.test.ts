/** Figures are compared and added digit by digit. */
import { describe, expect, it } from 'vitest'

import {
  compareDecimals,
  decimalOfNumber,
  isZeroDecimal,
  subtractDecimals,
  sumDecimals,
} from '../../../studio/decimal/exact-decimal.js'

describe('the order of figures', () => {
  it('is that of their values, not of their letters', () => {
    const figures = ['10', '9.5', '-2', '0.25', '-10.5', '9.49']
    expect([...figures].sort(compareDecimals)).toEqual([
      ...['-10.5', '-2', '0.25', '9.49', '9.5', '10'],
    ])
  })

  it('tells apart what falls together as floating numbers', () => {
    const [one, other] = ['0.10000000000000000001', '0.1']
    expect(Number(one)).toBe(Number(other))
    expect(compareDecimals(one, other)).toBe(1)
    expect(compareDecimals('9007199254740993', '9007199254740992')).toBe(1)
  })

  it('takes no notice of zeros at the end, or of a minus before zero', () => {
    expect(compareDecimals('71.250', '71.25')).toBe(0)
    expect(compareDecimals('-0.0', '0')).toBe(0)
  })

  it('does not guess at what is no number', () => {
    expect(() => compareDecimals('1', 'missing')).toThrow('"missing"')
  })
})

describe('a sum of figures', () => {
  it('is exact where floating numbers are not', () => {
    expect(0.1 + 0.2).not.toBe(0.3)
    expect(sumDecimals(['0.1', '0.2'])).toBe('0.3')
    expect(sumDecimals(['-1.5', '0.25', '1.25'])).toBe('0')
    expect(sumDecimals(['-0.5', '0.25'])).toBe('-0.25')
  })

  it('of nothing is zero', () => {
    expect(sumDecimals([])).toBe('0')
  })

  it('knows zero however it is written', () => {
    expect(['0', '-0.00', '0.'].map(isZeroDecimal)).toEqual([true, true, true])
    expect(isZeroDecimal('0.001')).toBe(false)
  })
})

describe('the difference of two figures', () => {
  it.each([
    ['78.05', '79.1', '-1.05'],
    ['61.73', '61.738', '-0.008'],
    ['1', '2.50', '-1.5'],
    ['-1', '-1.000', '0'],
    ['100000000000000000000.1', '0.1', '100000000000000000000'],
  ])('%s less %s is %s', (one, other, difference) => {
    expect(subtractDecimals(one, other)).toBe(difference)
  })
})

describe('a floating number as decimal text', () => {
  it('has no power of ten', () => {
    expect(decimalOfNumber(0.25)).toBe('0.25')
    expect(decimalOfNumber(1.5e-7)).toBe('0.00000015')
    expect(decimalOfNumber(-1e-7)).toBe('-0.0000001')
    expect(decimalOfNumber(1.25e21)).toBe('1250000000000000000000')
  })
})
