/**
 * The file of the private key: for its owner alone, made once and never written
 * over. Two servers that start at once on one folder make one key.
 */
import { randomUUID } from 'node:crypto'
import { link, open, rm } from 'node:fs/promises'

import { faultOf } from '../data/read-text.js'
import { Refusal } from '../refusal.js'
import {
  newPrivateKeyPem,
  signingKeyOfPem,
  type SigningKey,
} from './signing-key.js'

const OWNER_ALONE = 0o600
/** A key of Ed25519 has 119. */
const MOST_BYTES = 4096

/** @returns null where there is no such file; @throws Refusal for one that is not to be used */
export async function readKeyFile(file: string): Promise<SigningKey | null> {
  const text = await readOwn(file)
  if (text === null) return null
  const key = signingKeyOfPem(text, file)
  if (key) return key
  throw new Refusal([
    `${file} is not a private key of Ed25519 in PEM. Put the key of this installation back from a backup; receipts signed with it are checked by it.`,
  ])
}

/** Makes the key unless somebody has just done so. @throws Refusal */
export async function createKeyFile(file: string): Promise<SigningKey> {
  const temporary = `${file}.${randomUUID()}.tmp`
  try {
    await writeOwn(temporary, newPrivateKeyPem())
    // A link is there whole or not at all, and never takes the place of a file.
    await link(temporary, file).catch(unlessThere)
  } catch (error) {
    throw new Refusal([`${file} cannot be written: ${faultOf(error)}.`])
  } finally {
    await rm(temporary, { force: true })
  }
  const key = await readKeyFile(file)
  if (key) return key
  throw new Refusal([`${file} was written and is not there any more.`])
}

async function readOwn(file: string): Promise<string | null> {
  const handle = await openFile(file)
  if (!handle) return null
  try {
    const found = await handle.stat()
    const mode = found.mode & 0o777
    if (mode !== OWNER_ALONE) {
      throw new Refusal([
        `${file} is the private key of this installation and has mode ${octal(mode)}: others may read or change it. It must be ${octal(OWNER_ALONE)} (chmod 600 ${file}); where others may have read it already, replace the key.`,
      ])
    }
    if (!found.isFile() || found.size > MOST_BYTES) {
      throw new Refusal([`${file} is not the file of a private key.`])
    }
    return await handle.readFile('utf8')
  } finally {
    await handle.close()
  }
}

async function openFile(file: string) {
  try {
    return await open(file, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw new Refusal([`${file} cannot be read: ${faultOf(error)}.`])
  }
}

async function writeOwn(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', OWNER_ALONE)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function unlessThere(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0')
}
