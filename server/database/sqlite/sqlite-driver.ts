/**
 * One connection, leased exclusively until it is given back: a statement that
 * slipped into somebody else's transaction would be acknowledged, and gone when
 * that one rolls back.
 */
import { setTimeout } from 'node:timers/promises'

import { CompiledQuery, type DatabaseConnection, type Driver } from 'kysely'
import type { Database } from 'sqlite3'

import { ConnectionQueue } from './connection-queue.js'
import { SqliteConnection } from './sqlite-connection.js'

/** How long another process may hold the file before an attempt fails. */
const BUSY_TIMEOUT_MILLISECONDS = 10_000

const RETRY_MILLISECONDS = 10

const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
]

export class SqliteDriver implements Driver {
  private readonly queue = new ConnectionQueue()
  private opened: {
    readonly database: Database
    readonly connection: SqliteConnection
  } | null = null

  /** @param file - a path, or `:memory:` */
  constructor(private readonly file: string) {}

  async init(): Promise<void> {
    const database = await openFile(this.file)
    database.configure('busyTimeout', BUSY_TIMEOUT_MILLISECONDS)
    const connection = new SqliteConnection(database)
    for (const pragma of PRAGMAS) {
      await whileBusy(() => execute(connection, `pragma ${pragma}`))
    }
    this.opened = { database, connection }
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.queue.take()
    if (this.opened) return this.opened.connection
    this.queue.release()
    throw new Error('The database has been closed.')
  }

  releaseConnection(): Promise<void> {
    this.queue.release()
    return Promise.resolve()
  }

  /** Takes the right to write at once: a reader that becomes a writer later can be refused. */
  beginTransaction(connection: DatabaseConnection): Promise<void> {
    return execute(connection, 'begin immediate')
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return execute(connection, 'commit')
  }

  /** Some faults, such as a full disk, have rolled back already; they are what is to be told. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await execute(connection, 'rollback')
    } catch (error) {
      const isOver =
        error instanceof Error && error.message.includes('no transaction')
      if (!isOver) throw error
    }
  }

  async destroy(): Promise<void> {
    await this.queue.take()
    const { opened } = this
    this.opened = null
    this.queue.release()
    if (opened) await closeFile(opened.database)
  }
}

/**
 * The busy timeout does not cover the journal mode: of several that open a new
 * file at once, those who come second are refused without waiting.
 */
async function whileBusy(attempt: () => Promise<void>): Promise<void> {
  const end = Date.now() + BUSY_TIMEOUT_MILLISECONDS
  for (;;) {
    try {
      await attempt()
      return
    } catch (error) {
      const isBusy =
        error instanceof Error &&
        'code' in error &&
        error.code === 'SQLITE_BUSY'
      if (!isBusy || Date.now() > end) throw error
      await setTimeout(RETRY_MILLISECONDS)
    }
  }
}

async function execute(
  connection: DatabaseConnection,
  statement: string,
): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(statement))
}

/** The library is native code: loaded where a database is opened, and not before. */
async function openFile(file: string): Promise<Database> {
  const { default: sqlite3 } = await import('sqlite3')
  return new Promise((resolve, reject) => {
    const database = new sqlite3.Database(file, (error) => {
      if (error) reject(error)
      else resolve(database)
    })
  })
}

function closeFile(database: Database): Promise<void> {
  return new Promise((resolve, reject) => {
    database.close((error) => {
      if (error) reject(error)
      else resolve()
    })
  })
}
