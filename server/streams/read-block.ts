/** A block of lines as bodies, each with what is wrong with it; nothing is lost. */
import type { ReadBody } from '../../engine/index.js'
import type { DecimalMark } from '../data/csv-table.js'
import { fileProblem } from '../data/file-problem.js'
import type { CsvHeader } from './csv-header.js'
import { MOST_LINE_BYTES, type Block } from './line-blocks.js'
import { readCsvBlock } from './read-csv-block.js'
import { readJsonBlock } from './read-json-block.js'

export type StreamFormat =
  | { readonly kind: 'ndjson' }
  | {
      readonly kind: 'csv'
      readonly header: CsvHeader
      readonly decimalMark: DecimalMark
    }

export interface BlockReading {
  /** As problems name it. */
  readonly file: string
  readonly year: number
  readonly format: StreamFormat
}

/** A body, and the line on which it begins. */
export interface LineBody extends ReadBody {
  readonly line: number
}

/** A row that says that it is of another year. */
export const OTHER_YEAR = 'other-year'

/** One after the other, so that the rows of no more bodies than are scored together are held. */
export function* readBlock(
  block: Block,
  reading: BlockReading,
): Generator<LineBody | typeof OTHER_YEAR, void, undefined> {
  const { file, format } = reading
  if (block.isTooLong) yield tooLong(block.line, file)
  else if (format.kind === 'ndjson') yield* readJsonBlock(block, file)
  else yield* readCsvBlock(block, { ...reading, ...format })
}

function tooLong(line: number, file: string): LineBody {
  const message = `Line ${line} of ${file} has more than ${MOST_LINE_BYTES} bytes, and was not read. Sum the rows of this body up, or score it by itself without --ndjson.`
  const problem = fileProblem('DATA_TOO_LARGE', file, message, { line })
  return { line, row: null, problems: [problem] }
}
