/** The bytes or the text of one file, or the one problem that stands in the way. */
import { readFile, stat } from 'node:fs/promises'

import type { DataProblem } from '../../engine/index.js'
import { decodeText, type DecodedText } from './decode-text.js'
import { fileProblem } from './file-problem.js'

/** A text of more bytes than this is not read: Node's longest string is 512 MiB. */
export const MOST_BYTES = 256 * 1024 * 1024

export type ReadBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'problem'; readonly problem: DataProblem }

/** @param file - the path as it was given: it is opened, and named in problems */
export async function readText(
  file: string,
  mostBytes = MOST_BYTES,
): Promise<DecodedText> {
  const read = await readBytes(file, mostBytes)
  return read.kind === 'problem' ? read : decodeText(read.bytes, file)
}

export async function readBytes(
  file: string,
  mostBytes = MOST_BYTES,
): Promise<ReadBytes> {
  try {
    const found = await stat(file)
    if (!found.isFile()) return unreadable(file, 'it is not an ordinary file')
    if (found.size > mostBytes) {
      const message = `${file} has ${found.size} bytes; a file may have ${mostBytes}. Split it, or leave out columns that are not used.`
      const problem = fileProblem('DATA_TOO_LARGE', file, message)
      return { kind: 'problem', problem }
    }
    return { kind: 'bytes', bytes: await readFile(file) }
  } catch (error) {
    return unreadable(file, faultOf(error))
  }
}

/** Why the file system refused, in words. */
export function faultOf(error: unknown): string {
  const code =
    error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file'
  if (code === 'EACCES' || code === 'EPERM') {
    return 'its permissions do not allow it'
  }
  if (code !== '') return `the system answered ${code}`
  throw error
}

function unreadable(file: string, why: string): ReadBytes {
  const message = `${file} cannot be read: ${why}. Check the path.`
  return {
    kind: 'problem',
    problem: fileProblem('DATA_FILE_UNREADABLE', file, message),
  }
}
