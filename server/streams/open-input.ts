/** The bytes of a stream of bodies: a file of any length, or standard input. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'

import type { DecimalMark } from '../data/csv-table.js'
import { faultOf } from '../data/read-text.js'
import type { Io } from '../io.js'
import { dataProblemLine } from '../output/problem-line.js'
import { Refusal } from '../refusal.js'
import { withoutMark } from './bytes.js'
import { openCsv } from './csv-header.js'
import { lineBlocks, type Block } from './line-blocks.js'
import type { StreamFormat } from './read-block.js'

/** What `--data` is for standard input. */
export const STANDARD_INPUT = '-'

export interface InputRequest {
  /** A path, or `-`. */
  readonly data: string
  /** What `--format` said. */
  readonly format?: 'ndjson' | 'csv'
  readonly decimalComma?: boolean
}

export interface OpenedInput {
  /** As problems name it. */
  readonly file: string
  readonly format: StreamFormat
  readonly blocks: AsyncIterable<Block>
  /** Ends the reading, also where it waits for bytes that do not come. */
  readonly close: () => void
}

const READ_BYTES = 64 * 1024

/**
 * @param watch - is shown every byte of the input, in its order
 * @throws Refusal where it cannot be opened, or its header has mistakes
 */
export async function openInput(
  request: InputRequest,
  io: Io,
  watch: (bytes: Uint8Array) => void,
): Promise<OpenedInput> {
  const { data, decimalComma = false } = request
  const kind = formatOf(request)
  const file = data === STANDARD_INPUT ? 'stdin' : data
  const bytes = data === STANDARD_INPUT ? io.input() : await openFile(data)
  const stream = withoutMark(watched(bytes, watch), file)
  const close = () => {
    bytes.destroy()
  }
  if (kind === 'ndjson') {
    const blocks = lineBlocks(stream, { delimiter: null })
    return { file, format: { kind }, blocks, close }
  }
  const decimalMark: DecimalMark = decimalComma ? 'comma' : 'point'
  const opened = await openCsv(stream, file, decimalMark)
  if (opened.kind === 'problems') {
    close()
    throw new Refusal(opened.problems.map(dataProblemLine))
  }
  const { header, rest, line } = opened
  const { delimiter } = header
  return {
    file,
    format: { kind, header, decimalMark },
    blocks: lineBlocks(rest, { delimiter, line }),
    close,
  }
}

function formatOf({ data, format }: InputRequest): 'ndjson' | 'csv' {
  if (format) return format
  if (data === STANDARD_INPUT || /\.(ndjson|jsonl)$/i.test(data)) {
    return 'ndjson'
  }
  if (/\.csv$/i.test(data)) return 'csv'
  throw new Refusal([
    `${data}: --ndjson reads ".ndjson" and ".jsonl" files (a body on each line), ".csv" files with a row for each body, and "-" for standard input. For a file of another name say --format ndjson or --format csv; a JSON file {"bodies": [...]} or a folder is scored without --ndjson.`,
  ])
}

async function openFile(path: string): Promise<Readable> {
  try {
    const handle = await open(path)
    if ((await handle.stat()).isDirectory()) {
      await handle.close()
      throw new Refusal([
        `${path} is a folder: a folder of CSV files is scored without --ndjson.`,
      ])
    }
    return createReadStream(path, {
      fd: handle,
      highWaterMark: READ_BYTES,
    })
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw unreadable(path, error)
  }
}

async function* watched(
  stream: Readable,
  watch: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const bytes of stream as AsyncIterable<Uint8Array>) {
    watch(bytes)
    yield bytes
  }
}

function unreadable(path: string, error: unknown): Refusal {
  return new Refusal([
    `${path} cannot be read: ${faultOf(error)}. Check the path.`,
  ])
}
