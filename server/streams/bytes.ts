/** Pieces of a stream of bytes. */
import { Refusal } from '../refusal.js'

/** In memory of its own, which can be handed to another thread. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]
const UTF_16_MARKS = ['255 254', '254 255']

/**
 * A byte order mark at the beginning, even cut in two, is no part of the first line.
 *
 * @throws Refusal where the mark is that of UTF-16
 */
export async function* withoutMark(
  stream: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  let head: Uint8Array | null = new Uint8Array(0)
  for await (const bytes of stream) {
    if (!head) {
      yield bytes
      continue
    }
    head = joined([head, bytes])
    if (head.length < BYTE_ORDER_MARK.length) continue
    yield unmarked(head, file)
    head = null
  }
  if (head) yield unmarked(head, file)
}

function unmarked(head: Uint8Array, file: string): Uint8Array {
  if (UTF_16_MARKS.includes(`${head[0]} ${head[1]}`)) {
    throw new Refusal([
      `${file} is not UTF-8: it begins with the mark of UTF-16. Save it as UTF-8.`,
    ])
  }
  const hasMark = BYTE_ORDER_MARK.every((byte, at) => head[at] === byte)
  return hasMark ? head.subarray(BYTE_ORDER_MARK.length) : head
}
