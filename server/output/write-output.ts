/** Writes a result to stdout, or to a file that is never there half-written. */
import { randomUUID } from 'node:crypto'
import { lstat, realpath, rename, rm, writeFile } from 'node:fs/promises'

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
    throw new Refusal([`${file} cannot be written: ${faultOf(error)}.`])
  }
}

/** Writes beside the file and renames; through a link, and straight into a device. */
export async function replaceFile(text: string, file: string): Promise<void> {
  const target = await targetOf(file)
  if (target.kind === 'device') return writeFile(file, text)
  const temporary = `${target.path}.${randomUUID()}.tmp`
  try {
    await writeFile(temporary, text, { flag: 'wx' })
    await rename(temporary, target.path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

type Target =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'device' }

async function targetOf(file: string): Promise<Target> {
  try {
    const path = await realpath(file)
    const found = await lstat(path)
    return found.isFile() || found.isDirectory()
      ? { kind: 'file', path }
      : { kind: 'device' }
  } catch {
    return { kind: 'file', path: file }
  }
}
