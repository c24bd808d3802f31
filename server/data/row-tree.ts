/** Rows that can still be given rows below them, found by their ids. */
import type { RawCell, RawRow, ReportedCell } from '../../engine/index.js'
import type { CsvRecord } from './csv-records.js'
import type { CsvTable, DecimalMark } from './csv-table.js'

export interface RowNode {
  readonly row: RawRow
  /** As `goals[g1]`; null on the body itself. */
  readonly label: string | null
  /** The tables of `row`, open for more rows. */
  readonly tables: Map<string, RawRow[]>
  /** Table -> id -> row below. */
  readonly below: Map<string, Map<string, RowNode>>
}

export interface RowSource {
  readonly table: CsvTable
  /** Columns that say which row this is and where it belongs; not cells. */
  readonly keys: ReadonlySet<string>
  readonly decimalMark: DecimalMark
}

const REPORTED: ReportedCell = { isReported: true }

/** Builds the row of a record, without rows below it. */
export function rowNode(
  record: CsvRecord,
  { table, keys, decimalMark }: RowSource,
  labelOf: (id: string | null) => string | null,
): RowNode {
  const cells = new Map<string, RawCell>()
  for (const [column, index] of table.columns) {
    if (keys.has(column)) continue
    const isReported = record.reported?.has(index) ?? false
    const cell = cellOf(record.cells[index] ?? '', decimalMark)
    cells.set(column, isReported ? REPORTED : cell)
  }
  const id = keyCell(record, table, 'id')
  const tables = new Map<string, RawRow[]>()
  const row = {
    id,
    name: keyCell(record, table, 'name'),
    cells,
    tables,
    place: { file: table.file, line: record.line, path: null },
  }
  return { row, label: labelOf(id), tables, below: new Map() }
}

/** The text of a key column in NFC; null where it is empty or not there. */
export function keyCell(
  record: CsvRecord,
  table: CsvTable,
  column: string,
): string | null {
  const index = table.columns.get(column)
  const text = index === undefined ? '' : (record.cells[index] ?? '')
  return text === '' ? null : text.normalize('NFC')
}

/**
 * An empty cell is missing; every other one is its text, spaces and all. With
 * a decimal comma, a cell that is digits, one comma and digits is a number,
 * quoted or not: the file says so of all its cells. A number with points is
 * handed on as such: nobody knows whether 1.000 is one or a thousand.
 */
function cellOf(text: string, decimalMark: DecimalMark): RawCell {
  if (text === '') return null
  if (decimalMark === 'comma' && /^-?\d+,\d+$/.test(text)) {
    return text.replace(',', '.')
  }
  if (decimalMark === 'comma' && /^-?[\d.]*\.[\d.]*(,\d+)?$/.test(text)) {
    return { pointedText: text }
  }
  return text.normalize('NFC')
}
