/** Puts a backup where nothing is yet, and holds everything in it against its hashes. */
import { existsSync } from 'node:fs'
import { constants, copyFile, link, mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

import { faultOf } from '../data/read-text.js'
import { closeDatabase, openDatabase } from '../database/open-database.js'
import { syncFolder } from '../database/sqlite/copy-database.js'
import { Refusal } from '../refusal.js'
import { keyFile } from '../signing/find-signing-key.js'
import { readKeyFile } from '../signing/key-file.js'
import {
  backupFiles,
  readManifest,
  type BackupManifest,
} from './backup-manifest.js'
import { checkContents, type ContentsReport } from './check-contents.js'
import { hashFile } from './hash-file.js'

export interface RestoreRequest {
  /** The backup. */
  readonly folder: string
  /** Where the server's own files are to be. */
  readonly dataFolder: string
  /** Where the database is to be. */
  readonly file: string
}

export interface Restored {
  readonly manifest: BackupManifest
  readonly contents: ContentsReport
}

/** @throws Refusal where something is there already, or the backup was changed */
export async function restoreBackup({
  folder,
  dataFolder,
  file,
}: RestoreRequest): Promise<Restored> {
  const manifest = await readManifest(folder)
  const files = backupFiles(folder)
  const key = { from: files.key, to: keyFile({ dataFolder }) }
  refuseOccupied([file, `${file}-wal`, `${file}-shm`, key.to])
  await checkFiles(manifest, folder)
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  if (manifest.signingKey !== null) await place(key.from, key.to)
  // Last: without it nothing has been restored.
  await place(files.database, file)
  const database = await openDatabase({ file })
  try {
    const contents = await checkContents(database, manifest.auditHead)
    return { manifest, contents }
  } finally {
    await closeDatabase(database)
  }
}

function refuseOccupied(files: readonly string[]): void {
  const there = files.filter((file) => existsSync(file))
  if (there.length === 0) return
  throw new Refusal(
    there.map(
      (file) =>
        `${file} is there: a backup is restored only where nothing is. Set OLSHEM_DATA to an empty folder, or move the file away.`,
    ),
  )
}

async function checkFiles(
  { databaseSha256, signingKey }: BackupManifest,
  folder: string,
): Promise<void> {
  const { database, key } = backupFiles(folder)
  const found = await hashFile(database).catch((error: unknown) => {
    throw new Refusal([`${database} cannot be read: ${faultOf(error)}.`])
  })
  if (found !== databaseSha256) {
    throw new Refusal([
      `${database} is not what was backed up: sha256 ${databaseSha256} was expected, and ${found} was found. Nothing was restored; take another backup.`,
    ])
  }
  if (signingKey === null) return
  const kept = await readKeyFile(key)
  if (kept?.id === signingKey) return
  throw new Refusal([
    `${key} is not the private key that was backed up, ${signingKey}. Nothing was restored.`,
  ])
}

/** There whole or not at all, for its owner alone, and never over a file. */
async function place(from: string, to: string): Promise<void> {
  const temporary = `${to}.${process.pid}.tmp`
  try {
    await copyFile(from, temporary, constants.COPYFILE_EXCL)
    const handle = await open(temporary, 'r+')
    await handle.chmod(0o600)
    await handle.sync()
    await handle.close()
    await link(temporary, to)
    await syncFolder(dirname(to))
  } catch (error) {
    throw new Refusal([`${to} cannot be written: ${faultOf(error)}.`])
  } finally {
    await rm(temporary, { force: true })
  }
}
