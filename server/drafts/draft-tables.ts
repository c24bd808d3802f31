/** Drafts of versions, all their texts, who approved what, and what was published. */
import type { Instant } from '../instant.js'

export interface DraftTables {
  drafts: DraftTable
  draft_texts: DraftTextTable
  draft_approvals: DraftApprovalTable
  publications: PublicationTable
}

export interface DraftTable {
  readonly id: string
  /** Of the text as it is now. */
  sha256: string
  /** As the text says, which may not say it yet. */
  methodology: string | null
  version: string | null
  /** The version that it was made from. */
  readonly from_methodology: string | null
  readonly from_version: string | null
  readonly created_at: Instant
  readonly created_by: string
  changed_at: Instant
  changed_by: string
  published_at: Instant | null
  /** Its texts and its history stay. */
  deleted_at: Instant | null
}

/** Every text that a draft ever had, and so everybody who wrote one. */
export interface DraftTextTable {
  readonly draft: string
  /** From 1. */
  readonly number: number
  readonly sha256: string
  readonly written_at: Instant
  readonly written_by: string
}

export type ApprovalState =
  'requested' | 'approved' | 'rejected' | 'void' | 'used'

/** A request for approval, and what became of it; it binds to one text. */
export interface DraftApprovalTable {
  readonly draft: string
  /** From 1. */
  readonly number: number
  readonly sha256: string
  state: ApprovalState
  readonly requested_at: Instant
  readonly requested_by: string
  decided_at: Instant | null
  decided_by: string | null
  /** Of who approved, or the reason of who did not. */
  comment: string | null
  /** When a change of the text made it void, or a publication used it. */
  ended_at: Instant | null
  ended_by: string | null
}

export interface PublicationTable {
  readonly methodology: string
  readonly version: string
  readonly sha256: string
  readonly draft: string
  /** The number of the approval of the draft. */
  readonly approval: number
  readonly published_at: Instant
  readonly published_by: string
  /** The version that the differences are to; null for a first one. */
  readonly compared_with: string | null
  /** Of the JSON of the differences in meaning. */
  readonly differences_sha256: string
  /** Of the JSON of the effect on the last ranking. */
  readonly effect_sha256: string
  readonly runs_replayed: number
  /** The entry of the audit log. */
  readonly audit_number: number
  readonly audit_hash: string
}
