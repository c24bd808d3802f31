/**
 * The text of a signed document, which may come from anybody -> its fields.
 * Nothing of it is believed, or looked at further, before its shape is checked.
 */
import { duplicateKeys, nestingDepth } from '../data/json-text.js'
import { quote } from '../data/file-problem.js'
import { readText } from '../data/read-text.js'
import { Refusal } from '../refusal.js'
import { DocumentFields } from './document-fields.js'

/** A receipt has about 1 kB. */
const MOST_BYTES = 64 * 1024
const MOST_BRACKETS = 8

/** @param what - as `a receipt`; @throws Refusal */
export async function readDocumentFile(
  file: string,
  what: string,
): Promise<string> {
  const read = await readText(file, MOST_BYTES)
  if (read.kind === 'text') return read.text
  throw new Refusal([`${read.problem.message} Expected ${what}.`])
}

/** @throws Refusal where the text is not one JSON object of modest size */
export function parseDocument(
  text: string,
  file: string,
  what: string,
): DocumentFields {
  const json = parseSmallJson(text, file, what)
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw notA(what, file, 'it is no JSON object')
  }
  return DocumentFields.of(json)
}

/** @throws Refusal */
export function parseSmallJson(
  text: string,
  file: string,
  what: string,
): unknown {
  if (Buffer.byteLength(text) > MOST_BYTES) {
    throw notA(what, file, `it has more than ${MOST_BYTES} bytes`)
  }
  const depth = nestingDepth(text)
  if (depth > MOST_BRACKETS) {
    throw notA(what, file, `it nests brackets ${depth} deep`)
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw notA(what, file, 'it is not JSON')
  }
  const [twice] = duplicateKeys(text)
  if (!twice) return json
  throw notA(
    what,
    file,
    `the key ${quote(twice.key)} stands twice in one object`,
  )
}

export function notA(what: string, file: string, why: string): Refusal {
  return new Refusal([`${file} is not ${what}: ${why}.`])
}
