/** Text -> how it stands in YAML in one line, quoted only where it has to be. */
import type { ScalarStyle } from '../outline/outline.js'

/** Inside braces or brackets more has to be quoted. */
export type Surroundings = 'block' | 'flow'

/** Characters that would not survive, or not be seen: they are written as escapes. */

const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/
const UNSEEN_AFTER_JSON = new RegExp(UNSEEN.source, 'g')

/** Read as something else than text, by YAML 1.2 or by older readers. */
const NOT_TEXT = [
  /^(?:~|null|true|false|yes|no|on|off)$/i,
  /^[-+]?(?:\.\d+|\d[\d_]*(?:\.\d*)?)(?:e[-+]?\d+)?$/i,
  /^[-+]?0(?:o[0-7_]+|x[\da-f_]+|b[01_]+)$/i,
  /^[-+]?\.(?:inf|nan)$/i,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/,
  /^(?:<<|=)$/,
  /^(?:---|\.\.\.)/,
]

/** @param style - of the text that was there; it is kept where the new text allows it */
export function quoteText(
  text: string,
  surroundings: Surroundings,
  style: ScalarStyle = 'plain',
): string {
  if (style === 'double') return inDoubleQuotes(text)
  if (style === 'single') return inSingleQuotes(text) ?? inDoubleQuotes(text)
  if (
    isPlain(text, surroundings) &&
    !NOT_TEXT.some((each) => each.test(text))
  ) {
    return text
  }
  return leastEscaped(text)
}

/** Keys are compared as they are written, so that a number can be one. */
export function quoteKey(
  key: string,
  surroundings: Surroundings,
  style: ScalarStyle = 'plain',
): string {
  return /^\d{1,15}$/.test(key) && style === 'plain'
    ? key
    : quoteText(key, surroundings, style)
}

export function isPlainLiteral(text: string, surroundings: Surroundings) {
  return isPlain(text, surroundings)
}

function isPlain(text: string, surroundings: Surroundings): boolean {
  if (text === '' || text !== text.trim()) return false
  if (UNSEEN.test(text) || hasLoneSurrogate(text)) return false
  if (!/^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:][^\s,[\]{}])/u.test(text)) {
    return false
  }
  if (/:(?:\s|$)|\s#/u.test(text)) return false
  return surroundings === 'block' || !/[,[\]{}]|:$/u.test(text)
}

function leastEscaped(text: string): string {
  const isEasier = /["\\]/.test(text) && !text.includes("'")
  return (isEasier ? inSingleQuotes(text) : null) ?? inDoubleQuotes(text)
}

function inSingleQuotes(text: string): string | null {
  if (UNSEEN.test(text) || hasLoneSurrogate(text)) return null
  return `'${text.replaceAll("'", "''")}'`
}

function inDoubleQuotes(text: string): string {
  return JSON.stringify(text).replace(
    UNSEEN_AFTER_JSON,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Half of a character, which no file can hold. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text)
}
