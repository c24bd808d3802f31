/** What the grid does to the text of a table: each is one step of the history. */
import { addRows } from '../text/add-rows.js'
import { editInTurn } from '../text/compose-changes.js'
import { moveEntry } from '../text/move-entry.js'
import { removeValue } from '../text/remove-value.js'
import { setValues } from '../text/set-values.js'
import type { TextEdit } from '../text/text-change.js'
import type { Written } from '../text/written.js'
import { emptyCell, MISSING, pastedCell } from './cell-value.js'
import {
  cellPlace,
  isMissing,
  type Cell,
  type KeyedTable,
  type TableRow,
  type TableShape,
} from './keyed-table.js'

export interface CellSetting {
  readonly row: TableRow
  /** Its position among the columns of the table. */
  readonly column: number
  readonly value: Written
}

export function cellEdit(
  shape: TableShape,
  settings: readonly CellSetting[],
): TextEdit {
  const short = new Set(
    settings.flatMap(({ row, column }) =>
      row.form === 'list' && row.cells[column] === undefined ? [row] : [],
    ),
  )
  const single = settings
    .filter(({ row }) => !short.has(row))
    .map(({ row, column, value }) => ({
      place: cellPlace(shape, row, column),
      value,
    }))
  const whole = [...short].map((row) => ({
    place: [...shape.rowsPlace, row.index],
    value: lengthened(row, settings),
  }))
  return (text) => setValues(text, [...single, ...whole])
}

/** Behind the row of that index; -1 for the first place. */
export function newRowEdit(table: KeyedTable, after: number): TextEdit {
  return rowsEdit(table, after, [new Map()])
}

export function removeRowEdit(
  { rowsPlace }: TableShape,
  row: number,
): TextEdit {
  return (text) => removeValue(text, [...rowsPlace, row], { keepEmpty: true })
}

/** @param to - the index of the row once it has been moved */
export function moveRowEdit(
  { rowsPlace }: TableShape,
  row: number,
  to: number,
): TextEdit {
  return (text) =>
    moveEntry(text, [...rowsPlace, row], { parent: rowsPlace, index: to })
}

export interface PasteTarget {
  /** From the first that is written over to the last of those on the screen. */
  readonly rows: readonly TableRow[]
  /** Positions of the columns, from the first that is written over. */
  readonly columns: readonly number[]
}

/** Rows that the table lacks are added behind its last. */
export function pasteEdit(
  table: KeyedTable,
  { rows, columns }: PasteTarget,
  block: readonly (readonly string[])[],
): TextEdit {
  const { shape } = table
  const settings = block.flatMap((line, at) => {
    const row = rows[at]
    if (!row) return []
    return line.flatMap((text, across): readonly CellSetting[] => {
      const column = columns[across]
      const own = column === undefined ? undefined : shape.columns[column]
      if (column === undefined || !own) return []
      const value = pastedCell(own, row.cells[column], text)
      return [{ row, column, value }]
    })
  })
  const further = block.slice(rows.length).map(
    (line) =>
      new Map(
        line.flatMap((text, across) => {
          const own = shape.columns[columns[across] ?? -1]
          return own ? [[own.name, pastedCell(own, undefined, text)]] : []
        }),
      ),
  )
  return (text) =>
    editInTurn(text, [
      cellEdit(shape, settings),
      rowsEdit(table, table.rows.length - 1, further),
    ])
}

/** New rows are written as the one above them is. */
function rowsEdit(
  table: KeyedTable,
  after: number,
  given: readonly ReadonlyMap<string, Written>[],
): TextEdit {
  const model = table.rows[after] ?? table.rows[after + 1]
  const { shape } = table
  const rows = given.map((cells) => newRow(shape, model, cells))
  return (text) => addRows(text, shape.rowsPlace, rows, after + 1)
}

function newRow(
  { columns, rowsPlace, place }: TableShape,
  model: TableRow | undefined,
  given: ReadonlyMap<string, Written>,
): Written {
  const cells = columns.map((column) => {
    const value = given.get(column.name) ?? emptyCell(column)
    return [column, value] as const
  })
  if (rowsPlace === place) return cells[0]?.[1] ?? MISSING
  if (model?.form !== 'table') return cells.map(([, value]) => value)
  const said = cells.filter(
    ([{ isKey }, value]) => isKey || !isMissing(value as Cell),
  )
  return Object.fromEntries(said.map(([{ name }, value]) => [name, value]))
}

/** A row that is too short for its cells is filled up to the last of them. */
function lengthened(row: TableRow, settings: readonly CellSetting[]): Written {
  const own = settings.filter((each) => each.row === row)
  const last = Math.max(...own.map(({ column }) => column))
  return Array.from({ length: last + 1 }, (_, at): Written => {
    const set = own.find(({ column }) => column === at)
    return set?.value ?? row.cells[at] ?? MISSING
  })
}
