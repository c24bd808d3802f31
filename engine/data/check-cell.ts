/** One raw cell -> a typed value, or what is wrong with it and how to mend it. */
import { isDate } from '../date.js'
import { closest } from '../source/closest.js'
import type { InputNode } from '../methodology/methodology.js'
import { compare, toInteger, type Numeric } from '../number/numeric.js'
import { significantDigits } from '../number/significant-digits.js'
import {
  decimalText,
  MOST_DIGITS,
  parseDecimal,
  shortDouble,
} from '../number/text.js'
import { booleanValue, numberValue, type Value } from '../value.js'
import type { DataCode } from './codes.js'
import type { RawCell } from './raw.js'

export interface CellFault {
  readonly code: DataCode
  readonly message: string
}

/** Digits that every JSON number keeps on its way through a double. */
const JSON_DIGITS = 15

/** @returns null where the cell is empty, or its fault is reported already */
export function checkCell(
  cell: RawCell,
  input: InputNode,
): Value | CellFault | null {
  if (cell === null) return null
  if (typeof cell === 'object' && 'isReported' in cell) return null
  if (typeof cell === 'object' && 'pointedText' in cell) {
    return checkPointed(cell.pointedText, input)
  }
  if (typeof cell === 'object') {
    return 'longNumber' in cell
      ? tooManyDigits(cell.longNumber)
      : fault(
          shapeCode(input),
          `received ${cell.notACell}; write ${expected(input)}`,
        )
  }
  const value = byType(cell, input)
  return 'code' in value ? value : (outsideFault(value, input) ?? value)
}

/** What a point means in a file with decimal commas nobody knows. */
function checkPointed(text: string, input: InputNode): Value | CellFault {
  if (input.type.kind !== 'number') return byType(text, input)
  const thousands = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)
  const mend = thousands
    ? `write ${text.replaceAll('.', '')} without points where they part thousands, or ${text.replace(',', '').replace('.', ',')} where the point is decimal`
    : `write ${text.replace('.', ',')} with a comma`
  return fault(
    'CELL_DECIMAL_COMMA',
    `received "${text}" in a file with decimal commas; ${mend}.`,
  )
}

function byType(
  cell: string | number | boolean,
  input: InputNode,
): Value | CellFault {
  switch (input.type.kind) {
    case 'number':
      return numberCell(cell)
    case 'boolean':
      return booleanCell(cell)
    case 'level': {
      const word = String(cell).normalize('NFC')
      const { values } = input.type
      if (values.includes(word)) return { kind: 'word', word }
      const near = closest(word, values)
      const asked = near === undefined ? '' : ` Did you mean "${near}"?`
      return fault(
        'CELL_NOT_A_LEVEL',
        `received ${quoted(cell)}; write one of ${values.join(', ')}.${asked}`,
      )
    }
    case 'date':
      return isDate(cell)
        ? { kind: 'word', word: cell }
        : fault(
            'CELL_NOT_A_DATE',
            `received ${quoted(cell)}; write a date as 2012-01-19.`,
          )
    case 'text':
      return typeof cell === 'string'
        ? { kind: 'word', word: cell.normalize('NFC') }
        : fault(
            'CELL_NOT_TEXT',
            `received ${String(cell)}; write text in quotes.`,
          )
  }
}

function numberCell(cell: string | number | boolean): Value | CellFault {
  if (typeof cell === 'boolean') {
    return fault(
      'CELL_NOT_A_NUMBER',
      `received ${cell}; a boolean is not a number.`,
    )
  }
  const short = typeof cell === 'number' ? shortDouble(cell) : null
  if (short) return numberValue(short)
  const text = String(cell)
  if (typeof cell === 'number' && significantDigits(text) > JSON_DIGITS) {
    return tooManyDigits(text)
  }
  const number = parseDecimal(text)
  if (typeof number !== 'string') return numberValue(number)
  if (number === 'TOO_MANY_DIGITS') return tooManyDigits(text)
  if (number === 'OUT_OF_RANGE') {
    return fault(
      'CELL_OUT_OF_RANGE',
      `received ${quoted(text)}; numbers lie between 10^-400 and 10^400. Use a larger or smaller unit.`,
    )
  }
  return fault(...notANumber(text))
}

