/** Output that is written piece by piece: to stdout, or to a file that is only there when it is whole. */
import { randomUUID } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'

import type { Io } from '../io.js'
import { Refusal } from '../refusal.js'
import { replaceable, whyNot } from './write-output.js'

export interface OutputStream {
  /** Resolves when more can be taken. */
  readonly write: (part: string | Uint8Array) => Promise<void>
  /** True where nobody reads any more. */
  readonly isClosed: () => boolean
  /** Puts the file into its place. */
  readonly finish: () => Promise<void>
  /** Takes a file that is not whole away; harmless after `finish`. */
  readonly discard: () => Promise<void>
}

/**
 * @param file - undefined: stdout
 * @throws Refusal where the file cannot be written, before anything is
 */
export async function openOutput(
  file: string | undefined,
  { out }: Io,
): Promise<OutputStream> {
  if (file === undefined) {
    const nothing = () => Promise.resolve()
    const { write, isClosed } = out
    return { write, isClosed, finish: nothing, discard: nothing }
  }
  const refusing = <Result>(work: Promise<Result>) =>
    work.catch((error: unknown): never => {
      throw new Refusal([`${file} cannot be written: ${whyNot(error)}.`])
    })
  const found = await stat(file).catch(() => null)
  if (found?.isDirectory()) {
    throw new Refusal([`${file} cannot be written: it is a folder.`])
  }
  const path = await refusing(replaceable(file))
  const temporary = path === null ? null : `${path}.${randomUUID()}.tmp`
  const handle = await refusing(
    temporary === null ? open(file, 'w') : open(temporary, 'wx'),
  )
  let isOpen = true
  const close = async () => {
    if (isOpen) await handle.close()
    isOpen = false
  }
  return {
    isClosed: () => false,
    write: async (part) => {
      await refusing(handle.appendFile(part))
    },
    finish: async () => {
      await refusing(close())
      if (temporary !== null && path !== null) {
        await refusing(rename(temporary, path))
      }
    },
    discard: async () => {
      await close().catch(() => undefined)
      if (temporary !== null) await rm(temporary, { force: true })
    },
  }
}
