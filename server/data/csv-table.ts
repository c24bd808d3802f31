/** A CSV text as a table: named columns, rows of as many cells as the header. */
import type { DataProblem } from '../../engine/index.js'
import { csvRecords, type BrokenQuote, type CsvRecord } from './csv-records.js'
import { fileProblem, quote, quoteList } from './file-problem.js'

export interface CsvTable {
  readonly file: string
  /** Column name -> its position; unnamed columns and second ones left out. */
  readonly columns: ReadonlyMap<string, number>
  readonly rows: readonly CsvRecord[]
  /** False where rows were left out, so that a row not found may be one of them. */
  readonly isWhole: boolean
}

export interface ReadTable {
  readonly table: CsvTable
  readonly problems: readonly DataProblem[]
}

/**
 * Whether numbers are written `3.14` or `3,14`. With a decimal comma, columns
 * may be separated by semicolons.
 */
export type DecimalMark = 'point' | 'comma'

/** Reads the header and the rows; blank lines and rows of empty cells are left out. */
export function csvTable(
  text: string,
  file: string,
  decimalMark: DecimalMark,
): ReadTable {
  const delimiter = delimiterOf(text)
  if (delimiter !== ',' && !(delimiter === ';' && decimalMark === 'comma')) {
    return nothing(delimiterProblem(delimiter, file))
  }
  const { records, broken } = csvRecords(text, delimiter)
  const filled = records.filter(({ cells }) => cells.some(isFilled))
  const [header, ...rest] = filled
  const brokenProblems = broken === null ? [] : [quoteProblem(broken, file)]
  if (header === undefined) {
    if (broken !== null) return { ...nothing(), problems: brokenProblems }
    const message = `${file} is empty. Its first line should name the columns, as in: id,name`
    return nothing(fileProblem('DATA_CSV_SYNTAX', file, message, { line: 1 }))
  }

  const { columns, problems } = readHeader(header, file)
  const rows = rest.filter((row) => row.cells.length === header.cells.length)
  const uneven = rest
    .filter((row) => row.cells.length !== header.cells.length)
    .map((row) => unevenProblem(row, header, file))
  return {
    table: {
      file,
      columns,
      rows,
      isWhole: broken === null && uneven.length === 0,
    },
    problems: [...problems, ...uneven, ...brokenProblems],
  }

  function nothing(problem?: DataProblem): ReadTable {
    return {
      table: { file, columns: new Map(), rows: [], isWhole: false },
      problems: problem ? [problem] : [],
    }
  }
}

/** @param line - on which the row begins */
export function quoteProblem(
  { message, line }: BrokenQuote,
  file: string,
): DataProblem {
  const words = `${file}: ${message}`
  return fileProblem('DATA_CSV_SYNTAX', file, words, { line })
}

export function isFilled(cell: string): boolean {
  return cell !== ''
}

/** Told by the first line, quoted names left out. */
export function delimiterOf(text: string): ',' | ';' | '\t' {
  const [firstLine = ''] = text.trimStart().split(/[\r\n]/, 1)
  const signs = firstLine.replace(/"[^"]*"/g, '')
  if (signs.includes(',')) return ','
  if (signs.includes(';')) return ';'
  return signs.includes('\t') ? '\t' : ','
}

function delimiterProblem(delimiter: ';' | '\t' | ',', file: string) {
  const message =
    delimiter === ';'
      ? `${file} separates its columns by semicolons. Save it with commas between the columns and points in the numbers, or say that its numbers have a decimal comma: then semicolons are read too.`
      : `${file} separates its columns by tabs. Save it as CSV, with commas between the columns.`
  return fileProblem('DATA_CSV_DELIMITER', file, message, { line: 1 })
}

function readHeader(
  header: CsvRecord,
  file: string,
): Pick<CsvTable, 'columns'> & { readonly problems: readonly DataProblem[] } {
  const columns = new Map<string, number>()
  const problems: DataProblem[] = []
  const unnamed: number[] = []
  const { line } = header
  for (const [index, cell] of header.cells.entries()) {
    const name = cell.normalize('NFC')
    const first = columns.get(name)
    if (name === '') unnamed.push(index + 1)
    else if (first === undefined) columns.set(name, index)
    else {
      const message = `${file} has the column ${quote(name)} twice, as column ${first + 1} and as column ${index + 1}. Rename one of them, or take it out.`
      const place = { line, column: name }
      problems.push(fileProblem('COLUMN_DUPLICATE', file, message, place))
    }
  }
  if (unnamed.length > 0) {
    const message = `${file} has no name for column ${unnamed.join(', ')}. Name every column in the first line, or delete the empty ones.`
    problems.push(fileProblem('DATA_CSV_SYNTAX', file, message, { line }))
  }
  return { columns, problems }
}

export function unevenProblem(
  row: CsvRecord,
  header: Pick<CsvRecord, 'cells'>,
  file: string,
): DataProblem {
  const [expected, received] = [header.cells.length, row.cells.length]
  const mend =
    received > expected
      ? 'A cell with a comma in it, such as a number with a decimal comma, needs quotes around it.'
      : `The header names ${quoteList(header.cells)}; leave an empty cell between two commas where a value is missing.`
  const message = `Line ${row.line} of ${file} has ${received} cells where the header has ${expected}. ${mend}`
  return fileProblem('DATA_CSV_SYNTAX', file, message, { line: row.line })
}
