/** Jobs as they are kept: made, looked at and cancelled. */
import type { Database, DatabaseTransaction } from '../database/tables.js'
import { lockChain } from '../audit/append-entry.js'
import { inTransaction } from '../database/in-transaction.js'
import { logAction, type Acting } from '../repository/acting.js'
import {
  pageOf,
  isAfter,
  type Page,
  type PageOptions,
} from '../repository/page.js'
import { ServiceRefusal } from '../service-refusal.js'
import { isOver, jobOf, JOB_STATES, type Job, type JobState } from './job.js'

/** Far fewer parameters than a statement may have. */
const INSERTED_AT_ONCE = 500

/** @param subjects - what the parts are about, in the order of the work */
export async function insertJob(
  transaction: DatabaseTransaction,
  job: Job,
  subjects: readonly string[],
): Promise<void> {
  await transaction
    .insertInto('jobs')
    .values({
      id: job.id,
      kind: job.kind,
      state: job.state,
      request: JSON.stringify(job.request),
      total: job.total,
      done: job.done,
      created_at: job.createdAt,
      created_by: job.createdBy,
      started_at: null,
      ended_at: null,
      error: null,
      lease_by: null,
      lease_until: null,
      takeovers: 0,
    })
    .execute()
  for (let from = 0; from < subjects.length; from += INSERTED_AT_ONCE) {
    const rows = subjects
      .slice(from, from + INSERTED_AT_ONCE)
      .map((subject, index) => ({
        ...{ job: job.id, number: from + index, subject },
        ...{ outcome: null, finding: null },
      }))
    await transaction.insertInto('job_findings').values(rows).execute()
  }
}

/** @throws ServiceRefusal `JOB_UNKNOWN` */
export async function getJob(database: Database, id: string): Promise<Job> {
  const row = await database
    .selectFrom('jobs')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (row) return jobOf(row)
  throw new ServiceRefusal('JOB_UNKNOWN', [`There is no job "${id}".`])
}

/** Newest first. @throws ServiceRefusal `CURSOR_UNREADABLE` */
export async function listJobs(
  database: Database,
  { limit, after, state }: PageOptions & { readonly state?: JobState },
): Promise<Page<Job>> {
  let query = database
    .selectFrom('jobs')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== undefined) query = query.where(isAfter('created_at', after))
  const found = (await query.execute()).map(jobOf)
  return pageOf(found, limit, ({ createdAt, id }) => ({ at: createdAt, id }))
}

/** How many jobs there are in each state. */
export async function countJobs(
  database: Database,
): Promise<ReadonlyMap<JobState, number>> {
  const rows = await database
    .selectFrom('jobs')
    .select(({ fn }) => ['state', fn.countAll<number>().as('jobs')])
    .groupBy('state')
    .execute()
  const counts = new Map(rows.map(({ state, jobs }) => [state, jobs]))
  return new Map(JOB_STATES.map((state) => [state, counts.get(state) ?? 0]))
}

/**
 * What was found so far is kept; the part that is being worked on is not.
 *
 * @throws ServiceRefusal `JOB_UNKNOWN`, `JOB_OVER`
 */
export async function cancelJob(
  database: Database,
  id: string,
  acting: Acting,
): Promise<Job> {
  return inTransaction(database, async (transaction) => {
    await lockChain(transaction)
    const job = await getJob(transaction, id)
    const { numUpdatedRows } = await transaction
      .updateTable('jobs')
      .set({ state: 'cancelled', ended_at: acting.at, lease_by: null })
      .where('id', '=', id)
      .where('state', 'in', ['queued', 'running'])
      .executeTakeFirst()
    if (isOver(job) || numUpdatedRows === 0n) {
      throw new ServiceRefusal('JOB_OVER', [
        `The job ${id} has ended already: it is ${job.state}.`,
      ])
    }
    const entry = { action: 'job.cancelled', subject: `job:${id}`, details: {} }
    await logAction(acting, entry, transaction)
    return getJob(transaction, id)
  })
}
