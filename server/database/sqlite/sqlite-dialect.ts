/** SQLite for Kysely, by the library `sqlite3`. */
import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
} from 'kysely'

import { SqliteDriver } from './sqlite-driver.js'

export class SqliteFileDialect implements Dialect {
  /** @param file - a path, or `:memory:` */
  constructor(private readonly file: string) {}

  createDriver(): Driver {
    return new SqliteDriver(this.file)
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler()
  }

  createAdapter(): DialectAdapter {
    return new LockingSqliteAdapter()
  }

  createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(database)
  }
}

/**
 * Migrations run inside one transaction, which SQLite can: it begins by locking
 * the file, so that of two processes that start at once one waits and then
 * finds everything done.
 */
class LockingSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