function notANumber(text: string): [DataCode, string] {
  if (/^[+-]?\d{1,3}([ \u00a0\u2009\u202f]\d{3})+([.,]\d+)?$/.test(text)) {
    return [
      'CELL_NOT_A_NUMBER',
      `received ${quoted(text)}; write it without spaces between the digits.`,
    ]
  }
  if (/^[+-]?\d+,\d+$/.test(text)) {
    return [
      'CELL_DECIMAL_COMMA',
      `received ${quoted(text)}; write ${text.replace(',', '.')} with a point, or say that the file has decimal commas (--decimal-comma).`,
    ]
  }
  if (/^[+-]?[\d.,]+\s*%$/.test(text)) {
    return [
      'CELL_NOT_A_NUMBER',
      `received ${quoted(text)}; write the number without the percent sign, in the unit of the input.`,
    ]
  }
  if (text.trim() === '') {
    return [
      'CELL_NOT_A_NUMBER',
      `received ${text === '' ? 'empty text' : 'only spaces'}; leave the cell out or send null where the value is missing.`,
    ]
  }
  if (text.trim() !== text && typeof parseDecimal(text.trim()) !== 'string') {
    return [
      'CELL_NOT_A_NUMBER',
      `received ${quoted(text)}; take the spaces away.`,
    ]
  }
  return [
    'CELL_NOT_A_NUMBER',
    `received ${quoted(text)}; write a decimal number such as 12.5, or leave the cell empty where the value is missing.`,
  ]
}

function tooManyDigits(text: string): CellFault {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return fault(
    'CELL_TOO_MANY_DIGITS',
    `received ${short}, which a JSON number does not keep exactly (at most ${JSON_DIGITS} significant digits; ${MOST_DIGITS} in text). Send it as a string: "${short}".`,
  )
}

function booleanCell(cell: string | number | boolean): Value | CellFault {
  const text = String(cell).toLowerCase()
  const isBoolean =
    typeof cell !== 'number' && (text === 'true' || text === 'false')
  return isBoolean
    ? booleanValue(text === 'true')
    : fault(
        'CELL_NOT_A_BOOLEAN',
        `received ${quoted(cell)}; write true or false.`,
      )
}

/** Bounds and listed values of the input. */
export function outsideFault(value: Value, input: InputNode): CellFault | null {
  const { bounds, values } = input
  if (value.kind === 'number') {
    const words = boundsFault(value.number, bounds)
    if (words)
      return fault(
        'CELL_OUT_OF_BOUNDS',
        `received ${decimalText(value.number)}; ${words}.`,
      )
  }
  if (values && !values.some((known) => isSame(known, value))) {
    const list = values.map(valueText).join(', ')
    return fault(
      'CELL_OUT_OF_BOUNDS',
      `received ${valueText(value)}; the input takes ${list}.`,
    )
  }
  return null
}

function boundsFault(
  number: Numeric,
  bounds: InputNode['bounds'],
): string | null {
  const { least, most, whole } = bounds
  if (least && compare(number, least) < 0)
    return `the least possible is ${decimalText(least)}`
  if (most && compare(number, most) > 0)
    return `the most possible is ${decimalText(most)}`
  return whole && toInteger(number) === null ? 'whole numbers only' : null
}

function isSame(a: Value, b: Value): boolean {
  if (a.kind === 'number' && b.kind === 'number') {
    return compare(a.number, b.number) === 0
  }
  return valueText(a) === valueText(b)
}

export function valueText(value: Value): string {
  if (value.kind === 'number') return decimalText(value.number)
  if (value.kind === 'boolean') return String(value.boolean)
  return value.kind === 'word' ? value.word : ''
}

function shapeCode(input: InputNode): DataCode {
  const codes = {
    number: 'CELL_NOT_A_NUMBER',
    boolean: 'CELL_NOT_A_BOOLEAN',
    level: 'CELL_NOT_A_LEVEL',
    date: 'CELL_NOT_A_DATE',
    text: 'CELL_NOT_TEXT',
  } as const
  return codes[input.type.kind]
}

function expected(input: InputNode): string {
  return input.type.kind === 'number'
    ? 'a decimal number'
    : `a single ${input.type.kind}`
}

function quoted(cell: string | number | boolean): string {
  const text = String(cell)
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`
}

function fault(code: DataCode, message: string): CellFault {
  return { code, message }
}
