import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bigNumber } from '../../../engine/number/big-number.js'
import { integer, root } from '../../../engine/number/numeric.js'
import { ratio } from '../../../engine/number/ratio.js'
import { significantDigits } from '../../../engine/number/significant-digits.js'
import {
  decimalText,
  hasWholeText,
  nearestDouble,
  parseDecimal,
  parseFraction,
  shortText,
} from '../../../engine/number/text.js'
import { decimal, numeric } from './arbitrary.js'

const third = ratio(1n, 3n)
const sqrt2 = numeric(root(integer(2), 2))

describe('parseDecimal', () => {
  it('reads the decimal and never the double beside it', () => {
    expect(parseDecimal('0.1')).toEqual(ratio(1n, 10n))
    expect(parseDecimal('9007199254740993')).toEqual(ratio(9007199254740993n))
  })

  it.each([
    ['12.50', 25n, 2n],
    ['-3', -3n, 1n],
    ['+3', 3n, 1n],
    ['1e-7', 1n, 10_000_000n],
    ['1.5E+3', 1500n, 1n],
    ['.5', 1n, 2n],
    ['5.', 5n, 1n],
    ['-0', 0n, 1n],
    ['007', 7n, 1n],
    ['0e999999999', 0n, 1n],
  ])('reads %s', (text, numerator, denominator) => {
    expect(parseDecimal(text)).toEqual(ratio(numerator, denominator))
  })

  it.each([
    '',
    ' ',
    '.',
    '-',
    '1,5',
    '1 000',
    ' 1',
    '1_000',
    '0x10',
    '1e',
    '1e1.5',
    '--1',
    'NaN',
    'Infinity',
    '1/3',
    '５',
    '1\n',
  ])('does not take %j for a number', (text) => {
    expect(parseDecimal(text)).toBe('NOT_A_NUMBER')
  })

  it('refuses numbers beyond 10^400 and 200 digits before computing them', () => {
    expect(parseDecimal('1e400')).toEqual(ratio(10n ** 400n))
    expect(parseDecimal('1e401')).toBe('OUT_OF_RANGE')
    expect(parseDecimal('1e999999')).toBe('OUT_OF_RANGE')
    expect(parseDecimal('-1e-999999')).toBe('OUT_OF_RANGE')
    expect(parseDecimal(`1e${'9'.repeat(500)}`)).toBe('OUT_OF_RANGE')
    expect(parseDecimal('1'.repeat(200))).toEqual(
      ratio(BigInt('1'.repeat(200))),
    )
    expect(parseDecimal('1'.repeat(201))).toBe('TOO_MANY_DIGITS')
  })

  it('refuses texts of a million characters as fast as short ones', () => {
    expect(parseDecimal('1'.repeat(1_000_000))).toBe('TOO_MANY_DIGITS')
    expect(parseDecimal(`${'1'.repeat(1_000_000)}x`)).toBe('NOT_A_NUMBER')
    expect(parseDecimal(`1${'0'.repeat(1_000_000)}1`)).toBe('TOO_MANY_DIGITS')
  })
})

describe('parseFraction', () => {
  it('reads fractions and decimals, spaces around allowed', () => {
    expect(parseFraction('1/3')).toEqual(third)
    expect(parseFraction(' -2 / 6 ')).toEqual(ratio(-1n, 3n))
    expect(parseFraction(' 0.25 ')).toEqual(ratio(1n, 4n))
  })

  it('takes no broken fraction for a number', () => {
    expect(parseFraction('1/0')).toBe('NOT_A_NUMBER')
    expect(parseFraction('1/-3')).toBe('NOT_A_NUMBER')
    expect(parseFraction('0.5/3')).toBe('NOT_A_NUMBER')
    expect(parseFraction('1/2/3')).toBe('NOT_A_NUMBER')
  })
})

describe('decimalText', () => {
  it('gives back what was read', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        const value = numeric(text)
        expect(parseDecimal(decimalText(value))).toEqual(value)
        expect(decimalText(value)).toBe(withoutIdleZeros(text))
        expect(hasWholeText(value)).toBe(true)
      }),
    )
  })

  it('writes every digit where the number ends', () => {
    expect(decimalText(ratio(-1n, 8n))).toBe('-0.125')
    expect(decimalText(ratio(3n, 40n))).toBe('0.075')
    expect(decimalText(ratio(10n ** 30n))).toBe(`1${'0'.repeat(30)}`)
    expect(decimalText(ratio(1n, 10n ** 30n))).toBe(`0.${'0'.repeat(29)}1`)
  })

  it('writes 64 digits where it does not', () => {
    expect(decimalText(third)).toBe(`0.${'3'.repeat(64)}`)
    expect(hasWholeText(third)).toBe(false)
    expect(hasWholeText(sqrt2)).toBe(false)
    expect(decimalText(sqrt2).slice(0, 42)).toBe(
      '1.4142135623730950488016887242096980785696',
    )
  })
})

describe('nearestDouble', () => {
  it('gives the double of the shortest text', () => {
    expect(nearestDouble(ratio(1n, 10n))).toBe(0.1)
    expect(nearestDouble(third)).toBe(1 / 3)
    expect(nearestDouble(sqrt2)).toBe(Math.SQRT2)
  })

  it('stays finite and never writes -0', () => {
    expect(nearestDouble(ratio(10n ** 400n))).toBe(Number.MAX_VALUE)
    expect(nearestDouble(ratio(-(10n ** 400n)))).toBe(-Number.MAX_VALUE)
    expect(Object.is(nearestDouble(ratio(-1n, 10n ** 400n)), 0)).toBe(true)
  })
})

describe('shortText', () => {
  it('cuts and marks that it has cut', () => {
    expect(shortText(ratio(2n, 3n), 4)).toBe('0.6666…')
    expect(shortText(numeric('99.996'), 4)).toBe('99.99…')
    expect(shortText(numeric('-1234.5'), 3)).toBe('-1230…')
  })

  it('leaves what is short enough', () => {
    expect(shortText(numeric('0.25'), 2)).toBe('0.25')
    expect(shortText(integer(1000), 1)).toBe('1000')
  })

  it('does not show the noise of the guard digits', () => {
    const almostTwo = bigNumber(`1.${'9'.repeat(60)}`)
    expect(shortText({ kind: 'approximation', value: almostTwo }, 6)).toBe('2')
  })
})

describe('significantDigits', () => {
  it('leaves out zeros at either end', () => {
    expect(significantDigits('0.00120')).toBe(2)
    expect(significantDigits('-1200')).toBe(2)
    expect(significantDigits('1.02e10')).toBe(3)
    expect(significantDigits('0')).toBe(0)
  })
})

function withoutIdleZeros(text: string): string {
  const short = text.includes('.')
    ? text.replace(/0+$/, '').replace(/\.$/, '')
    : text
  return short === '-0' ? '0' : short
}
