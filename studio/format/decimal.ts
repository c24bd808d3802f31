/**
 * Figures on the screen. They arrive as decimal text and are never turned into
 * a floating number: what is shown is the text itself, with the signs of the
 * language. Nothing is rounded here. Where only the beginning is shown, a mark
 * says that more digits follow.
 */
import type { Language } from '../language/languages.js'

interface Signs {
  readonly decimal: string
  /** Between groups of three digits; it does not break a line. */
  readonly group: string
}

const NO_BREAK_SPACE = '\u00a0'

/** @source Kazakh and Russian usage (ГОСТ 8.417-2024, 9.8: comma, groups of three by a space); English with a point and a comma */
const SIGNS: Readonly<Record<Language, Signs>> = {
  kk: { decimal: ',', group: NO_BREAK_SPACE },
  ru: { decimal: ',', group: NO_BREAK_SPACE },
  en: { decimal: '.', group: ',' },
}

/** More digits follow than are shown. */
export const MORE_DIGITS = '…'

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/**
 * @param text - as files and answers have it, `1234567.5`; text that is no
 *   decimal number comes back as it is
 * @param digits - how many digits after the decimal sign are shown at most;
 *   what is cut off is marked, never rounded
 */
export function decimalText(
  text: string,
  language: Language,
  digits = Infinity,
): string {
  const found = DECIMAL.exec(text)
  if (!found) return text
  const [, sign = '', whole = '', fraction = ''] = found
  const { decimal, group } = SIGNS[language]
  const shown = fraction.slice(0, digits)
  const minus = sign === '-' ? '\u2212' : ''
  const more = fraction.length > shown.length ? MORE_DIGITS : ''
  const after = shown === '' ? '' : `${decimal}${shown}`
  return `${minus}${grouped(whole, group)}${after}${more}`
}

/** A whole number, such as a count or a place. */
export function countText(count: number, language: Language): string {
  return decimalText(String(count), language)
}

/** With a sign, for differences: `+0,25`, `−0,25`, `0`. */
export function signedText(
  text: string,
  language: Language,
  digits = Infinity,
): string {
  const shown = decimalText(text, language, digits)
  return /^-|^0*(\.0*)?$/.test(text) ? shown : `+${shown}`
}

/** Numbers of four digits are grouped as well: they stand above longer ones. */
function grouped(whole: string, group: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, group)
}
