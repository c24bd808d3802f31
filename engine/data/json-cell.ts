/** One JSON value: a cell, a table, or something to be named in a message. */
import { significantDigits } from '../number/significant-digits.js'
import { quote, shorten } from './quote.js'
import type { RawCell } from './raw.js'

const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/

/** A scalar or a `LongNumber` as it is, text in NFC; anything else named as what it is. */
export function cellFromJson(value: unknown): RawCell {
  if (typeof value === 'string') {
    return isWellFormed(value)
      ? value.normalize('NFC')
      : { notACell: describe(value) }
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (value === null) return null
  const longNumber = longNumberOf(value)
  return longNumber === null ? { notACell: describe(value) } : { longNumber }
}

/**
 * True where a JSON number of this text is kept as a number: at most 15
 * significant digits, and within the range of doubles. Others are `LongNumber`.
 */
export function fitsDouble(text: string): boolean {
  const digits = significantDigits(text)
  if (digits === 0) return true
  const double = Number(text)
  return digits <= 15 && Number.isFinite(double) && double !== 0
}

/** The text of a `LongNumber`; an object that only has its shape is none. */
export function longNumberOf(value: unknown): string | null {
  if (!isBraced(value)) return null
  const fields = fieldsOf(value)
  const text = fields.get('longNumber')
  if (fields.size !== 1 || typeof text !== 'string') return null
  return JSON_NUMBER.test(text) && !fitsDouble(text) ? text : null
}

/** The empty list too: a table without rows. */
export function isTable(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.every(isObject)
}

/** A `LongNumber` is a number, and no object. */
export function isObject(value: unknown): value is object {
  return isBraced(value) && longNumberOf(value) === null
}

/** An empty id or name says as little as none. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

/** Half of a surrogate pair has no UTF-8, so it could be neither stored nor hashed. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}

/** Own keys only, in a Map: `__proto__` and `constructor` are keys like others. */
export function fieldsOf(json: object): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const key of Object.keys(json)) {
    fields.set(key, (json as Readonly<Record<string, unknown>>)[key])
  }
  return fields
}

/** What a value is, for the sentence `... but it is ...`. */
export function describe(value: unknown): string {
  if (value === undefined) return 'not there'
  if (Array.isArray(value)) {
    return value.some(isObject) && !value.every(isObject)
      ? 'a list in which not every item is an object'
      : 'a list'
  }
  if (typeof value === 'string') {
    return isWellFormed(value)
      ? `the text ${quote(value)}`
      : 'a text with half of a surrogate pair'
  }
  const long = longNumberOf(value)
  if (long !== null) return `the number ${shorten(long)}`
  if (isObject(value)) return 'an object'
  return typeof value === 'number'
    ? `the number ${value}`
    : JSON.stringify(value)
}

function isBraced(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
