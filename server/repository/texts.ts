/** Texts by their hash: kept once, and checked whenever they are read. */
import { sha256 } from '../../engine/index.js'
import type { Database, Instant, TextKind } from '../database/tables.js'
import { ServiceRefusal } from '../service-refusal.js'

export interface StoredText {
  readonly sha256: string
  readonly kind: TextKind
  readonly text: string
}

/** @returns the hash of the text, under which it is kept from now on, or was before */
export async function putText(
  database: Database,
  kind: TextKind,
  text: string,
  at: Instant,
): Promise<string> {
  const hash = await sha256(text)
  await database
    .insertInto('texts')
    .values({ sha256: hash, kind, text, created_at: at })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  return hash
}

/** @throws ServiceRefusal `TEXT_DAMAGED` with the hash that was expected and the one found */
export async function findText(
  database: Database,
  hash: string,
): Promise<StoredText | null> {
  const row = await database
    .selectFrom('texts')
    .select(['kind', 'text'])
    .where('sha256', '=', hash)
    .executeTakeFirst()
  if (!row) return null
  const found = await sha256(row.text)
  if (found === hash) return { sha256: hash, ...row }
  throw new ServiceRefusal('TEXT_DAMAGED', [
    `A text of the database (${row.kind}) was changed: sha256 ${hash} was expected, and ${found} was found. Bring it back from a backup.`,
  ])
}

/** @throws ServiceRefusal `TEXT_UNKNOWN`, `TEXT_DAMAGED` */
export async function getText(
  database: Database,
  hash: string,
): Promise<StoredText> {
  const text = await findText(database, hash)
  if (text) return text
  throw new ServiceRefusal('TEXT_UNKNOWN', [
    `The database has no text with sha256 ${hash}.`,
  ])
}
