/** Adds an entry to the audit log in the transaction of what it tells of: both are stored, or neither. */
import { PostgresAdapter, sql } from 'kysely'

import { canonicalJson } from '../../engine/index.js'
import type { Database, DatabaseTransaction } from '../database/tables.js'
import { hashOfEntry, NO_HASH, type Action } from './entry.js'
import type { HeadReference } from './head.js'

/**
 * From here to the end of the transaction nobody else appends, on whatever
 * server; what the transaction reads after this call nobody changes by an
 * audited action. Asked for early, so that two transactions never wait for
 * each other.
 */
export async function lockChain(
  transaction: DatabaseTransaction,
): Promise<void> {
  // SQLite's transactions have the right to write from their first moment.
  if (!(transaction.getExecutor().adapter instanceof PostgresAdapter)) return
  // Readers go on; two appenders wait for each other.
  await sql`lock table audit_entries in share row exclusive mode`.execute(
    transaction,
  )
}

/** @returns the head of the chain that the entry makes */
export async function appendEntry(
  transaction: DatabaseTransaction,
  { at, actor, action, subject, details }: Action,
): Promise<HeadReference> {
  await lockChain(transaction)
  const last = await findHead(transaction)
  const number = (last?.number ?? 0) + 1
  const previousHash = last?.hash ?? NO_HASH
  const entry = { number, at, actor, action, subject, details, previousHash }
  const hash = await hashOfEntry(entry)
  await transaction
    .insertInto('audit_entries')
    .values({
      number,
      at,
      actor,
      action,
      subject,
      details: canonicalJson(details),
      previous_hash: previousHash,
      hash,
    })
    .execute()
  return { number, hash }
}

/** The last entry; null where there is none. */
export async function findHead(
  database: Database,
): Promise<HeadReference | null> {
  const row = await database
    .selectFrom('audit_entries')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
