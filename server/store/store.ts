/**
 * The texts that runs were computed from, each in a file named by its hash:
 * written whole or not at all, never written over, checked whenever it is read.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { sha256, type KeptText } from '../../engine/index.js'
import type { Io } from '../io.js'

/** Where texts are kept where nobody says another folder. */
export const DEFAULT_STORE = '.olshem'

export interface StorePlace {
  readonly folder: string
  /** False for the default folder, which may fail to be there. */
  readonly isNamed: boolean
}

/**
 * @param option - what `--store` said; false for `--no-store`
 * @returns null where nothing is to be kept
 */
export function storePlace(
  option: string | boolean | undefined,
  { environment }: Pick<Io, 'environment'>,
): StorePlace | null {
  if (option === false) return null
  const named =
    typeof option === 'string' ? option : environment['OLSHEM_STORE']
  return named
    ? { folder: named, isNamed: true }
    : { folder: DEFAULT_STORE, isNamed: false }
}

/** A text of the store that is not what its name says; it is never written over. */
export class DamagedTextError extends Error {
  override readonly name = 'DamagedTextError'

  constructor(readonly file: string) {
    super(`${file} does not fit its name, which is the hash of its text`)
  }
}

/** @throws DamagedTextError, or what the file system answers */
export async function keepTexts(
  folder: string,
  texts: readonly KeptText[],
): Promise<void> {
  for (const { sha256: hash, text } of texts) await keepText(folder, hash, text)
}

async function keepText(
  folder: string,
  hash: string,
  text: string,
): Promise<void> {
  const file = fileOf(folder, hash)
  const kept = await keptText(folder, hash)
  if (kept.kind === 'text') return
  if (kept.kind === 'damaged') throw new DamagedTextError(kept.file)
  await mkdir(join(folder, hash.slice(0, 2)), { recursive: true })
  const temporary = `${file}.${randomUUID()}.tmp`
  try {
    await writeFile(temporary, text, { flag: 'wx' })
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

export type Kept =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  /** The file is there and is not what its name says. */
  | { readonly kind: 'damaged'; readonly file: string }

/** @param hash - hexadecimal, as a checked run states it */
export async function keptText(folder: string, hash: string): Promise<Kept> {
  const file = fileOf(folder, hash)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    return { kind: 'absent' }
  }
  if ((await sha256(text)) !== hash) return { kind: 'damaged', file }
  return { kind: 'text', text }
}

function fileOf(folder: string, hash: string): string {
  return join(folder, hash.slice(0, 2), hash)
}
