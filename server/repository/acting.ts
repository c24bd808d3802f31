/** Who does something, when, and how it is logged together with what was done. */
import type { DatabaseTransaction, Instant } from '../database/tables.js'

export interface Acting {
  readonly actor: string
  readonly at: Instant
  /** Called inside the transaction of the action; what it throws undoes both. */
  readonly audit?: AuditHook
}

export type AuditHook = (
  entry: AuditedAction,
  transaction: DatabaseTransaction,
) => Promise<void>

export interface AuditedAction {
  readonly at: Instant
  readonly actor: string
  /** As `run.created`. */
  readonly action: string
  /** As `run:ID`. */
  readonly subject: string
  /** JSON data; hashes rather than values, which may be restricted. */
  readonly details: { readonly [name: string]: string | number | null }
}

export async function logAction(
  { actor, at, audit }: Acting,
  entry: Omit<AuditedAction, 'at' | 'actor'>,
  transaction: DatabaseTransaction,
): Promise<void> {
  await audit?.({ at, actor, ...entry }, transaction)
}

/** Now, as the database keeps it. */
export function instantNow(): Instant {
  return new Date().toISOString()
}
