/**
 * The number of a cell as decimal text.
 *
 * A cell holds a double. Programs write it with up to 17 digits, of which the
 * last may be off, so that 1.1, typed, stands in the file as 1.1000000000000001:
 * the shortest decimal that has this double is what was typed, for nobody can
 * type more than 15 digits. A computed 0.1 + 0.2 stays 0.30000000000000004,
 * because nothing is rounded here. More digits, or a long whole number, that no
 * double has would be another number in a spreadsheet, and are not taken.
 */
import { significantDigits } from '../number/significant-digits.js'

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

/** Digits of which every decimal has a double of its own. */
const SURE_DIGITS = 15

/** Digits that tell every double from the others. */
const DOUBLE_DIGITS = 17

export type NumberText =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'not-a-number' | 'out-of-range' | 'too-many-digits' }

export function numberText(written: string): NumberText {
  if (!NUMBER.test(written)) return { kind: 'not-a-number' }
  const double = Number(written)
  const digits = significantDigits(written)
  const isLost = double === 0 && digits > 0
  if (!Number.isFinite(double) || isLost) return { kind: 'out-of-range' }
  const text = double === 0 ? '0' : String(double)
  const isWhole = /^[+-]?\d+$/.test(written)
  const isDouble =
    digits <= SURE_DIGITS ||
    (digits <= DOUBLE_DIGITS && !isWhole) ||
    plain(text) === plain(written)
  return isDouble ? { kind: 'number', text } : { kind: 'too-many-digits' }
}

/** True where a cell holds the number and no other decimal of so few digits. */
export function fitsCell(text: string): boolean {
  return significantDigits(text) <= SURE_DIGITS && inRange(Number(text))
}

/** What every spreadsheet program keeps. */
function inRange(double: number): boolean {
  const size = Math.abs(double)
  return size === 0 || (size > 1e-300 && size < 1e300)
}

/** Sign, digits without zeros at either end, and the power of ten of the last digit. */
function plain(text: string): string {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e')
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', broken = ''] = mantissa.replace(/^[+-]/, '').split('.')
  const digits = `${whole}${broken}`.replace(/^0+/, '')
  const kept = digits.replace(/0+$/, '')
  const power = Number(exponent) - broken.length + digits.length - kept.length
  return `${sign}${kept}e${power}`
}
