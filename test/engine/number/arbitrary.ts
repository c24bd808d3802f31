/** Random numbers for the tests, as the text that a file would hold. */
import fc from 'fast-check'
import type { Numeric } from '../../../engine/number/numeric.js'
import { parseDecimal } from '../../../engine/number/text.js'

/** Decimals of up to 18 digits, with up to 9 of them after the point. */
export const decimal = fc
  .tuple(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.nat(9))
  .map(([digits, places]) => decimalWith(digits, places))

export const positiveDecimal = decimal
  .map((text) => text.replace('-', ''))
  .filter((text) => Number(text) > 0)

/** @throws where the text is no number or the result is a fault */
export function numeric(result: Numeric | string): Numeric {
  const value = typeof result === 'string' ? parseDecimal(result) : result
  if (typeof value === 'string') throw new Error(`not a number: ${value}`)
  return value
}

function decimalWith(digits: bigint, places: number): string {
  const negative = digits < 0n
  const text = (negative ? -digits : digits)
    .toString()
    .padStart(places + 1, '0')
  const point = text.length - places
  const fraction = places === 0 ? '' : `.${text.slice(point)}`
  return `${negative ? '-' : ''}${text.slice(0, point)}${fraction}`
}
