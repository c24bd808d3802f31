/**
 * CSV text to records, as RFC 4180 has it: quotes strict, nothing trimmed,
 * every record with the line of the file on which it begins, and text without
 * the apostrophe that keeps a spreadsheet from taking it for a formula.
 */
import { parse } from 'csv-parse/sync'

import { unguardedCells } from './guarded-text.js'

export interface CsvRecord {
  /** 1-based; of its first line where a quoted cell holds line breaks. */
  readonly line: number
  readonly cells: readonly string[]
  /** Positions of cells whose faults are reported already; in workbooks alone. */
  readonly reported?: ReadonlySet<number>
}

/** A quote that ends the reading: what follows it cannot be told apart. */
export interface BrokenQuote {
  readonly line: number
  readonly message: string
}

export interface CsvRecords {
  readonly records: readonly CsvRecord[]
  readonly broken: BrokenQuote | null
}

export function csvRecords(text: string, delimiter: ',' | ';'): CsvRecords {
  // csv-parse counts a CRLF inside quotes as two lines, so lines are counted
  // here, by its byte offsets, which are right.
  const bytes = Buffer.from(text, 'utf8')
  const lineAt = lineCounter(bytes)
  const records: CsvRecord[] = []
  let line = 1
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      on_record: (cells: string[], info) => {
        records.push({ line, cells: unguardedCells(cells) })
        line = lineAt(info.bytes)
        return null
      },
    })
    return { records, broken: null }
  } catch (error) {
    return { records, broken: { line, message: quoteFault(error, line) } }
  }
}

function quoteFault(error: unknown, line: number): string {
  const code =
    error instanceof Error && 'code' in error ? String(error.code) : ''
  const row = `The row that begins on line ${line}`
  const mend =
    'Quotes go around a whole cell, and a quote inside a cell is doubled: "the ""best"" one". The rows from here on were not read.'
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `${row} opens a quote that is never closed. ${mend}`
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `${row} goes on after a closing quote. ${mend}`
    case 'INVALID_OPENING_QUOTE':
      return `${row} has a quote in the middle of a cell. ${mend}`
    default:
      throw error
  }
}

/** Counts line breaks up to an offset; offsets may only grow, so it is linear. */
function lineCounter(bytes: Uint8Array): (offset: number) => number {
  let line = 1
  let at = 0
  return (offset) => {
    for (; at < offset; at += 1) {
      const isBreak = bytes[at] === 0x0a
      const isLoneReturn = bytes[at] === 0x0d && bytes[at + 1] !== 0x0a
      if (isBreak || isLoneReturn) line += 1
    }
    return line
  }
}
