/** PostgreSQL for Kysely, taking as parameters what SQLite takes and nothing else. */
import {
  PostgresDialect,
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Driver,
  type Kysely,
  type TransactionSettings,
} from 'kysely'

import { checkParameters } from '../check-parameters.js'
import { OwnSchemaIntrospector } from './own-schema-introspector.js'

export class CheckedPostgresDialect extends PostgresDialect {
  override createDriver(): Driver {
    return new CheckedDriver(super.createDriver())
  }

  override createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new OwnSchemaIntrospector(database)
  }
}

/** Hands out connections that check parameters; all else is the other driver's. */
class CheckedDriver implements Driver {
  private readonly unchecked = new WeakMap<
    DatabaseConnection,
    DatabaseConnection
  >()

  constructor(private readonly driver: Driver) {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await this.driver.acquireConnection()
    const checked = checkedConnection(connection)
    this.unchecked.set(checked, connection)
    return checked
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.driver.releaseConnection(
      this.unchecked.get(connection) ?? connection,
    )
  }

  init(): Promise<void> {
    return this.driver.init()
  }

  beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    return this.driver.beginTransaction(connection, settings)
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.driver.commitTransaction(connection)
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.driver.rollbackTransaction(connection)
  }

  destroy(): Promise<void> {
    return this.driver.destroy()
  }
}

function checkedConnection(connection: DatabaseConnection): DatabaseConnection {
  return {
    executeQuery: async (query) => {
      check(query)
      return connection.executeQuery(query)
    },
    streamQuery: (query, chunkSize) => {
      check(query)
      return connection.streamQuery(query, chunkSize)
    },
  }
}

function check({ sql, parameters }: CompiledQuery): void {
  checkParameters(sql, parameters)
}
