/** Lines of NDJSON as bodies: on each line what stands between the commas of `bodies` in a JSON file. */
import { isUtf8 } from 'node:buffer'

import { bodyFromJson } from '../../engine/index.js'
import { decodeText } from '../data/decode-text.js'
import { parseJson } from '../data/parse-json.js'
import { parsePlainJson } from '../data/parse-plain-json.js'
import type { Block } from './line-blocks.js'
import type { LineBody } from './read-block.js'

/** Lines of nothing but spaces hold no body and are passed over. */
export function* readJsonBlock(
  { bytes, line: firstLine }: Block,
  file: string,
): Generator<LineBody, void, undefined> {
  const isSound = isUtf8(bytes)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let line = firstLine
  let start = 0
  while (start < buffer.length) {
    const found = buffer.indexOf(0x0a, start)
    const end = found < 0 ? buffer.length : found
    const own = buffer.subarray(start, end)
    const body = isSound
      ? readLine(own.toString('utf8'), file, line, found < 0)
      : readBytes(own, file, line, found < 0)
    if (body) yield body
    start = end + 1
    line += 1
  }
}

/** A line among others of which one is not UTF-8. */
function readBytes(
  bytes: Uint8Array,
  file: string,
  line: number,
  isUnended: boolean,
): LineBody | null {
  const decoded = decodeText(bytes, file)
  if (decoded.kind === 'text') {
    return readLine(decoded.text, file, line, isUnended)
  }
  const { problem } = decoded
  // Within its one line, whatever the message was about stands on line 1.
  const message = problem.message.replace(/\bline 1\b/, `line ${line}`)
  return { line, row: null, problems: [{ ...problem, line, message }] }
}

function readLine(
  text: string,
  file: string,
  line: number,
  isUnended: boolean,
): LineBody | null {
  if (/^\s*$/.test(text)) return null
  const plain = parsePlainJson(text)
  if (plain !== undefined) {
    return { line, ...bodyFromJson(plain, { file, line }) }
  }
  const parsed = parseJson(text, file, line)
  if (!parsed.isJson) {
    const problems = isUnended
      ? parsed.problems.map((problem) => ({
          ...problem,
          message: `${problem.message} It is the last line and has no line end: the file may have been cut off.`,
        }))
      : parsed.problems
    return { line, row: null, problems }
  }
  const { row, problems } = bodyFromJson(parsed.json, { file, line })
  return { line, row, problems: [...parsed.problems, ...problems] }
}
