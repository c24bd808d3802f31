/** A database as an older program left it, and what must be true of it when bringing it up was cut short. */
import { cp, mkdir, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'kysely'

import { migrate } from '../../server/database/migrate.js'
import { MIGRATIONS } from '../../server/database/migrations/migrations.js'
import {
  closeDatabase,
  openDatabase,
} from '../../server/database/open-database.js'
import type { Database } from '../../server/database/tables.js'
import { putText } from '../../server/repository/texts.js'
import { addPeople, type Acknowledged, type People } from './kill-request.js'

const OLDER = ['0001-first-tables', '0002-people']
/** So many that a copy takes its time. */
const TEXTS = 2_000
/** Not what was being written when a server was killed: that has another name. */
const COPY = /^olshem\.db\.before-[^.]+(\.\d+)?$/

export interface OlderDatabase {
  /** The folder that a server would have. */
  readonly folder: string
  readonly people: People
  /** The texts that it holds. */
  readonly known: readonly Acknowledged[]
}

export async function olderDatabase(): Promise<OlderDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'olshem-older-'))
  const database = await openDatabase({ file: join(folder, 'olshem.db') })
  const before = Object.entries(MIGRATIONS).filter(([name]) =>
    OLDER.includes(name),
  )
  await migrate(database, Object.fromEntries(before))
  const people = await addPeople(database)
  const hashes = await database.transaction().execute(async (transaction) => {
    const put = (_: unknown, number: number) =>
      putText(transaction, 'data', `text ${number}`, '2026-11-22T12:00:00.000Z')
    return Promise.all(Array.from({ length: TEXTS }, put))
  })
  await closeDatabase(database)
  const kept = `${TEXTS} texts`
  const isKept = async (now: Database) => {
    const found = await now.selectFrom('texts').select('sha256').execute()
    const there = new Set(found.map(({ sha256 }) => sha256))
    return hashes.every((hash) => there.has(hash))
  }
  return { folder, people, known: [{ kind: 'older', id: kept, isKept }] }
}

export async function copyOlder(
  { folder }: OlderDatabase,
  data: string,
): Promise<void> {
  await mkdir(data, { recursive: true })
  await cp(folder, data, { recursive: true })
}

/** @returns whether something is still to be done, as the database itself says */
export async function isBeforeItsMigrations(data: string): Promise<boolean> {
  const database = await openDatabase({ file: join(data, 'olshem.db') })
  try {
    const done = await migrationsOf(database)
    const all = Object.keys(MIGRATIONS)
    // All in one transaction: those that are done are the older ones, or all.
    const whole = [[], OLDER, all].map((names) => names.join())
    if (whole.includes(done.join())) return done.length < all.length
    throw new Error(`Half of the migrations are done: ${done.join()}`)
  } finally {
    await closeDatabase(database)
  }
}

/** @returns what is wrong with the copies from before a migration */
export async function findFaultyCopies(
  data: string,
  { known }: OlderDatabase,
): Promise<readonly string[]> {
  const faults: string[] = []
  const names = await readdir(data)
  for (const name of names.filter((each) => COPY.test(each))) {
    const copy = await openDatabase({ file: join(data, name) })
    try {
      const { rows } = await sql<{
        readonly integrity_check: string
      }>`pragma integrity_check`.execute(copy)
      const words = rows.map((row) => row.integrity_check).join()
      if (words !== 'ok') faults.push(`${name}: ${words}`)
      const done = (await migrationsOf(copy)).join()
      if (done !== OLDER.join()) faults.push(`${name} is of ${done}`)
      for (const { id, isKept } of known) {
        if (!(await isKept(copy))) faults.push(`${name} lacks some of ${id}`)
      }
    } finally {
      await closeDatabase(copy)
    }
  }
  return faults
}

async function migrationsOf(database: Database): Promise<readonly string[]> {
  const { rows: tables } =
    await sql`select 1 from sqlite_master where name = 'olshem_migrations'`.execute(
      database,
    )
  if (tables.length === 0) return []
  const { rows } = await sql<{
    readonly name: string
  }>`select name from olshem_migrations order by name`.execute(database)
  return rows.map(({ name }) => name)
}
