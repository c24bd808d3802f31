/** The receipt of a stored run: signed once, when the run is made or when it is first asked for. */
import type { ScoreResult } from '../../engine/index.js'
import { findHead, lockChain } from '../audit/append-entry.js'
import { inTransaction } from '../database/in-transaction.js'
import type { Database, DatabaseTransaction } from '../database/tables.js'
import type { Signer } from '../installation/signer.js'
import type { StoredRun } from '../repository/runs.js'
import { getWholeRun } from '../runs/whole-result.js'
import { receiptOf, type SignedReceipt } from './receipt.js'

/**
 * The text of the receipt, which is the same for ever.
 *
 * @throws ServiceRefusal `RUN_UNKNOWN`, `RUN_DAMAGED`, `SIGNING_KEY_LACKING`
 */
export async function getRunReceipt(
  database: Database,
  id: string,
  signer: () => Signer,
): Promise<string> {
  const kept = await findReceipt(database, id)
  if (kept !== null) return kept
  // Nothing is signed that was changed after it was stored.
  const { stored, result } = await getWholeRun(database, id)
  return inTransaction(database, async (transaction) => {
    await lockChain(transaction)
    // Somebody else may have asked at the same time.
    const other = await findReceipt(transaction, id)
    return other ?? keepReceipt(transaction, stored, result, signer())
  })
}

/** In the transaction that makes the run, after its entry of the log, which is the head. */
export async function keepReceipt(
  transaction: DatabaseTransaction,
  run: StoredRun,
  result: ScoreResult,
  signer: Signer,
): Promise<string> {
  const auditHead = await findHead(transaction)
  const receipt = await signer.sign(transaction, (time) =>
    receiptOf(result, {
      ...{ time, run: run.id, auditHead },
      apiKey: apiKeyOf(run.createdBy),
    }),
  )
  const text = receiptText(receipt)
  await transaction
    .insertInto('run_receipts')
    .values({ run: run.id, receipt: text, created_at: receipt.time })
    .execute()
  return text
}

function receiptText(receipt: SignedReceipt): string {
  return `${JSON.stringify(receipt, null, 2)}\n`
}

async function findReceipt(
  database: Database,
  id: string,
): Promise<string | null> {
  const row = await database
    .selectFrom('run_receipts')
    .select('receipt')
    .where('run', '=', id)
    .executeTakeFirst()
  return row?.receipt ?? null
}

/** An actor of the log -> the id of the API key; null for others. */
export function apiKeyOf(actor: string): string | null {
  return actor.startsWith('key:') ? actor.slice('key:'.length) : null
}
