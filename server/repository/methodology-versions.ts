/** Versions of methodologies: exactly one hash for each methodology@version. */
import type { Selectable } from 'kysely'

import type {
  Database,
  Instant,
  MethodologyVersionTable,
} from '../database/tables.js'

export interface MethodologyVersion {
  readonly methodology: string
  readonly version: string
  readonly sha256: string
  readonly status: 'published' | 'withdrawn'
  readonly edition: string | null
  /** `imported`: from the rules folder, approved by nobody here. */
  readonly origin: 'imported' | 'published'
  readonly publishedAt: Instant | null
  readonly withdrawnAt: Instant | null
  readonly withdrawnBecause: string | null
}

/** @returns false where the version is known already, under this or another hash */
export async function insertMethodologyVersion(
  database: Database,
  version: MethodologyVersion,
): Promise<boolean> {
  const result = await database
    .insertInto('methodology_versions')
    .values({
      methodology: version.methodology,
      version: version.version,
      sha256: version.sha256,
      status: version.status,
      edition: version.edition,
      origin: version.origin,
      published_at: version.publishedAt,
      withdrawn_at: version.withdrawnAt,
      withdrawn_because: version.withdrawnBecause,
    })
    .onConflict((conflict) =>
      conflict.columns(['methodology', 'version']).doNothing(),
    )
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** For a version that is published still. */
export async function withdrawMethodologyVersion(
  database: Database,
  { methodology, version }: Pick<MethodologyVersion, 'methodology' | 'version'>,
  because: {
    readonly withdrawnAt: Instant
    readonly withdrawnBecause: string
  },
): Promise<void> {
  await database
    .updateTable('methodology_versions')
    .set({
      status: 'withdrawn',
      withdrawn_at: because.withdrawnAt,
      withdrawn_because: because.withdrawnBecause,
    })
    .where('methodology', '=', methodology)
    .where('version', '=', version)
    .where('status', '=', 'published')
    .execute()
}

export async function findMethodologyVersion(
  database: Database,
  methodology: string,
  version: string,
): Promise<MethodologyVersion | null> {
  const row = await database
    .selectFrom('methodology_versions')
    .selectAll()
    .where('methodology', '=', methodology)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? versionOf(row) : null
}

/** In the order of methodologies and versions. @param methodology - default all */
export async function listMethodologyVersions(
  database: Database,
  methodology?: string,
): Promise<readonly MethodologyVersion[]> {
  const rows = await database
    .selectFrom('methodology_versions')
    .selectAll()
    .$if(methodology !== undefined, (query) =>
      query.where('methodology', '=', methodology ?? ''),
    )
    .orderBy('methodology')
    .orderBy('version')
    .execute()
  return rows.map(versionOf)
}

function versionOf(
  row: Selectable<MethodologyVersionTable>,
): MethodologyVersion {
  return {
    methodology: row.methodology,
    version: row.version,
    sha256: row.sha256,
    status: row.status,
    edition: row.edition,
    origin: row.origin,
    publishedAt: row.published_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnBecause: row.withdrawn_because,
  }
}
