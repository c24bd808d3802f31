/**
 * A sheet as a table: the first filled row names the columns, every other
 * filled row is a row of data, and what a reader of the sheet could not see or
 * rely on is reported with its cell.
 */
import type { DataProblem } from '../../engine/index.js'
import {
  columnLetters,
  placeText,
  type Grid,
  type GridRow,
} from '../../engine/workbook/index.js'
import type { CsvRecord } from '../data/csv-records.js'
import type { CsvTable, ReadTable } from '../data/csv-table.js'
import { fileProblem, quote } from '../data/file-problem.js'

/** Cells of a table, empty ones counted. */
const MOST_CELLS = 50_000_000

/**
 * @param grid - with at least one row
 * @param file - as problems name the sheet: `data.xlsx [goals]`
 */
export function sheetTable(grid: Grid, file: string): ReadTable {
  const [header, ...rest] = grid.rows
  const named = readHeader(header, file)
  const { columns } = named
  const problems = [...gridProblems(grid, file), ...named.problems]
  if (rest.length * columns.length > MOST_CELLS) {
    const message = `${file} has ${rest.length} rows of ${columns.length} columns; ${MOST_CELLS} cells are read. Split the data.`
    problems.push(fileProblem('DATA_TOO_LARGE', file, message))
    return { table: tableOf(file, named, [], false), problems }
  }
  const read = rest.map((row) => readRow(row, columns, file))
  const faults = read.flatMap((row) => row.problems)
  const unnamed = unnamedProblems(rest, named, file)
  const rows = read.flatMap(({ record }) => record ?? [])
  const isWhole = problems.length + faults.length + unnamed.length === 0
  return {
    table: tableOf(file, named, rows, isWhole),
    problems: [...problems, ...unnamed, ...faults],
  }
}

interface Column {
  readonly name: string
  /** In the sheet, 1-based. */
  readonly column: number
}

interface Header {
  readonly columns: readonly Column[]
  /** Also those whose name has a fault. */
  readonly told: ReadonlySet<number>
  readonly problems: readonly DataProblem[]
}

function readHeader(header: GridRow | undefined, file: string): Header {
  const columns = new Map<string, Column>()
  const problems: DataProblem[] = []
  const told = new Set<number>()
  const line = header?.row ?? 1
  for (const [column, cell] of header?.cells ?? []) {
    told.add(column)
    const place = placeText({ row: line, column })
    if (cell.kind === 'fault') {
      const message = `Cell ${place} of ${file} should name a column, and ${cell.words}`
      problems.push(fileProblem(cell.code, file, message, { line }))
      continue
    }
    const name = cell.text.normalize('NFC')
    const first = columns.get(name)
    if (first === undefined) {
      columns.set(name, { name, column })
      continue
    }
    const message = `${file} has the column ${quote(name)} twice, as column ${columnLetters(first.column)} and as column ${columnLetters(column)}. Rename one of them, or take it out.`
    const where = { line, column: name }
    problems.push(fileProblem('COLUMN_DUPLICATE', file, message, where))
  }
  return { columns: [...columns.values()], told, problems }
}

function readRow(
  { row, cells }: GridRow,
  columns: readonly Column[],
  file: string,
): { readonly record: CsvRecord | null; readonly problems: DataProblem[] } {
  const reported = new Set<number>()
  const texts = columns.map(({ column }, index) => {
    const cell = cells.get(column)
    if (cell?.kind !== 'fault') return cell?.text ?? ''
    reported.add(index)
    // Stands where an id is needed, so that no second problem says that it is empty.
    return `(${placeText({ row, column })})`
  })
  const at = bodyColumn(columns)
  const body = at < 0 || reported.has(at) ? '' : (texts[at] ?? '')
  const problems = columns.flatMap(({ name, column }) => {
    const cell = cells.get(column)
    if (cell?.kind !== 'fault') return []
    const message = `Cell ${placeText({ row, column })} of ${file} ${cell.words}`
    const own = body === '' ? null : body.normalize('NFC')
    const place = { line: row, body: own, column: name }
    return fileProblem(cell.code, file, message, place)
  })
  const year = columns.findIndex(({ name }) => name === 'year')
  const isYearKnown = !reported.has(year)
  const record = { line: row, cells: texts, reported }
  return { record: isYearKnown ? record : null, problems }
}

/** The position of the column that says which body a row is of. */
function bodyColumn(columns: readonly Column[]): number {
  const of = (key: string) => columns.findIndex(({ name }) => name === key)
  return of('body') < 0 ? of('id') : of('body')
}

function unnamedProblems(
  rows: readonly GridRow[],
  { told }: Header,
  file: string,
): readonly DataProblem[] {
  const first = new Map<number, number>()
  for (const { row, cells } of rows) {
    for (const column of cells.keys()) {
      if (!told.has(column) && !first.has(column)) first.set(column, row)
    }
  }
  return [...first].map(([column, row]) => {
    const message = `Cell ${placeText({ row, column })} of ${file} stands in a column without a name. Name the column in the first row, or put notes on a sheet whose name begins with "#".`
    return fileProblem('COLUMN_UNNAMED', file, message, { line: row })
  })
}

function gridProblems(
  { hiddenRows, hiddenColumns, merged }: Grid,
  file: string,
): readonly DataProblem[] {
  const show = 'Show it, or delete it, so that what is seen is what is read.'
  return [
    ...hiddenRows.map((row) => {
      const message = `Row ${row} of ${file} is hidden and has content. ${show}`
      const line = Number.parseInt(row, 10)
      return fileProblem('DATA_XLSX_HIDDEN', file, message, { line })
    }),
    ...hiddenColumns.map((column) => {
      const message = `Column ${column} of ${file} is hidden and has content. ${show}`
      return fileProblem('DATA_XLSX_HIDDEN', file, message)
    }),
    ...merged.map((range) => {
      const message = `Cells ${range} of ${file} are merged, so that it is not said which rows and columns the value is of. Part them, and write the value into each cell that it is of.`
      const line = Number(/\d+/.exec(range)?.[0] ?? 1)
      return fileProblem('DATA_XLSX_MERGED', file, message, { line })
    }),
  ]
}

function tableOf(
  file: string,
  { columns }: Header,
  rows: readonly CsvRecord[],
  isWhole: boolean,
): CsvTable {
  const named = columns.map(({ name }, index) => [name, index] as const)
  return { file, columns: new Map(named), rows, isWhole }
}
