/** Figures on the screen are the figures of the answers, digit by digit. */
import { describe, expect, it } from 'vitest'

import {
  countText,
  decimalText,
  signedText,
} from '../../studio/format/decimal.js'
import { dateText } from '../../studio/format/dates.js'

/** Of numbers: a space that does not break a line. */
const spaced = (text: string) => text.replaceAll(' ', '\u00a0')

describe('a figure', () => {
  it('has the signs of the language', () => {
    expect(decimalText('1234567.5', 'kk')).toBe(spaced('1 234 567,5'))
    expect(decimalText('1234567.5', 'ru')).toBe(spaced('1 234 567,5'))
    expect(decimalText('1234567.5', 'en')).toBe('1,234,567.5')
  })

  it('keeps zeros that the answer has, and invents none', () => {
    expect(decimalText('71.250', 'kk')).toBe('71,250')
    expect(decimalText('71', 'kk')).toBe('71')
  })

  it('is cut off with a mark, and never rounded', () => {
    expect(decimalText('0.8495020724', 'en', 3)).toBe('0.849…')
    expect(decimalText('0.8499', 'en', 3)).toBe('0.849…')
    expect(decimalText('0.849', 'en', 3)).toBe('0.849')
    expect(decimalText('12.5', 'ru', 0)).toBe('12…')
  })

  it('has a minus, and a plus where it is a difference', () => {
    expect(decimalText('-1000.25', 'ru')).toBe(spaced('−1 000,25'))
    expect(signedText('0.25', 'kk')).toBe('+0,25')
    expect(signedText('-0.25', 'en')).toBe('−0.25')
    expect(signedText('0.00', 'en')).toBe('0.00')
  })

  it('of more digits than a floating number holds stays what it is', () => {
    const exact = '9007199254740993.1000000000000000000000000000000000000001'
    expect(decimalText(exact, 'en').replaceAll(',', '')).toBe(exact)
  })

  it('that is no number is shown as it is', () => {
    expect(decimalText('A', 'kk')).toBe('A')
    expect(countText(1000, 'en')).toBe('1,000')
  })
})

describe('a date', () => {
  it('is written as the language does', () => {
    expect(dateText('2012-01-19', 'kk')).toBe('2012 жылғы 19 қаңтар')
    expect(dateText('2012-01-19', 'ru')).toBe('19 января 2012 г.')
    expect(dateText('2012-01-19', 'en')).toBe('19 January 2012')
    expect(dateText('soon', 'en')).toBe('soon')
  })
})
