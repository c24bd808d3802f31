/** Numbers and words as they stand in calls and in files. */
import type { Numeric } from '../../../engine/number/numeric.js'
import { parseFraction } from '../../../engine/number/text.js'

export function doubleOf(text: string): number {
  if (text === 'missing') return NaN
  if (text === 'true' || text === 'false') return text === 'true' ? 1 : 0
  const [above = '', below = '1'] = text.replace('…', '').split('/')
  return Number(above) / Number(below)
}

export function unquoted(text: string): string {
  return text.replaceAll('"', '')
}

export function isNumber(text: string): boolean {
  return !Number.isNaN(Number(text))
}

export function constant(text: string): readonly [number, boolean] {
  return [Number(text), Number.isInteger(Number(text))]
}

export function argument(text: string): Numeric | string {
  return isNumber(text) ? numeric(text) : text
}

export function numeric(text: string): Numeric {
  const parsed = parseFraction(text)
  if (typeof parsed === 'string') throw new Error(`${text}: ${parsed}`)
  return parsed
}

/** whole / 10^digits, as it would stand in a file. */
export function decimalText(whole: number, digits: number): string {
  const sign = whole < 0 ? '-' : ''
  const text = String(Math.abs(whole)).padStart(digits + 1, '0')
  const point = text.length - digits
  return digits === 0
    ? `${sign}${text}`
    : `${sign}${text.slice(0, point)}.${text.slice(point)}`
}
