/** What was found of each part of a job. */
import { sql } from 'kysely'

import { inTransaction } from '../database/in-transaction.js'
import type { Database } from '../database/tables.js'

export interface Finding {
  /** In a word, by which findings are counted. */
  readonly outcome: string
  /** JSON data. */
  readonly finding: unknown
}

export interface FoundPart extends Finding {
  readonly subject: string
}

export interface OpenPart {
  readonly number: number
  readonly subject: string
}

/** null where all parts are done. */
export async function findOpenPart(
  database: Database,
  job: string,
): Promise<OpenPart | null> {
  const row = await database
    .selectFrom('job_findings')
    .select(['number', 'subject'])
    .where('job', '=', job)
    .where('outcome', 'is', null)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** @returns false where the job was cancelled, or taken by another server, and nothing was kept */
export async function keepFinding(
  database: Database,
  job: string,
  by: string,
  { number }: OpenPart,
  { outcome, finding }: Finding,
): Promise<boolean> {
  return inTransaction(database, async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('jobs')
      .set({ done: sql<number>`done + 1`, takeovers: 0 })
      .where('id', '=', job)
      .where('state', '=', 'running')
      .where('lease_by', '=', by)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return false
    await transaction
      .updateTable('job_findings')
      .set({ outcome, finding: JSON.stringify(finding) })
      .where('job', '=', job)
      .where('number', '=', number)
      .execute()
    return true
  })
}

/** In the order of the work, so far as it is done. */
export async function listFindings(
  database: Database,
  job: string,
): Promise<readonly FoundPart[]> {
  const rows = await database
    .selectFrom('job_findings')
    .select(['subject', 'outcome', 'finding'])
    .where('job', '=', job)
    .where('outcome', 'is not', null)
    .orderBy('number')
    .execute()
  return rows.map(({ subject, outcome, finding }) => ({
    subject,
    outcome: outcome ?? '',
    finding: JSON.parse(finding ?? 'null') as unknown,
  }))
}

/** How many findings there are of each outcome. */
export async function countFindings(
  database: Database,
  job: string,
): Promise<Readonly<Record<string, number>>> {
  const rows = await database
    .selectFrom('job_findings')
    .select(({ fn }) => ['outcome', fn.countAll<number>().as('parts')])
    .where('job', '=', job)
    .where('outcome', 'is not', null)
    .groupBy('outcome')
    .execute()
  return Object.fromEntries(
    rows.map(({ outcome, parts }) => [outcome ?? '', parts]),
  )
}
