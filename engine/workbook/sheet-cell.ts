/** A written cell as text, as a CSV file would have it, or what is wrong with it. */
import { quote } from '../data/quote.js'
import type { DataProblem } from '../data/problem.js'
import { unescaped } from './escaped-text.js'
import { numberText } from './number-text.js'
import type { WrittenCell } from './read-sheet.js'
import { dateOfSerial } from './serial-date.js'
import type { WorkbookParts } from './workbook-parts.js'

export type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'fault'
      readonly code: DataProblem['code']
      /** Goes on after "Cell C4 ". */
      readonly words: string
      /** What the cell holds, as it is written; '' for a formula without a value. */
      readonly written: string
    }

/** What a cell of Excel holds at most; also keeps one text from being counted a million times. */
export const MOST_SIGNS = 32_767

export type CellSetting = Pick<
  WorkbookParts,
  'sharedTexts' | 'shown' | 'dates' | 'isUncomputed'
>

/** An empty text is an empty cell. */
export function sheetCell(cell: WrittenCell, setting: CellSetting): SheetCell {
  const read = readCell(cell, setting)
  return read.kind === 'text' ? read : { ...read, written: cell.value }
}

type ReadCell =
  | Extract<SheetCell, { kind: 'text' }>
  | Omit<Extract<SheetCell, { kind: 'fault' }>, 'written'>

function readCell(cell: WrittenCell, setting: CellSetting): ReadCell {
  if (cell.type === 'e') {
    const words = `holds the error ${quote(cell.value)}. Mend what it is computed from, or empty the cell where the value is missing.`
    return fault('CELL_ERROR', words)
  }
  const uncomputed = formulaFault(cell, setting)
  if (uncomputed) return uncomputed
  switch (cell.type) {
    case 's':
      return sharedCell(cell, setting)
    case 'str':
      return text(unescaped(cell.value))
    case 'inlineStr':
      return text(cell.inlineText)
    case 'b':
      return booleanCell(cell)
    case 'd':
      return isoCell(cell)
    case 'n':
      return numberCell(cell, setting)
    default:
      return fault(
        'DATA_XLSX_REFUSED',
        `is of the kind ${quote(cell.type)}, which is not known.`,
      )
  }
}

function formulaFault(
  { formula, type, value }: WrittenCell,
  { isUncomputed }: CellSetting,
): ReadCell | null {
  if (formula === 'none') return null
  const mend =
    'Open the file in a spreadsheet program and save it, or put the value in the place of the formula.'
  if (formula === 'of-another-workbook') {
    return fault(
      'CELL_NOT_COMPUTED',
      'takes its value from another workbook, which is not here. Put the value in the place of the formula.',
    )
  }
  if (isUncomputed) {
    const words = `has a formula, and the file says that its formulas are still to be computed. ${mend}`
    return fault('CELL_NOT_COMPUTED', words)
  }
  // A text may be empty: a formula that gives "" says that the value is missing.
  if (value !== '' || type === 'str') return null
  return fault('CELL_NOT_COMPUTED', `has a formula without a value. ${mend}`)
}

function sharedCell(
  { value }: WrittenCell,
  { sharedTexts }: CellSetting,
): ReadCell {
  const found = /^\d+$/.test(value) ? sharedTexts[Number(value)] : undefined
  if (found !== undefined) return text(found)
  return fault(
    'DATA_XLSX_REFUSED',
    'refers to a text that the file does not have. Save the file anew.',
  )
}

function booleanCell({ value }: WrittenCell): ReadCell {
  if (value === '') return text('')
  if (value === '1' || value === 'true') return text('true')
  if (value === '0' || value === 'false') return text('false')
  return fault('CELL_NOT_A_BOOLEAN', `holds ${quote(value)} as true or false.`)
}

/** A date as text of its own type; a zone would say which day only somewhere. */
function isoCell({ value }: WrittenCell): ReadCell {
  if (value === '') return text('')
  const match = /^(\d{4}-\d{2}-\d{2})(T00:00(:00(\.0+)?)?)?$/.exec(value)
  return match ? text(match[1] ?? '') : timeFault(value)
}

function numberCell(
  { value, style }: WrittenCell,
  { shown, dates }: CellSetting,
): ReadCell {
  if (value === '') return text('')
  const number = numberText(value.trim())
  const kind = shown[style] ?? 'number'
  switch (number.kind) {
    case 'not-a-number':
      return fault('CELL_NOT_A_NUMBER', `holds ${quote(value)} as a number.`)
    case 'out-of-range':
      return fault(
        'CELL_OUT_OF_RANGE',
        `holds ${quote(value)}, which no spreadsheet keeps as a number. Use a larger or smaller unit.`,
      )
    case 'too-many-digits':
      return fault(
        'CELL_TOO_MANY_DIGITS',
        `holds ${quote(value)}; a number of a workbook keeps 15 digits. Write it as text.`,
      )
    case 'number':
      if (kind === 'number') return text(number.text)
      if (kind === 'time' || !/^-?\d+$/.test(number.text)) {
        return timeFault(number.text)
      }
      return dateCell(Number(number.text), dates)
  }
}

function dateCell(serial: number, dates: CellSetting['dates']): ReadCell {
  const date = dateOfSerial(serial, dates)
  if (date !== null) return text(date)
  return fault(
    'CELL_NOT_A_DATE',
    `is shown as a date, and its number ${serial} is no day in the dates of ${dates}. Write the date as text such as 2012-01-19, or show the cell as a number.`,
  )
}

function timeFault(value: string): ReadCell {
  const words = `holds ${quote(value)} and is shown as a time, or as a date with a time; only whole days are read. Take the time away, or show the cell as a number.`
  return fault('CELL_HAS_TIME', words)
}

function text(whole: string): ReadCell {
  if (whole.length <= MOST_SIGNS) return { kind: 'text', text: whole }
  const words = `holds ${whole.length} signs of text; ${MOST_SIGNS} are read.`
  return fault('DATA_TOO_LARGE', words)
}

function fault(code: DataProblem['code'], words: string): ReadCell {
  return { kind: 'fault', code, words }
}
