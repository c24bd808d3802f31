/**
 * Which server works on a job. A lease names the server and ends by itself, so
 * that a job of a server that fell silent is taken up by another, from the part
 * at which it stood. Clocks of servers may differ by less than a lease.
 */
import type { Database } from '../database/tables.js'
import type { Instant } from '../instant.js'
import { jobOf, type Job } from './job.js'

export interface Lease {
  /** The server. */
  readonly by: string
  readonly until: Instant
}

/** The job, and how often in a row a server fell silent over the same part of it. */
export interface TakenJob {
  readonly job: Job
  readonly takeovers: number
}

/** The job that has waited longest, taken by this server alone; null where nothing waits. */
export async function takeJob(
  database: Database,
  { by, until }: Lease,
  now: Instant,
): Promise<TakenJob | null> {
  for (;;) {
    const waiting = await findWaiting(database, now)
    if (!waiting) return null
    const { id, state: before, lease_until: leaseBefore } = waiting
    const takeovers = waiting.takeovers + (before === 'running' ? 1 : 0)
    const taken = { state: 'running', started_at: waiting.started_at ?? now }
    const { numUpdatedRows } = await database
      .updateTable('jobs')
      .set({ ...taken, takeovers, lease_by: by, lease_until: until })
      .where('id', '=', id)
      // As it was when it was found: another server may have been faster.
      .where('state', '=', before)
      .where('lease_until', leaseBefore === null ? 'is' : '=', leaseBefore)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) continue
    return { job: jobOf({ ...waiting, ...taken }), takeovers }
  }
}

function findWaiting(database: Database, now: Instant) {
  return database
    .selectFrom('jobs')
    .selectAll()
    .where((job) =>
      job.or([
        job('state', '=', 'queued'),
        job.and([job('state', '=', 'running'), job('lease_until', '<', now)]),
      ]),
    )
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

/** @returns false where the job was cancelled, or taken by another server */
export async function renewLease(
  database: Database,
  job: string,
  { by, until }: Lease,
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('jobs')
    .set({ lease_until: until })
    .where('id', '=', job)
    .where('state', '=', 'running')
    .where('lease_by', '=', by)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Back to those that wait, for another server or the next start. */
export async function giveBack(
  database: Database,
  job: string,
  by: string,
): Promise<void> {
  await database
    .updateTable('jobs')
    .set({ state: 'queued', lease_by: null, lease_until: null })
    .where('id', '=', job)
    .where('state', '=', 'running')
    .where('lease_by', '=', by)
    .execute()
}
