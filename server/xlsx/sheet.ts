/** What is written into a workbook: sheets of typed cells under a row of names. */
import {
  MOST_COLUMNS,
  MOST_ROWS,
  MOST_SIGNS,
} from '../../engine/workbook/index.js'
import { ServiceRefusal } from '../service-refusal.js'

/**
 * `decimal` becomes a number where a cell keeps every digit of it, and text
 * where it does not: no figure changes on its way. `date` becomes a day where
 * all programs agree on it (from March 1900), and text before.
 */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text' | 'decimal' | 'date'; readonly text: string }
  | { readonly kind: 'boolean'; readonly boolean: boolean }

export interface Sheet {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** How cells that people fill in are formatted; default as numbers are. */
  readonly formats?: readonly ColumnFormat[]
}

export type ColumnFormat = 'general' | 'text' | 'date'

const MOST_NAME = 31

export const EMPTY: Cell = { kind: 'empty' }

/** A workbook, or any other form, is not given with less than there is. */
export function cannotHold(words: string): ServiceRefusal {
  return new ServiceRefusal('FORM_CANNOT_HOLD', [words])
}

/** An empty text is an empty cell. */
export function textCell(text: string | null): Cell {
  return text === null || text === '' ? EMPTY : { kind: 'text', text }
}

/** @throws ServiceRefusal `FORM_CANNOT_HOLD` with what a sheet cannot hold */
export function checkSheet({ name, header, rows }: Sheet): void {
  const fail = (words: string) => {
    throw cannotHold(`The sheet "${name}" ${words}`)
  }
  if (!isSheetName(name)) {
    fail(
      `cannot have this name: it has at most ${MOST_NAME} signs, and none of : \\ / ? * [ ].`,
    )
  }
  if (rows.length >= MOST_ROWS) {
    fail(`would have ${rows.length + 1} rows; ${MOST_ROWS} fit.`)
  }
  if (header.length > MOST_COLUMNS) {
    fail(`would have ${header.length} columns; ${MOST_COLUMNS} fit.`)
  }
  const longest = longestText(rows)
  if (longest > MOST_SIGNS) {
    fail(`would have a text of ${longest} signs; ${MOST_SIGNS} fit in a cell.`)
  }
}

export function isSheetName(name: string): boolean {
  return (
    name !== '' && name.length <= MOST_NAME && !/[:\\/?*[\]]|^'|'$/.test(name)
  )
}

function longestText(rows: Sheet['rows']): number {
  let longest = 0
  for (const row of rows) {
    for (const cell of row) {
      if ('text' in cell) longest = Math.max(longest, cell.text.length)
    }
  }
  return longest
}
