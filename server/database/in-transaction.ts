/** Work that is done whole or not at all; inside a transaction it becomes part of that one. */
import type { Database, DatabaseTransaction } from './tables.js'

export async function inTransaction<Result>(
  database: Database,
  work: (transaction: DatabaseTransaction) => Promise<Result>,
): Promise<Result> {
  return isTransaction(database)
    ? work(database)
    : database.transaction().execute(work)
}

function isTransaction(database: Database): database is DatabaseTransaction {
  return database.isTransaction
}
