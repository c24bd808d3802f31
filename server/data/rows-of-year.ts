/** The rows of one year: all of them, where the table has no column `year`. */
import type { DataProblem } from '../../engine/index.js'
import type { CsvRecord } from './csv-records.js'
import type { CsvTable, ReadTable } from './csv-table.js'
import { fileProblem, quote } from './file-problem.js'

/** How many years a message names, the nearest to the one asked for. */
const MOST_YEARS = 12

export function rowsOfYear(table: CsvTable, year: number): ReadTable {
  const column = table.columns.get('year')
  if (column === undefined) return { table, problems: [] }

  const problems: DataProblem[] = []
  const years = new Set<number>()
  const rows: CsvRecord[] = []
  for (const row of table.rows) {
    const said = yearOf(row, column, table.file)
    if (typeof said !== 'number') {
      problems.push(said)
      continue
    }
    years.add(said)
    if (said === year) rows.push(row)
  }
  if (rows.length === 0 && years.size > 0) {
    problems.push(noRows([...years], year, table.file))
  }
  const isWhole = table.isWhole && problems.length === 0
  return { table: { ...table, rows, isWhole }, problems }
}

/** @param column - the position of the column `year` */
export function yearOf(
  { cells, line }: CsvRecord,
  column: number,
  file: string,
): number | DataProblem {
  const text = cells[column] ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : notAYear(text, line, file)
}

function notAYear(text: string, line: number, file: string): DataProblem {
  const received = text === '' ? 'empty' : quote(text)
  const message = `"year" on line ${line} of ${file} should be a whole number such as 2023, but it is ${received}.`
  const place = { line, column: 'year' }
  return fileProblem('CELL_NOT_A_NUMBER', file, message, place)
}

function noRows(years: number[], asked: number, file: string): DataProblem {
  const distance = (year: number) => Math.abs(year - asked)
  const nearest = years.sort((a, b) => distance(a) - distance(b) || b - a)
  const [first = asked] = nearest
  const named = nearest.slice(0, MOST_YEARS).sort((a, b) => a - b)
  const others = years.length > MOST_YEARS ? ' and others' : ''
  const message = `${file} has no row of ${asked}. It has rows of ${named.join(', ')}${others}; the nearest is ${first}. Ask for that year, or add the rows of ${asked}.`
  return fileProblem('DATA_NO_ROWS', file, message, { column: 'year' })
}
