/** A cell -> the text in which it is edited and copied, and what is typed or pasted -> the cell. */
import { isNull } from '../text/plain-edits.js'
import { isList, isLiteral, type Written } from '../text/written.js'
import { isMissing, type Cell, type TableColumn } from './keyed-table.js'

export const MISSING = { literal: 'null' } as const

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
/** A thousand has three digits behind its comma, so that 1,234 may be either. */
const COMMA = /^([+-]?)(?:(0+),(\d+)|(\d+),(\d{1,2}|\d{4,}))$/
const DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/

/** What people and spreadsheets say in the languages of the studio. */
const TRUTHS: ReadonlyMap<string, string> = new Map([
  ...['true', 'yes', 'да', 'иә', 'истина', 'ақиқат'].map(
    (word) => [word, 'true'] as const,
  ),
  ...['false', 'no', 'нет', 'жоқ', 'ложь', 'жалған'].map(
    (word) => [word, 'false'] as const,
  ),
])

/** A missing cell, an empty text and an empty list are all the empty text here. */
export function cellText(cell: Cell): string {
  if (cell === undefined || isNull(cell)) return ''
  if (typeof cell === 'string') return cell
  if (isLiteral(cell)) return cell.literal
  const parts = isList(cell) ? cell : Object.values(cell)
  return parts.map(cellText).join(', ')
}

/**
 * What does not fit the column is written as text, so that it is not lost; the
 * engine says at the cell what is wrong with it.
 */
export function writtenCell(
  { type, choices }: Pick<TableColumn, 'type' | 'choices'>,
  before: Cell,
  typed: string,
): Written {
  const text = typed.trim()
  if (type === 'list') return namesIn(text)
  const chosen = choices.find((each) => cellText(each) === text)
  if (chosen !== undefined) return chosen
  if (type === 'text') {
    const wasNumber =
      before !== undefined &&
      isLiteral(before) &&
      DECIMAL.test(before.literal) &&
      DECIMAL.test(text)
    return wasNumber ? { literal: text } : typed
  }
  if (text === '') return MISSING
  if (type === 'number') return numberIn(text)
  if (type === 'boolean') {
    const truth = TRUTHS.get(text.toLowerCase())
    return truth === undefined ? text : { literal: truth }
  }
  return type === 'date' ? dateIn(text) : text
}

/** As `writtenCell`; an empty cell of a spreadsheet says nothing, whatever the column. */
export function pastedCell(
  column: TableColumn,
  before: Cell,
  pasted: string,
): Written {
  if (pasted.trim() !== '') return writtenCell(column, before, pasted)
  const isEmptyAlready = before !== undefined && cellText(before) === ''
  return isEmptyAlready && !isMissing(before) ? before : emptyCell(column)
}

/** What a cell of a new row says before anybody has filled it: nobody is listed, or nothing is known. */
export function emptyCell({ type }: Pick<TableColumn, 'type'>): Written {
  return type === 'list' ? [] : MISSING
}

export function namesIn(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((name) => name !== '')
}

function numberIn(text: string): Written {
  if (DECIMAL.test(text)) return { literal: text }
  const comma = COMMA.exec(text)
  if (comma) return { literal: text.replace(',', '.') }
  return text
}

function dateIn(text: string): string {
  const [, day = '', month = '', year = ''] = DAY.exec(text) ?? []
  return year === ''
    ? text
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
