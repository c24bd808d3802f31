/** Requests for the approval of drafts, and what became of them. */
import type { Selectable } from 'kysely'

import type { Database, Instant } from '../database/tables.js'
import type {
  ApprovalState,
  DraftApprovalTable,
} from '../drafts/draft-tables.js'

export interface Approval {
  /** From 1 within its draft. */
  readonly number: number
  /** The text that it is of. */
  readonly sha256: string
  readonly state: ApprovalState
  readonly requestedAt: Instant
  readonly requestedBy: string
  readonly decidedAt: Instant | null
  readonly decidedBy: string | null
  readonly comment: string | null
  /** When a change of the text made it void, or a publication used it. */
  readonly endedAt: Instant | null
  readonly endedBy: string | null
}

/** Oldest first. */
export async function listApprovals(
  database: Database,
  draft: string,
): Promise<readonly Approval[]> {
  const rows = await database
    .selectFrom('draft_approvals')
    .selectAll()
    .where('draft', '=', draft)
    .orderBy('number')
    .execute()
  return rows.map(approvalOf)
}

/** The last one of each draft. */
export async function latestApprovals(
  database: Database,
  drafts: readonly string[],
): Promise<ReadonlyMap<string, Approval>> {
  if (drafts.length === 0) return new Map()
  const rows = await database
    .selectFrom('draft_approvals')
    .selectAll()
    .where('draft', 'in', drafts)
    .orderBy('number')
    .execute()
  return new Map(rows.map((row) => [row.draft, approvalOf(row)]))
}

export async function latestApproval(
  database: Database,
  draft: string,
): Promise<Approval | null> {
  return (await latestApprovals(database, [draft])).get(draft) ?? null
}

export async function insertApproval(
  database: Database,
  draft: string,
  request: Pick<Approval, 'number' | 'sha256' | 'requestedAt' | 'requestedBy'>,
): Promise<void> {
  await database
    .insertInto('draft_approvals')
    .values({
      draft,
      number: request.number,
      sha256: request.sha256,
      state: 'requested',
      requested_at: request.requestedAt,
      requested_by: request.requestedBy,
      decided_at: null,
      decided_by: null,
      comment: null,
      ended_at: null,
      ended_by: null,
    })
    .execute()
}

export async function updateApproval(
  database: Database,
  draft: string,
  number: number,
  change: Partial<
    Omit<
      DraftApprovalTable,
      'draft' | 'number' | 'sha256' | 'requested_at' | 'requested_by'
    >
  >,
): Promise<void> {
  await database
    .updateTable('draft_approvals')
    .set(change)
    .where('draft', '=', draft)
    .where('number', '=', number)
    .execute()
}

function approvalOf(row: Selectable<DraftApprovalTable>): Approval {
  return {
    number: row.number,
    sha256: row.sha256,
    state: row.state,
    requestedAt: row.requested_at,
    requestedBy: row.requested_by,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    comment: row.comment,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
  }
}
