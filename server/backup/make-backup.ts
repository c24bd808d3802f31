/**
 * Copies the database of a server, which may be running, into a new folder. The
 * folder says last what it holds: without that it is no backup.
 */
import { existsSync } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'

import packageJson from '../../package.json' with { type: 'json' }
import { findHead } from '../audit/append-entry.js'
import type { HeadReference } from '../audit/head.js'
import { faultOf } from '../data/read-text.js'
import { closeDatabase, openDatabase } from '../database/open-database.js'
import { copyDatabase, syncFolder } from '../database/sqlite/copy-database.js'
import { instantOf } from '../instant.js'
import { Refusal } from '../refusal.js'
import { keyFile } from '../signing/find-signing-key.js'
import { readKeyFile } from '../signing/key-file.js'
import type { SigningKey } from '../signing/signing-key.js'
import { backupFiles, type BackupManifest } from './backup-manifest.js'
import { hashFile } from './hash-file.js'

export interface BackupRequest {
  /** Of the server's own files. */
  readonly dataFolder: string
  /** The database. */
  readonly file: string
  /** Is made. */
  readonly folder: string
  readonly key: 'with' | 'without'
}

/** @throws Refusal */
export async function makeBackup(
  request: BackupRequest,
): Promise<BackupManifest> {
  const { file, folder, dataFolder } = request
  if (!existsSync(file)) {
    throw new Refusal([
      `${file} is not there: OLSHEM_DATA names the folder of the data.`,
    ])
  }
  const key = request.key === 'with' ? await getKey(dataFolder) : null
  await makeFolder(folder)
  try {
    return await fill(request, key)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw new Refusal([`${folder} cannot be written: ${faultOf(error)}.`])
  }
}

async function fill(
  { file, folder }: BackupRequest,
  key: SigningKey | null,
): Promise<BackupManifest> {
  const files = backupFiles(folder)
  await copyFrom(file, files.database)
  if (key) {
    const pem = key.privateKey.export({ type: 'pkcs8', format: 'pem' })
    await writeNew(files.key, pem.toString())
  }
  // Before the file is hashed: it is marked when it is opened.
  const auditHead = await headOf(files.database)
  const manifest: BackupManifest = {
    ...{ kind: 'olshem-backup', format: 1 },
    time: instantOf(new Date()),
    version: packageJson.version,
    databaseSha256: await hashFile(files.database),
    auditHead,
    signingKey: key?.id ?? null,
  }
  await writeNew(files.manifest, `${JSON.stringify(manifest, null, 2)}\n`)
  await syncFolder(folder)
  return manifest
}

/** Not brought to what this program expects: a backup changes nothing. */
async function copyFrom(file: string, to: string): Promise<void> {
  const database = await openDatabase({ file })
  try {
    await copyDatabase(database, to)
  } finally {
    await closeDatabase(database)
  }
}

async function headOf(file: string): Promise<HeadReference | null> {
  const database = await openDatabase({ file })
  try {
    return await findHead(database)
  } finally {
    await closeDatabase(database)
  }
}

async function getKey(dataFolder: string): Promise<SigningKey> {
  const file = keyFile({ dataFolder })
  const key = await readKeyFile(file)
  if (key) return key
  throw new Refusal([
    `${file} is not there. A key that is in OLSHEM_SIGNING_KEY is kept by whoever sets it: leave --with-key out.`,
  ])
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    const isThere =
      error instanceof Error && 'code' in error && error.code === 'EEXIST'
    const why = isThere
      ? 'is there already, and a backup is never written over anything. Name a new folder'
      : `cannot be made: ${faultOf(error)}`
    throw new Refusal([`${folder} ${why}.`])
  }
}

async function writeNew(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
