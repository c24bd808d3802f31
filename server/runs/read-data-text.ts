/** A text that somebody sends as data: JSON, or CSV with a row for each body. */
import { DATA_LIMITS, type ReadDataset } from '../../engine/index.js'
import { readCsv } from '../data/read-csv.js'
import { readJson } from '../data/read-json.js'

export interface DataText {
  readonly format: 'json' | 'csv'
  readonly text: string
  /** How problems name it. */
  readonly file: string
  /** Numbers in CSV are written `3,14`. */
  readonly decimalComma?: boolean
}

/** Nothing is thrown for what the text holds: every mistake is a problem. */
export function readDataText(
  { format, text, file, decimalComma = false }: DataText,
  year: number,
): ReadDataset {
  // A mark that says "UTF-8" is no part of the text.
  const content = text.replace(/^\ufeff/, '')
  if (format === 'json') return readJson(content, file, year, DATA_LIMITS)
  const decimalMark = decimalComma ? 'comma' : 'point'
  return readCsv(content, file, { year, decimalMark, limits: DATA_LIMITS })
}
