/** What was published here: by whom, after whose approval, and what it changes. */
import type { Selectable } from 'kysely'

import type { Database, Instant } from '../database/tables.js'
import type { PublicationTable } from '../drafts/draft-tables.js'

export interface StoredPublication {
  readonly methodology: string
  readonly version: string
  readonly sha256: string
  readonly draft: string
  /** The number of the approval of the draft. */
  readonly approval: number
  readonly publishedAt: Instant
  readonly publishedBy: string
  /** The version that the differences are to. */
  readonly comparedWith: string | null
  readonly differencesSha256: string
  readonly effectSha256: string
  readonly runsReplayed: number
  /** The entry of the audit log. */
  readonly audit: { readonly number: number; readonly hash: string }
}

export async function insertPublication(
  database: Database,
  publication: StoredPublication,
): Promise<void> {
  await database
    .insertInto('publications')
    .values({
      methodology: publication.methodology,
      version: publication.version,
      sha256: publication.sha256,
      draft: publication.draft,
      approval: publication.approval,
      published_at: publication.publishedAt,
      published_by: publication.publishedBy,
      compared_with: publication.comparedWith,
      differences_sha256: publication.differencesSha256,
      effect_sha256: publication.effectSha256,
      runs_replayed: publication.runsReplayed,
      audit_number: publication.audit.number,
      audit_hash: publication.audit.hash,
    })
    .execute()
}

export async function findPublication(
  database: Database,
  methodology: string,
  version: string,
): Promise<StoredPublication | null> {
  const row = await database
    .selectFrom('publications')
    .selectAll()
    .where('methodology', '=', methodology)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? publicationOf(row) : null
}

function publicationOf(row: Selectable<PublicationTable>): StoredPublication {
  return {
    methodology: row.methodology,
    version: row.version,
    sha256: row.sha256,
    draft: row.draft,
    approval: row.approval,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    comparedWith: row.compared_with,
    differencesSha256: row.differences_sha256,
    effectSha256: row.effect_sha256,
    runsReplayed: row.runs_replayed,
    audit: { number: row.audit_number, hash: row.audit_hash },
  }
}
