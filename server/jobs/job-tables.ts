/** Work that goes on after its request was answered, and what was found of each of its parts. */
import type { Instant } from '../instant.js'

export interface JobTables {
  jobs: JobTable
  job_findings: JobFindingTable
}

export interface JobTable {
  readonly id: string
  readonly kind: string
  state: string
  /** What was asked for, as JSON. */
  readonly request: string
  /** Parts of the work: all, and those that are done. */
  readonly total: number
  done: number
  readonly created_at: Instant
  readonly created_by: string
  started_at: Instant | null
  ended_at: Instant | null
  /** Why it failed; null where it did not. */
  error: string | null
  /** The server that works on it, and until when the others leave it alone. */
  lease_by: string | null
  lease_until: Instant | null
  /** How often it was taken up from a server that fell silent, since the last part was done. */
  takeovers: number
}

export interface JobFindingTable {
  readonly job: string
  /** From 0, in the order of the work. */
  readonly number: number
  /** The id of what the part is about. */
  readonly subject: string
  /** null until the part is done. */
  outcome: string | null
  /** JSON. */
  finding: string | null
}
