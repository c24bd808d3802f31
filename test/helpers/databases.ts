/**
 * The databases that tests run on: SQLite always, PostgreSQL where it answers.
 * Each opened one has tables of its own and is dropped with `close`.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { migrate } from '../../server/database/migrate.js'
import {
  closeDatabase,
  openDatabase,
  type DatabasePlace,
} from '../../server/database/open-database.js'
import type { Database } from '../../server/database/tables.js'

export interface TestDatabase {
  readonly database: Database
  /** Where a second server opens the same one. */
  readonly place: DatabasePlace
  readonly close: () => Promise<void>
}

export interface DatabaseKind {
  readonly kind: string
  /** With its tables, unless they are not asked for. */
  readonly open: (options?: {
    readonly isEmpty?: boolean
  }) => Promise<TestDatabase>
}

const { TEST_DATABASE_URL: NAMED = '' } = process.env
const POSTGRES =
  NAMED === '' ? 'postgres://postgres@127.0.0.1:5432/test' : NAMED

const SQLITE: DatabaseKind = {
  kind: 'SQLite',
  open: async (options) => {
    const folder = await mkdtemp(join(tmpdir(), 'olshem-'))
    const place = { file: join(folder, 'olshem.db') }
    return opened(place, options, () => rm(folder, { recursive: true }))
  },
}

const POSTGRESQL: DatabaseKind = {
  kind: 'PostgreSQL',
  open: async (options) => {
    const name = `olshem_test_${randomUUID().replaceAll('-', '')}`
    await execute(`create schema ${name}`)
    const url = new URL(POSTGRES)
    url.searchParams.set('options', `-c search_path=${name}`)
    return opened({ url: url.href }, options, () =>
      execute(`drop schema ${name} cascade`),
    )
  },
}

export const DATABASES: readonly DatabaseKind[] = (await answers())
  ? [SQLITE, POSTGRESQL]
  : [SQLITE]

async function opened(
  place: DatabasePlace,
  { isEmpty = false }: { readonly isEmpty?: boolean } = {},
  drop: () => Promise<void>,
): Promise<TestDatabase> {
  const database = await openDatabase(place)
  if (!isEmpty) await migrate(database)
  const close = async () => {
    await closeDatabase(database)
    await drop()
  }
  return { database, place, close }
}

async function answers(): Promise<boolean> {
  try {
    await execute('select 1')
    return true
  } catch (error) {
    if (process.env['CI'] === 'true') throw error
    const { host } = new URL(POSTGRES)
    process.stderr.write(
      `PostgreSQL does not answer at ${host}: its tests are skipped. TEST_DATABASE_URL names another.\n`,
    )
    return false
  }
}

async function execute(statement: string): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({
    connectionString: POSTGRES,
    connectionTimeoutMillis: 2000,
  })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
