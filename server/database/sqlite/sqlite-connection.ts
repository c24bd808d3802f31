/** A connection of the library `sqlite3`, whose functions call back, as Kysely asks for it. */
import {
  DeleteQueryNode,
  InsertQueryNode,
  UpdateQueryNode,
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
} from 'kysely'
import type { Database } from 'sqlite3'

import { checkParameters } from '../check-parameters.js'

export class SqliteConnection implements DatabaseConnection {
  constructor(private readonly database: Database) {}

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { sql, parameters } = query
    checkParameters(sql, parameters)
    return givesRows(query)
      ? this.all<Row>(sql, parameters)
      : this.run<Row>(sql, parameters)
  }

  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    await Promise.reject(
      new Error('Rows of SQLite are read at once: there is no cursor.'),
    )
  }

  private all<Row>(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<QueryResult<Row>> {
    return new Promise((resolve, reject) => {
      this.database.all<Row>(sql, parameters, (error, rows) => {
        if (error) reject(error)
        else resolve({ rows })
      })
    })
  }

  /** How many rows were changed is said by `run` alone. */
  private run<Row>(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<QueryResult<Row>> {
    return new Promise((resolve, reject) => {
      this.database.run(sql, parameters, function (error) {
        if (error) reject(error)
        else resolve({ numAffectedRows: BigInt(this.changes), rows: [] })
      })
    })
  }
}

/** A change that gives nothing back is run for the number of its rows. */
function givesRows({ query }: CompiledQuery): boolean {
  const isChange =
    InsertQueryNode.is(query) ||
    UpdateQueryNode.is(query) ||
    DeleteQueryNode.is(query)
  return !isChange || query.returning !== undefined
}
