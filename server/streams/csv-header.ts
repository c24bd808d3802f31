/** The header of a CSV stream, and the rest of the stream behind it. */
import type { DataProblem } from '../../engine/index.js'
import { csvRecords } from '../data/csv-records.js'
import {
  csvTable,
  delimiterOf,
  isFilled,
  type DecimalMark,
} from '../data/csv-table.js'
import { decodeText } from '../data/decode-text.js'
import { fileProblem } from '../data/file-problem.js'
import { noIdColumn } from '../data/read-bodies.js'
import { joined } from './bytes.js'
import { recordScanner } from './record-scanner.js'

/** What the reader of a block needs of the header; plain data. */
export interface CsvHeader {
  readonly delimiter: ',' | ';'
  readonly cells: readonly string[]
  /** Name -> position; unnamed columns left out. */
  readonly columns: ReadonlyMap<string, number>
}

export type OpenedCsv =
  | {
      readonly kind: 'header'
      readonly header: CsvHeader
      readonly rest: AsyncIterable<Uint8Array>
      /** On which the rest begins. */
      readonly line: number
    }
  | { readonly kind: 'problems'; readonly problems: readonly DataProblem[] }

/** Bytes in which a header must end. */
const MOST_HEADER_BYTES = 1024 * 1024

/** @param stream - without a byte order mark */
export async function openCsv(
  stream: AsyncIterable<Uint8Array>,
  file: string,
  mark: DecimalMark,
): Promise<OpenedCsv> {
  const source = stream[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array(0)
  for (;;) {
    const next = await source.next()
    if (!next.done) head = joined([head, next.value])
    const isWhole = next.done === true || head.length > MOST_HEADER_BYTES
    const found = findHeader(head, file, mark, isWhole)
    if (found?.kind === 'problems') return found
    if (found) {
      const rest = continued(head.subarray(found.end), source)
      return { kind: 'header', header: found.header, rest, line: found.line }
    }
    if (isWhole) return problems(emptyProblem(file))
  }
}

type Found =
  | {
      readonly kind: 'header'
      readonly header: CsvHeader
      readonly end: number
      readonly line: number
    }
  | Extract<OpenedCsv, { kind: 'problems' }>

/** @returns null where more bytes are needed */
function findHeader(
  head: Uint8Array,
  file: string,
  mark: DecimalMark,
  isWhole: boolean,
): Found | null {
  // A character that is cut in two at the end is no mistake of the file.
  const lastBreak = head.lastIndexOf(0x0a)
  if (!isWhole && lastBreak < 0) return null
  const sure = isWhole ? head : head.subarray(0, lastBreak + 1)
  const decoded = decodeText(sure, file)
  if (decoded.kind === 'problem') return problems(decoded.problem)
  const { text } = decoded
  if (text.trim() === '') return null
  const delimiter = delimiterOf(text) === ';' ? ';' : ','
  const scan = recordScanner(delimiter)
  let [end, line] = [0, 1]
  for (;;) {
    const found = scan(sure.subarray(end), 'first')
    if (found.end < 0 && !isWhole) return null
    const next = found.end < 0 ? sure.length : end + found.end
    const record = Buffer.from(sure.subarray(end, next)).toString('utf8')
    line += found.breaks
    end = next
    const { records, broken } = csvRecords(record, delimiter)
    const isBlank =
      !broken && !records.some(({ cells }) => cells.some(isFilled))
    if (isBlank && end < sure.length) continue
    if (isBlank) return null
    return headerOf(record, file, mark, { end, line })
  }
}

function headerOf(
  text: string,
  file: string,
  mark: DecimalMark,
  at: { readonly end: number; readonly line: number },
): Found {
  const { table, problems: found } = csvTable(text, file, mark)
  const { columns } = table
  const lacking =
    found.length === 0 && !columns.has('id') ? [noIdColumn(table)] : []
  if (found.length + lacking.length > 0) {
    return { kind: 'problems', problems: [...found, ...lacking] }
  }
  const delimiter = delimiterOf(text) === ';' ? ';' : ','
  const [first] = csvRecords(text, delimiter).records
  const header = { delimiter, cells: first?.cells ?? [], columns } as const
  return { kind: 'header', header, ...at }
}

async function* continued(
  first: Uint8Array,
  source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield first
    for (;;) {
      const next = await source.next()
      if (next.done) return
      yield next.value
    }
  } finally {
    await source.return?.()
  }
}

function emptyProblem(file: string): DataProblem {
  const message = `${file} is empty. Its first line should name the columns, as in: id,name`
  return fileProblem('DATA_CSV_SYNTAX', file, message, { line: 1 })
}

function problems(problem: DataProblem): Extract<Found, { kind: 'problems' }> {
  return { kind: 'problems', problems: [problem] }
}
