/** The filled cells of a sheet, and what of the sheet is hidden or merged around them. */
import {
  columnLetters,
  placeText,
  type CellPlace,
  type CellRange,
} from './cell-place.js'
import { readSheet, type WrittenCell, type WrittenSheet } from './read-sheet.js'
import { sheetCell, type SheetCell } from './sheet-cell.js'
import type { WorkbookParts } from './workbook-parts.js'

export interface GridRow {
  /** 1-based. */
  readonly row: number
  /** Column -> what stands in it; empty cells left out. */
  readonly cells: ReadonlyMap<number, SheetCell>
}

export interface Grid {
  /** Those with a filled cell, from above. */
  readonly rows: readonly GridRow[]
  /** As `4` and `7-9`. */
  readonly hiddenRows: readonly string[]
  /** As `C`. */
  readonly hiddenColumns: readonly string[]
  /** As `B2:D2`. */
  readonly merged: readonly string[]
  /** Some filled cell is computed from others. */
  readonly hasFormulas: boolean
  /** Cells on which the formulas of others hang. */
  readonly shared: readonly CellPlace[]
}

/** @throws WorkbookFault */
export async function sheetGrid(
  part: string,
  workbook: WorkbookParts,
): Promise<Grid> {
  const rows: { row: number; cells: Map<number, SheetCell> }[] = []
  const columns = new Set<number>()
  const shared: CellPlace[] = []
  let hasFormulas = false
  const take = (written: WrittenCell) => {
    if (written.isShared) shared.push(written.place)
    if (written.formula !== 'none') hasFormulas = true
    const cell = sheetCell(written, workbook)
    if (cell.kind === 'text' && cell.text === '') return
    const { row, column } = written.place
    columns.add(column)
    const last = rows.at(-1)
    if (last?.row === row) last.cells.set(column, cell)
    else rows.push({ row, cells: new Map([[column, cell]]) })
  }
  const { read, runtime } = workbook
  const sheet = await readSheet(await read(part), part, runtime, take)
  const hidden = rows
    .map(({ row }) => row)
    .filter((row) => sheet.isRowHidden(row))
  return {
    rows,
    hiddenRows: ranges(hidden),
    hiddenColumns: [...columns]
      .sort((a, b) => a - b)
      .filter((column) => sheet.isColumnHidden(column))
      .map(columnLetters),
    merged: mergedInside(sheet, rows, columns),
    hasFormulas,
    shared,
  }
}

function mergedInside(
  { merged }: WrittenSheet,
  rows: readonly GridRow[],
  columns: ReadonlySet<number>,
): readonly string[] {
  const [first = 0, last = 0] = [rows.at(0)?.row, rows.at(-1)?.row]
  const right = [...columns].reduce((most, column) => Math.max(most, column), 0)
  const isInside = ({ from, to }: CellRange) =>
    from.row <= last && to.row >= first && from.column <= right
  return merged.filter(isInside).map(({ from, to }) => rangeText(from, to))
}

function rangeText(from: CellPlace, to: CellPlace): string {
  return `${placeText(from)}:${placeText(to)}`
}

/** @param numbers - ascending */
function ranges(numbers: readonly number[]): readonly string[] {
  const found: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last?.to === number - 1) last.to = number
    else found.push({ from: number, to: number })
  }
  return found.map(({ from, to }) =>
    from === to ? `${from}` : `${from}-${to}`,
  )
}
