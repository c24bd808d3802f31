/**
 * A stream of bytes cut into blocks of whole lines (NDJSON) or of whole records
 * (CSV, where a line break may stand in quotes), each with the number of its
 * first line. Only one block is held, whatever the length of the stream.
 */
import { joined } from './bytes.js'
import { recordScanner, type Scan, type Scanner } from './record-scanner.js'

export interface Block {
  readonly bytes: Uint8Array
  /** 1-based, of its first line. */
  readonly line: number
  /** Line breaks in it. */
  readonly breaks: number
  /** A line, or a record, of more bytes than are read; `bytes` is empty then. */
  readonly isTooLong: boolean
}

export interface BlockOptions {
  /** What separates cells; null: lines are cut at every line break. */
  readonly delimiter: ',' | ';' | null
  /** A block has at least so many, the last one left out. */
  readonly blockBytes?: number
  readonly mostBytes?: number
  /** Of the file, on which the stream begins; default 1. */
  readonly line?: number
}

/** Some 40 bodies of a hundred figures: enough to be worth a hand-over between threads. */
const BLOCK_BYTES = 64 * 1024
/** Bytes of one line; a body of a hundred thousand rows has fewer. */
export const MOST_LINE_BYTES = 16 * 1024 * 1024

export async function* lineBlocks(
  stream: AsyncIterable<Uint8Array>,
  options: BlockOptions,
): AsyncGenerator<Block, void, undefined> {
  const { blockBytes = BLOCK_BYTES, mostBytes = MOST_LINE_BYTES } = options
  const cutter = new Cutter(options.delimiter, mostBytes, options.line ?? 1)
  for await (const bytes of inPieces(stream)) {
    cutter.add(bytes)
    if (cutter.wholeBytes >= blockBytes || cutter.hasTooLong) {
      yield* cutter.take()
    }
  }
  cutter.end()
  yield* cutter.take()
}

/** Pieces that are small beside the longest line, so that a longer one is noticed in time. */
async function* inPieces(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const bytes of stream) {
    for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
      yield bytes.subarray(at, at + BLOCK_BYTES)
    }
  }
}

class Cutter {
  wholeBytes = 0
  hasTooLong = false
  private readonly scan: Scanner
  private readonly made: Block[] = []
  private whole: Uint8Array[] = []
  private rest: Uint8Array[] = []
  private restBytes = 0
  /** Breaks within the rest, which quotes may hold. */
  private restBreaks = 0
  private wholeBreaks = 0
  /** In a line that is too long: its bytes are passed over up to its end. */
  private isSkipping = false

  constructor(
    delimiter: BlockOptions['delimiter'],
    private readonly mostBytes: number,
    private line: number,
  ) {
    this.scan = recordScanner(delimiter)
  }

  add(bytes: Uint8Array): void {
    let open = bytes
    if (this.isSkipping) {
      const first = this.scan(open, 'first')
      this.restBreaks += first.breaks
      if (first.end < 0) return
      open = open.subarray(first.end)
      this.endTooLong()
    }
    const last = this.scan(open, 'last')
    if (last.end >= 0) this.addWhole(open.subarray(0, last.end), last)
    this.rest.push(open.subarray(Math.max(0, last.end)))
    this.restBytes += open.length - Math.max(0, last.end)
    this.restBreaks += last.breaksAfter
    if (this.restBytes > this.mostBytes) this.beginTooLong()
  }

  /** What stands after the last line break is a line too. */
  end(): void {
    if (this.isSkipping) this.endTooLong()
    else if (this.restBytes > 0) {
      this.whole.push(...this.rest)
      this.wholeBreaks += this.restBreaks
      this.rest = []
    }
  }

  take(): readonly Block[] {
    this.close()
    this.hasTooLong = false
    return this.made.splice(0)
  }

  private addWhole(bytes: Uint8Array, { breaks, breaksAfter }: Scan): void {
    this.whole.push(...this.rest, bytes)
    this.wholeBytes += this.restBytes + bytes.length
    this.wholeBreaks += this.restBreaks + breaks - breaksAfter
    this.rest = []
    this.restBytes = 0
    this.restBreaks = 0
  }

  private close(): void {
    if (this.whole.length === 0) return
    this.made.push({
      bytes: joined(this.whole),
      line: this.line,
      breaks: this.wholeBreaks,
      isTooLong: false,
    })
    this.line += this.wholeBreaks
    this.whole = []
    this.wholeBytes = 0
    this.wholeBreaks = 0
  }

  private beginTooLong(): void {
    this.close()
    this.rest = []
    this.restBytes = 0
    this.isSkipping = true
  }

  private endTooLong(): void {
    const breaks = this.restBreaks
    const { line } = this
    this.made.push({ bytes: new Uint8Array(0), line, breaks, isTooLong: true })
    this.line += breaks
    this.restBreaks = 0
    this.isSkipping = false
    this.hasTooLong = true
  }
}
