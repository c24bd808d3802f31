/**
 * A copy of a SQLite database in a file of its own, as it is at one moment,
 * while others go on reading and writing. Never over a file that is there.
 */
import { link, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

import { sql } from 'kysely'

import type { Database } from '../tables.js'

const OWNER_ALONE = 0o600

/** @throws where the file is there, or cannot be written */
export async function copyDatabase(
  database: Database,
  file: string,
): Promise<void> {
  // An empty file is filled, and keeps its mode.
  const handle = await open(file, 'wx', OWNER_ALONE)
  try {
    await sql`vacuum into ${file}`.execute(database)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await syncFolder(dirname(file))
}

/**
 * Kept beside the database, as FILE.before-NAME; where that is there from an
 * earlier attempt, with a number.
 *
 * @returns the copy; null for a database that is in no file
 */
export async function copyBeside(
  database: Database,
  name: string,
): Promise<string | null> {
  const { rows } = await sql<{
    readonly file: string
  }>`select file from pragma_database_list where name = 'main'`.execute(
    database,
  )
  const file = rows[0]?.file ?? ''
  if (file === '') return null
  const whole = `${file}.before-${name}`
  const temporary = `${whole}.${process.pid}.tmp`
  await rm(temporary, { force: true })
  try {
    await copyDatabase(database, temporary)
    return await linkFree(temporary, whole)
  } finally {
    await rm(temporary, { force: true })
  }
}

async function linkFree(from: string, to: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? to : `${to}.${number}`
    try {
      // A link is there whole or not at all, and never takes the place of a file.
      await link(from, free)
      return free
    } catch (error) {
      const isThere =
        error instanceof Error && 'code' in error && error.code === 'EEXIST'
      if (!isThere) throw error
    }
  }
}

/** So that the name of a new file outlasts a loss of power. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
