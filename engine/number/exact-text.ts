/** Numbers as text that can be read again without loss: `3/7`, or the digits of a decimal. */
import { bigNumber } from './big-number.js'
import type { Numeric } from './numeric.js'
import { significantDigits } from './significant-digits.js'
import { decimalText, hasWholeText } from './text.js'
import { ratio } from './ratio.js'

/** `numerator/denominator` of a fraction; every digit, and no fraction line, of a 64-digit decimal. */
export function exactText(value: Numeric): string {
  return value.kind === 'ratio'
    ? `${value.numerator}/${value.denominator}`
    : decimalText(value)
}

/** @param text - what `exactText` wrote */
export function parseExact(text: string): Numeric {
  const [numerator = '', denominator] = text.split('/')
  return denominator === undefined
    ? { kind: 'approximation', value: bigNumber(numerator) }
    : ratio(BigInt(numerator), BigInt(denominator))
}

/**
 * True for a decimal of at most 15 significant digits, from 10^-300 to 10^300
 * or 0: the double nearest to it is that of no other such decimal, so that two
 * of them are equal where their doubles are.
 */
export function isShortDecimal(value: Numeric): boolean {
  if (!hasWholeText(value)) return false
  const text = decimalText(value)
  const size = Math.abs(Number(text))
  const isNormal = size === 0 || (size > 1e-300 && size < 1e300)
  return isNormal && significantDigits(text) <= 15
}
