/** A job: work in parts that goes on after its request was answered, on whichever server is free. */
import type { Selectable } from 'kysely'

import type { Instant } from '../instant.js'
import type { JobTable } from './job-tables.js'

/** What jobs there are. */
export const JOB_KINDS = ['replays'] as const

export type JobKind = (typeof JOB_KINDS)[number]

export const JOB_STATES = [
  'queued',
  'running',
  'done',
  'failed',
  'cancelled',
] as const

export type JobState = (typeof JOB_STATES)[number]

export interface Job {
  readonly id: string
  readonly kind: JobKind
  readonly state: JobState
  readonly request: JobRequest
  /** Parts of the work: all, and those that are done. */
  readonly total: number
  readonly done: number
  readonly createdAt: Instant
  readonly createdBy: string
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  /** Why it failed; null where it did not. */
  readonly error: string | null
}

export interface JobRequest {
  /** Whose runs are replayed; null: those of all methodologies. */
  readonly methodology: string | null
}

export function isOver({ state }: Pick<Job, 'state'>): boolean {
  return state !== 'queued' && state !== 'running'
}

/** What the database holds was written by `insertJob` and the states of this file. */
export function jobOf(row: Selectable<JobTable>): Job {
  return {
    id: row.id,
    kind: row.kind as JobKind,
    state: row.state as JobState,
    request: JSON.parse(row.request) as JobRequest,
    total: row.total,
    done: row.done,
    createdAt: row.created_at,
    createdBy: row.created_by,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    error: row.error,
  }
}
