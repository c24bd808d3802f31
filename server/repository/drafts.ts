/** Drafts: a text that changes, by compare-and-set on its hash; every text it had is kept. */
import type { Selectable } from 'kysely'

import type { Database, Instant } from '../database/tables.js'
import type { DraftTable } from '../drafts/draft-tables.js'
import { ServiceRefusal } from '../service-refusal.js'
import { pageOf, isAfter, type Page, type PageOptions } from './page.js'
import { getText, type StoredText } from './texts.js'

export interface StoredDraft {
  readonly id: string
  /** Of the text as it is now. */
  readonly sha256: string
  /** As the text says; null where it does not say it yet. */
  readonly methodology: string | null
  readonly version: string | null
  /** The version that it was made from. */
  readonly from: {
    readonly methodology: string
    readonly version: string
  } | null
  readonly createdAt: Instant
  readonly createdBy: string
  readonly changedAt: Instant
  readonly changedBy: string
  readonly publishedAt: Instant | null
}

export interface DraftFilter extends PageOptions {
  readonly methodology?: string
}

/** What a text says of itself. */
export interface DraftText {
  readonly sha256: string
  readonly methodology: string | null
  readonly version: string | null
}

export interface WrittenText {
  readonly sha256: string
  readonly writtenAt: Instant
  readonly writtenBy: string
}

/** Its text is not kept by this, but by `addDraftText`. */
export async function insertDraft(
  database: Database,
  draft: StoredDraft,
): Promise<void> {
  await database
    .insertInto('drafts')
    .values({
      id: draft.id,
      sha256: draft.sha256,
      methodology: draft.methodology,
      version: draft.version,
      from_methodology: draft.from?.methodology ?? null,
      from_version: draft.from?.version ?? null,
      created_at: draft.createdAt,
      created_by: draft.createdBy,
      changed_at: draft.changedAt,
      changed_by: draft.changedBy,
      published_at: draft.publishedAt,
      deleted_at: null,
    })
    .execute()
}

/** @returns false where the draft has another text than `expected`, is published or gone */
export async function updateDraft(
  database: Database,
  id: string,
  expected: string,
  change:
    Partial<Pick<DraftTable, 'published_at' | 'deleted_at'>> | ChangedText,
): Promise<boolean> {
  const result = await database
    .updateTable('drafts')
    .set(change)
    .where('id', '=', id)
    .where('sha256', '=', expected)
    .where('deleted_at', 'is', null)
    .where('published_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

type ChangedText = Pick<
  DraftTable,
  'sha256' | 'methodology' | 'version' | 'changed_at' | 'changed_by'
>

/** After the texts that the draft had before. */
export async function addDraftText(
  database: Database,
  draft: string,
  { sha256, writtenAt, writtenBy }: WrittenText,
): Promise<void> {
  const last = await database
    .selectFrom('draft_texts')
    .select('number')
    .where('draft', '=', draft)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  await database
    .insertInto('draft_texts')
    .values({
      draft,
      number: (last?.number ?? 0) + 1,
      sha256,
      written_at: writtenAt,
      written_by: writtenBy,
    })
    .execute()
}

/** Oldest first. */
export async function listDraftTexts(
  database: Database,
  draft: string,
): Promise<readonly WrittenText[]> {
  const rows = await database
    .selectFrom('draft_texts')
    .selectAll()
    .where('draft', '=', draft)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    sha256: row.sha256,
    writtenAt: row.written_at,
    writtenBy: row.written_by,
  }))
}

/** Everybody who ever wrote a text of the draft, or its present text in another draft. */
export async function listAuthors(
  database: Database,
  { id, sha256 }: Pick<StoredDraft, 'id' | 'sha256'>,
): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('draft_texts')
    .select('written_by')
    .distinct()
    .where((text) =>
      text.or([text('draft', '=', id), text('sha256', '=', sha256)]),
    )
    .orderBy('written_by')
    .execute()
  return rows.map((row) => row.written_by)
}

/** @throws ServiceRefusal `DRAFT_UNKNOWN`, also for one that was deleted */
export async function getDraft(
  database: Database,
  id: string,
): Promise<StoredDraft> {
  const row = await database
    .selectFrom('drafts')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (row) return draftOf(row)
  throw new ServiceRefusal('DRAFT_UNKNOWN', [`There is no draft "${id}".`])
}

/** A text that the draft has or had. @throws ServiceRefusal `DRAFT_UNKNOWN`, `DRAFT_TEXT_UNKNOWN` */
export async function getDraftText(
  database: Database,
  id: string,
  sha256: string,
): Promise<StoredText> {
  await getDraft(database, id)
  const texts = await listDraftTexts(database, id)
  if (texts.some((each) => each.sha256 === sha256)) {
    return getText(database, sha256)
  }
  throw new ServiceRefusal('DRAFT_TEXT_UNKNOWN', [
    `The draft never had a text with sha256 ${sha256}.`,
  ])
}

/** Newest first. @throws ServiceRefusal `CURSOR_UNREADABLE` */
export async function listDrafts(
  database: Database,
  { limit, after, methodology }: DraftFilter,
): Promise<Page<StoredDraft>> {
  let query = database
    .selectFrom('drafts')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (methodology !== undefined) {
    query = query.where('methodology', '=', methodology)
  }
  if (after !== undefined) query = query.where(isAfter('created_at', after))
  const found = (await query.execute()).map(draftOf)
  return pageOf(found, limit, ({ createdAt, id }) => ({ at: createdAt, id }))
}

function draftOf(row: Selectable<DraftTable>): StoredDraft {
  const { from_methodology: methodology, from_version: version } = row
  return {
    id: row.id,
    sha256: row.sha256,
    methodology: row.methodology,
    version: row.version,
    from:
      methodology === null || version === null
        ? null
        : { methodology, version },
    createdAt: row.created_at,
    createdBy: row.created_by,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    publishedAt: row.published_at,
  }
}
