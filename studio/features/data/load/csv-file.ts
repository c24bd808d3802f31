/**
 * A CSV file that can be corrected: a line that is not touched stays the bytes
 * that it was, with its separators, quotes and line ends.
 */
import { parse } from 'csv-parse/browser/esm/sync'
import { stringify } from 'csv-stringify/browser/esm/sync'

export interface CsvRecord {
  /** 1-based, as the server counts them: of its first line. */
  readonly line: number
  readonly cells: readonly string[]
  /** Bytes of the file, with the line end. */
  readonly from: number
  readonly to: number
}

export interface CsvFile {
  readonly bytes: Uint8Array
  readonly delimiter: ',' | ';' | '\t'
  readonly records: readonly CsvRecord[]
  /** Position of the record that names the columns; -1 in an empty file. */
  readonly header: number
}

/** A record as cells, or as the text of its line. */
export type Rewritten = readonly string[] | string

const LINE_END = /(\r\n|\n|\r)$/
const MARK = '\ufeff'

/** What comes after a broken quote is not among the records: it cannot be told apart. */
export function readCsvFile(bytes: Uint8Array): CsvFile {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const start = text.startsWith(MARK) ? 3 : 0
  const delimiter = delimiterOf(text.slice(start === 0 ? 0 : 1))
  const records = readRecords(bytes, start, delimiter)
  const header = records.findIndex(({ cells }) => cells.some(isFilled))
  return { bytes, delimiter, records, header }
}

/** The columns that the header names, in NFC as the server compares them. */
export function columnsOf({ records, header }: CsvFile): readonly string[] {
  return (records[header]?.cells ?? []).map((cell) => cell.normalize('NFC'))
}

/** Rows under the header that are not blank. */
export function rowCount({ records, header }: CsvFile): number {
  return records.filter(
    ({ cells }, index) => index > header && cells.some(isFilled),
  ).length
}

/** The text of a record as it stands in the file, without its line end. */
export function recordText(file: CsvFile, index: number): string {
  const record = file.records[index]
  return record ? sliceText(file.bytes, record).replace(LINE_END, '') : ''
}

/** @param changes - position of a record -> what stands there instead */
export function rewriteCsv(
  file: CsvFile,
  changes: ReadonlyMap<number, Rewritten>,
): CsvFile {
  const { bytes, records, delimiter } = file
  const parts: Uint8Array[] = []
  let kept = 0
  for (const [index, record] of records.entries()) {
    const change = changes.get(index)
    if (change === undefined) continue
    const [end = ''] = LINE_END.exec(sliceText(bytes, record)) ?? []
    const text = typeof change === 'string' ? change : lineOf(change, delimiter)
    parts.push(bytes.subarray(kept, record.from))
    parts.push(new TextEncoder().encode(`${text}${end}`))
    kept = record.to
  }
  if (parts.length === 0) return file
  return readCsvFile(joined([...parts, bytes.subarray(kept)]))
}

function lineOf(cells: readonly string[], delimiter: string): string {
  return stringify([[...cells]], { delimiter, eof: false })
}

function readRecords(
  bytes: Uint8Array,
  start: number,
  delimiter: string,
): readonly CsvRecord[] {
  const records: CsvRecord[] = []
  let from = start
  let line = 1
  const read = (cells: string[], to: number) => {
    records.push({ line, cells, from, to })
    line += lineBreaks(bytes, from, to)
    from = to
  }
  try {
    parse(bytes.subarray(start), {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      on_record: (cells: string[], info) => {
        read(cells, start + info.bytes)
        return null
      },
    })
  } catch (error) {
    // The server reports the place of a broken quote when the file is sent.
    if (!(error instanceof Error && 'code' in error)) throw error
  }
  return records
}

function lineBreaks(bytes: Uint8Array, from: number, to: number): number {
  let breaks = 0
  for (let at = from; at < to; at += 1) {
    const isBreak = bytes[at] === 0x0a
    const isLoneReturn = bytes[at] === 0x0d && bytes[at + 1] !== 0x0a
    if (isBreak || isLoneReturn) breaks += 1
  }
  return breaks
}

/** Told by the first line, quoted names left out, as the server does it. */
function delimiterOf(text: string): CsvFile['delimiter'] {
  const [firstLine = ''] = text.trimStart().split(/[\r\n]/, 1)
  const signs = firstLine.replace(/"[^"]*"/g, '')
  if (signs.includes(',')) return ','
  if (signs.includes(';')) return ';'
  return signs.includes('\t') ? '\t' : ','
}

function sliceText(bytes: Uint8Array, { from, to }: CsvRecord): string {
  return new TextDecoder().decode(bytes.subarray(from, to))
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function isFilled(cell: string): boolean {
  return cell !== ''
}
