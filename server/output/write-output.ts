/** Writes a result to stdout, or to a file that is never there half-written. */
import { randomUUID } from 'node:crypto'
import { lstat, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'

import { faultOf } from '../data/read-text.js'
import type { Io } from '../io.js'
import { Refusal } from '../refusal.js'

/** @param file - undefined: stdout */
export async function writeOutput(
  text: string,
  file: string | undefined,
  io: Io,
): Promise<void> {
  if (file === undefined) return io.out.write(text)
  try {
    await replaceFile(text, file)
  } catch (error) {
    throw new Refusal([`${file} cannot be written: ${whyNot(error)}.`])
  }
}

export function whyNot(error: unknown): string {
  const code =
    error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such folder'
  return code === 'EISDIR' ? 'it is a folder' : faultOf(error)
}

/** Writes beside the file and renames; a device or a pipe is written to as it is. */
export async function replaceFile(text: string, file: string): Promise<void> {
  const path = await replaceable(file)
  if (path === null) return writeFile(file, text)
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    await writeFile(temporary, text, { flag: 'wx' })
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Where a rename puts the file; null for what no rename may take the place of. */
export async function replaceable(file: string): Promise<string | null> {
  const [link, target] = await Promise.all([
    lstat(file).catch(nothing),
    stat(file).catch(nothing),
  ])
  if (link === null) return file
  if (target?.isDirectory()) return file
  return target?.isFile() ? realpath(file) : null
}

function nothing(): null {
  return null
}
