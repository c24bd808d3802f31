/**
 * Bytes to text: UTF-8 only, with or without a byte order mark.
 *
 * Other encodings are named in the message and never guessed: windows-1251 has
 * no Ә Ғ Қ Ң Ө Ұ Ү Һ, so a Kazakh text saved in it has lost letters already.
 */
import { isUtf8 } from 'node:buffer'

import type { DataProblem } from '../../engine/index.js'
import { fileProblem } from './file-problem.js'

export type DecodedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: DataProblem }

/** Bytes looked at together in the search for the first wrong one. */
const BLOCK = 65_536

const SAVE_AS_UTF8 =
  'Save it as UTF-8: in Excel, "Save As", then "CSV UTF-8 (comma delimited)"; in LibreOffice, "Save As" with the character set UTF-8.'

export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const fault = encodingFault(bytes)
  if (fault === null) {
    return { kind: 'text', text: new TextDecoder('utf-8').decode(bytes) }
  }
  const message = `${file} is not UTF-8: ${fault.message} ${SAVE_AS_UTF8}`
  const place = { line: fault.line }
  return {
    kind: 'problem',
    problem: fileProblem('DATA_ENCODING', file, message, place),
  }
}

interface EncodingFault {
  readonly message: string
  readonly line: number | null
}

function encodingFault(bytes: Uint8Array): EncodingFault | null {
  const mark = `${bytes[0]} ${bytes[1]}`
  if (mark === '255 254' || mark === '254 255') {
    return { line: null, message: 'it begins with the mark of UTF-16.' }
  }
  const zero = bytes.indexOf(0)
  if (zero >= 0) {
    return {
      line: lineAt(bytes, zero),
      message: `line ${lineAt(bytes, zero)} has a zero byte, as UTF-16 and spreadsheet files have them.`,
    }
  }
  const wrong = firstWrongByte(bytes)
  if (wrong === null) return null
  const line = lineAt(bytes, wrong)
  const received = `line ${line} has the byte 0x${(bytes[wrong] ?? 0).toString(16).toUpperCase()}, which has no meaning there`
  return {
    line,
    message: looksLikeWindows1251(bytes)
      ? `${received}. It looks like windows-1251, which has Russian letters but not the Kazakh Ә Ғ Қ Ң Ө Ұ Ү Һ; where these were lost (often as "?"), go back to the original.`
      : `${received}.`,
  }
}

/** The offset of the first character that is not UTF-8; null where all are. */
function firstWrongByte(bytes: Uint8Array): number | null {
  if (isUtf8(bytes)) return null
  // By blocks, then by characters: one pass, however long the file.
  let from = 0
  for (;;) {
    const to = characterStart(bytes, from + BLOCK)
    if (to <= from || !isUtf8(bytes.subarray(from, to))) break
    from = to
  }
  for (;;) {
    let next = from + 1
    while (next < bytes.length && isContinuation(bytes[next])) next += 1
    if (next >= bytes.length || !isUtf8(bytes.subarray(from, next))) return from
    from = next
  }
}

/** The offset, or the start of the character that it is inside of. */
function characterStart(bytes: Uint8Array, offset: number): number {
  if (offset >= bytes.length) return bytes.length
  let start = offset
  while (start > offset - BLOCK && isContinuation(bytes[start])) start -= 1
  return start
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}

/** Most bytes beyond ASCII are А-я there: 0xC0 to 0xFF. */
function looksLikeWindows1251(bytes: Uint8Array): boolean {
  let letters = 0
  let beyondAscii = 0
  for (const byte of bytes) {
    if (byte < 0x80) continue
    beyondAscii += 1
    if (byte >= 0xc0) letters += 1
  }
  return letters / beyondAscii > 0.8
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at += 1) if (bytes[at] === 0x0a) line += 1
  return line
}
