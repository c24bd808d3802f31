import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  compare,
  exactText,
  isShortDecimal,
  parseExact,
} from '../../../engine/index.js'

describe('the exact text of a number', () => {
  it('is a fraction in lowest terms, and reads as the same number', () => {
    expect(exactText(parseExact('6/8'))).toBe('3/4')
    expect(exactText(parseExact('-1/3'))).toBe('-1/3')
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (above, below) => {
        const number = parseExact(`${above}/${below}`)
        const again = parseExact(exactText(number))
        return compare(number, again) === 0
      }),
    )
  })

  it('has all digits of a root, which is no fraction', () => {
    const digits = `1.${'4'.repeat(63)}`
    expect(exactText(parseExact(digits))).toBe(digits)
  })
})

describe('a short decimal', () => {
  it('has at most fifteen significant digits and an end', () => {
    const short = (text: string) => isShortDecimal(parseExact(text))
    expect(short('60894/1000')).toBe(true)
    expect(short('0/1')).toBe(true)
    expect(short('999999999999999/1')).toBe(true)
    expect(short('1000000000000001/1')).toBe(false)
    expect(short('1/3')).toBe(false)
    expect(short('1.5')).toBe(false)
  })
})
