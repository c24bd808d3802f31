/**
 * A workbook that can be corrected: what is changed lies over its cells, and the
 * bytes that somebody chose stay as they are until they are sent.
 */
import type { CellChange, GridRow } from '../../../../engine/workbook/index.js'

export interface WorkbookFile {
  /** As they were chosen. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sheets: readonly WorkbookSheet[]
}

export interface WorkbookSheet {
  readonly name: string
  /** In the archive. */
  readonly part: string
  /** The data that it holds: `bodies`, `goals.indicators`. */
  readonly table: string
  /** The first names the columns. */
  readonly rows: readonly GridRow[]
  readonly hasFormulas: boolean
  /** Keys of cells on which the formulas of others hang: they are not corrected here. */
  readonly shared: ReadonlySet<string>
  /** Key of a cell -> what stands there instead. */
  readonly changes: ReadonlyMap<string, CellChange>
}

export interface SheetColumn {
  /** In NFC, as the server compares them. */
  readonly name: string
  /** 1-based. */
  readonly column: number
}

export function cellKey(row: number, column: number): string {
  return `${row} ${column}`
}

/** The columns that the header names; a name with a fault is none. */
export function sheetColumns(sheet: WorkbookSheet): readonly SheetColumn[] {
  const [header] = sheet.rows
  if (!header) return []
  return [...header.cells].flatMap(([column, cell]) => {
    if (cell.kind === 'fault') return []
    const change = sheet.changes.get(cellKey(header.row, column))
    return { name: (change?.text ?? cell.text).normalize('NFC'), column }
  })
}

/** What is read in a cell now, '' where nothing is; null where it cannot be corrected. */
export function sheetValue(
  { rows, shared, changes }: WorkbookSheet,
  row: number,
  column: number,
): string | null {
  const key = cellKey(row, column)
  const found = rows.find((each) => each.row === row)
  if (!found || shared.has(key)) return null
  const cell = found.cells.get(column)
  const read = cell?.kind === 'fault' ? cell.written : cell?.text
  return changes.get(key)?.text ?? read ?? ''
}

export function changeSheet(
  file: WorkbookFile,
  part: string,
  changes: readonly CellChange[],
): WorkbookFile {
  const changed = changes.map(
    (change) =>
      [cellKey(change.place.row, change.place.column), change] as const,
  )
  const sheets = file.sheets.map((sheet) =>
    sheet.part === part
      ? { ...sheet, changes: new Map([...sheet.changes, ...changed]) }
      : sheet,
  )
  return { ...file, sheets }
}
