/** The text of a methodology file: UTF-8, with or without a byte order mark. */
import { isUtf8 } from 'node:buffer'
import { readFile, stat } from 'node:fs/promises'

import { faultOf } from '../data/read-text.js'
import { fileProblemAt } from './file-problem-at.js'
import type { LocatedProblem } from '../../engine/index.js'

export type RulesText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: LocatedProblem }

/** More bytes than any text that the loader accepts, in any alphabet. */
export const MOST_RULES_BYTES = 8_000_000

export async function readRulesText(file: string): Promise<RulesText> {
  try {
    const found = await stat(file)
    if (!found.isFile()) return unreadable(file, 'it is not an ordinary file')
    if (found.size > MOST_RULES_BYTES) {
      const problem = fileProblemAt(file, 'FILE_TOO_LARGE', {
        length: found.size,
      })
      return { kind: 'problem', problem }
    }
    return decode(await readFile(file), file)
  } catch (error) {
    return unreadable(file, faultOf(error))
  }
}

function decode(bytes: Uint8Array, file: string): RulesText {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (isUtf8(bytes)) return { kind: 'text', text }
  const offset = firstWrongByte(bytes)
  const problem = fileProblemAt(
    file,
    'FILE_ENCODING',
    { offset },
    placeOf(bytes, offset),
  )
  return { kind: 'problem', problem }
}

/** Where the bytes first differ from those of the text that they were read as. */
function firstWrongByte(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const again = Buffer.from(text, 'utf8')
  return bytes.findIndex((byte, offset) => byte !== again[offset])
}

function placeOf(bytes: Uint8Array, offset: number) {
  const before = Buffer.from(bytes.subarray(0, offset)).toString('utf8')
  const lines = before.split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

function unreadable(file: string, reason: string): RulesText {
  const problem = fileProblemAt(file, 'FILE_UNREADABLE', { reason })
  return { kind: 'problem', problem }
}
