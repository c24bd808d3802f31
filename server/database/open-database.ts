/** The database by its place: a file of SQLite, or a PostgreSQL that several servers share. */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

import { Kysely } from 'kysely'

import { CheckedPostgresDialect } from './postgres/postgres-dialect.js'
import { openPostgresPool } from './postgres/postgres-pool.js'
import { SqliteFileDialect } from './sqlite/sqlite-dialect.js'
import type { Database, Tables } from './tables.js'

export type DatabasePlace =
  /** A path, or `:memory:`. */
  | { readonly file: string }
  /** As `postgres://user@host/database`. */
  | { readonly url: string }

/** Its tables are made by `migrate`. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  if ('url' in place) {
    const pool = await openPostgresPool(place.url)
    return new Kysely<Tables>({ dialect: new CheckedPostgresDialect({ pool }) })
  }
  const { file } = place
  // Data may be restricted: a folder that is made here is for its owner alone.
  if (file !== ':memory:') {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  }
  return new Kysely<Tables>({ dialect: new SqliteFileDialect(file) })
}

/** Waits for what has begun. */
export async function closeDatabase(database: Database): Promise<void> {
  await database.destroy()
}
