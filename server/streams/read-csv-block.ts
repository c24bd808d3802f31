/** Records of a CSV stream as bodies, the header known from its beginning. */
import type { DataProblem } from '../../engine/index.js'
import { csvRecords, type CsvRecord } from '../data/csv-records.js'
import {
  isFilled,
  quoteProblem,
  unevenProblem,
  type DecimalMark,
} from '../data/csv-table.js'
import { decodeText } from '../data/decode-text.js'
import { BODY_KEYS, noId } from '../data/read-bodies.js'
import { rowNode } from '../data/row-tree.js'
import { yearOf } from '../data/rows-of-year.js'
import type { CsvHeader } from './csv-header.js'
import type { Block } from './line-blocks.js'
import { OTHER_YEAR, type LineBody } from './read-block.js'
import { recordScanner } from './record-scanner.js'

export interface CsvReading {
  readonly file: string
  readonly year: number
  readonly header: CsvHeader
  readonly decimalMark: DecimalMark
}

type Item = LineBody | typeof OTHER_YEAR

export function* readCsvBlock(
  { bytes, line }: Block,
  reading: CsvReading,
): Generator<Item, void, undefined> {
  yield* readRecords(bytes, line, reading)
}

function* readRecords(
  bytes: Uint8Array,
  firstLine: number,
  reading: CsvReading,
): Generator<Item, void, undefined> {
  const { file, header } = reading
  const decoded = decodeText(bytes, file)
  if (decoded.kind === 'text') {
    const { records, broken } = csvRecords(decoded.text, header.delimiter)
    if (!broken) {
      for (const { cells, line } of records) {
        if (!cells.some(isFilled)) continue
        yield readRecord({ cells, line: line + firstLine - 1 }, reading)
      }
      return
    }
  }
  if (one(bytes, header)) yield readBroken(bytes, firstLine, reading)
  else yield* readEach(bytes, firstLine, reading)
}

function one(bytes: Uint8Array, { delimiter }: CsvHeader): boolean {
  const { end } = recordScanner(delimiter)(bytes, 'first')
  return end < 0 || end === bytes.length
}

/** A block with a mistake that stops the reader: record by record, so that the others are read. */
function* readEach(
  bytes: Uint8Array,
  firstLine: number,
  reading: CsvReading,
): Generator<Item, void, undefined> {
  const scan = recordScanner(reading.header.delimiter)
  let line = firstLine
  let start = 0
  while (start < bytes.length) {
    const { end, breaks } = scan(bytes.subarray(start), 'first')
    const next = end < 0 ? bytes.length : start + end
    yield* readRecords(bytes.subarray(start, next), line, reading)
    line += breaks
    start = next
  }
}

/** One record that cannot be read. */
function readBroken(
  bytes: Uint8Array,
  line: number,
  { file, header }: CsvReading,
): LineBody {
  const decoded = decodeText(bytes, file)
  if (decoded.kind === 'problem') {
    const { problem } = decoded
    const message = problem.message.replace(/\bline 1\b/, `line ${line}`)
    return failed(line, { ...problem, line, message })
  }
  const { broken } = csvRecords(decoded.text, header.delimiter)
  const lines = decoded.text.replace(/\r?\n$/, '').split('\n').length
  const upTo =
    lines === 1
      ? 'The row was not read.'
      : `Lines ${line} to ${line + lines - 1} were taken for this one row and were not read.`
  const said = (broken?.message ?? '')
    .replace(/\bline 1\b/, `line ${line}`)
    .replace('The rows from here on were not read.', upTo)
  return failed(line, quoteProblem({ line, message: said }, file))
}

function readRecord(record: CsvRecord, reading: CsvReading): Item {
  const { file, header, decimalMark } = reading
  const { cells, line } = record
  if (cells.length !== header.cells.length) {
    return failed(line, unevenProblem(record, header, file))
  }
  const column = header.columns.get('year')
  if (column !== undefined) {
    const said = yearOf(record, column, file)
    if (typeof said !== 'number') return failed(line, said)
    if (said !== reading.year) return OTHER_YEAR
  }
  const table = { file, columns: header.columns, rows: [], isWhole: true }
  const source = { table, keys: BODY_KEYS, decimalMark }
  const { row } = rowNode(record, source, () => null)
  return { line, row, problems: row.id === null ? [noId(line, file)] : [] }
}

function failed(line: number, problem: DataProblem): LineBody {
  return { line, row: null, problems: [problem] }
}
