/** Pages of the audit log, newest first, and the names of those who stand in it as ids. */
import type { AuditEntryTable, Database } from '../database/tables.js'
import { actorNames, type ActorNames } from '../people/actor-names.js'
import type { Page, PageOptions } from '../repository/page.js'
import { ServiceRefusal } from '../service-refusal.js'
import type { EntryContent } from './entry.js'

export interface StoredEntry extends EntryContent {
  readonly hash: string
}

export interface EntryFilter extends PageOptions {
  readonly actor?: string | undefined
  readonly action?: string | undefined
  readonly subject?: string | undefined
}

/** @throws ServiceRefusal CURSOR_UNREADABLE */
export async function listEntries(
  database: Database,
  { limit, after, ...filter }: EntryFilter,
): Promise<Page<StoredEntry>> {
  let query = database
    .selectFrom('audit_entries')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(limit + 1)
  for (const column of ['actor', 'action', 'subject'] as const) {
    const asked = filter[column]
    if (asked !== undefined) query = query.where(column, '=', asked)
  }
  if (after !== undefined) {
    query = query.where('number', '<', numberOfCursor(after))
  }
  const found = (await query.execute()).map(entryOf)
  const items = found.slice(0, limit)
  const isLast = found.length <= limit
  return { items, next: isLast ? null : String(items.at(-1)?.number) }
}

/** Names that can be changed or forgotten: they are no part of the chain. */
export async function namesIn(
  database: Database,
  entries: readonly StoredEntry[],
): Promise<ActorNames> {
  return actorNames(
    database,
    entries.flatMap(({ actor, subject }) => [actor, subject]),
  )
}

function numberOfCursor(cursor: string): number {
  if (/^[1-9]\d{0,14}$/.test(cursor)) return Number(cursor)
  throw new ServiceRefusal('CURSOR_UNREADABLE', [
    'The cursor is none that a page of this list gave. Begin without one.',
  ])
}

function entryOf(row: AuditEntryTable): StoredEntry {
  const { number, at, actor, action, subject, hash } = row
  const details: unknown = JSON.parse(row.details)
  const previousHash = row.previous_hash
  return { number, at, actor, action, subject, details, previousHash, hash }
}
