/** The job that computes stored runs again from their texts: all, or those of a methodology. */
import { randomUUID } from 'node:crypto'

import type { Difference, Sight } from '../../engine/index.js'
import { lockChain } from '../audit/append-entry.js'
import { inTransaction } from '../database/in-transaction.js'
import type { Database, DatabaseTransaction } from '../database/tables.js'
import { Refusal } from '../refusal.js'
import { logAction, type Acting } from '../repository/acting.js'
import { replayRun } from '../runs/replay-run.js'
import { isWithheld } from '../runs/run-sight.js'
import { ServiceRefusal } from '../service-refusal.js'
import { insertJob } from './job-store.js'
import { listFindings, type Finding } from './findings.js'
import type { Job, JobRequest } from './job.js'

export const REPLAY_OUTCOMES = ['identical', 'different', 'impossible'] as const

type Outcome = (typeof REPLAY_OUTCOMES)[number]

/** Of one run. */
export interface ReplayFinding {
  readonly run: string
  readonly outcome: Outcome
  /** The first value that differs; null where nothing does, or the hash alone. */
  readonly difference: Difference | null
  /** Of results and rankings, as the run states it and as it came out; null where nothing was computed. */
  readonly written: string | null
  readonly computed: string | null
  /** Why the run cannot be computed again. */
  readonly why: readonly string[]
  /** The members that are withheld; only where there are any. */
  readonly restricted?: readonly string[]
}

/** @throws ServiceRefusal `METHODOLOGY_UNKNOWN` */
export async function startReplays(
  database: Database,
  request: JobRequest,
  acting: Acting,
): Promise<Job> {
  return inTransaction(database, async (transaction) => {
    await lockChain(transaction)
    const runs = await listRunIds(transaction, request)
    if (runs.length === 0) await refuseUnknown(transaction, request)
    const job: Job = {
      ...{ id: randomUUID(), kind: 'replays', state: 'queued', request },
      ...{ total: runs.length, done: 0 },
      ...{ createdAt: acting.at, createdBy: acting.actor },
      ...{ startedAt: null, endedAt: null, error: null },
    }
    await insertJob(transaction, job, runs)
    const details = { kind: job.kind, runs: runs.length, ...request }
    const subject = `job:${job.id}`
    await logAction(
      acting,
      { action: 'job.queued', subject, details },
      transaction,
    )
    return job
  })
}

/** Whatever stands in the way of one run is told of that one. @throws what is no fault of the run */
export async function findReplay(
  database: Database,
  run: string,
): Promise<Finding> {
  const nothing = { difference: null, written: null, computed: null, why: [] }
  try {
    const replay = await replayRun(database, run)
    const { kind: outcome, written, computed } = replay
    const difference = replay.kind === 'different' ? replay.difference : null
    const finding = { ...nothing, difference, written, computed }
    return { outcome, finding }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const finding = { ...nothing, why: error.lines }
    return { outcome: 'impossible', finding }
  }
}

/** What differs, the hashes, and errors with hashes may tell of restricted values. */
const WITHHELD = {
  ...{ difference: null, written: null, computed: null, why: [] },
  restricted: ['difference', 'written', 'computed', 'why'],
} as const

export async function listReplays(
  database: Database,
  job: string,
  sight: Sight,
): Promise<readonly ReplayFinding[]> {
  const found = await listFindings(database, job)
  const open = await openRuns(database, job, sight)
  return found.map(({ subject: run, outcome, finding }) => ({
    ...{ run, outcome: outcome as Outcome },
    ...(open === 'all' || open.has(run)
      ? (finding as Omit<ReplayFinding, 'run' | 'outcome'>)
      : WITHHELD),
  }))
}

/** The runs of a job of which everything may be told. */
async function openRuns(
  database: Database,
  job: string,
  sight: Sight,
): Promise<ReadonlySet<string> | 'all'> {
  if (sight === 'everything') return 'all'
  const rows = await database
    .selectFrom('job_findings')
    .innerJoin('runs', 'runs.id', 'job_findings.subject')
    .select(['runs.id', 'runs.methodology_sha256 as methodologySha256'])
    .where('job_findings.job', '=', job)
    .execute()
  const open = new Set<string>()
  const closed = new Map<string, boolean>()
  for (const { id, methodologySha256 } of rows) {
    const known = closed.get(methodologySha256)
    const isClosed = known ?? (await isClosedTo(sight, methodologySha256))
    closed.set(methodologySha256, isClosed)
    if (!isClosed) open.add(id)
  }
  return open

  async function isClosedTo(sight: Sight, methodologySha256: string) {
    try {
      return await isWithheld(database, { methodologySha256 }, sight)
    } catch (error) {
      // Where the rules cannot be read any more nobody knows what is restricted.
      if (error instanceof Refusal) return true
      throw error
    }
  }
}

/** Oldest first. */
async function listRunIds(
  database: Database,
  { methodology }: JobRequest,
): Promise<readonly string[]> {
  let query = database
    .selectFrom('runs')
    .select('id')
    .orderBy('created_at')
    .orderBy('id')
  if (methodology !== null) {
    query = query.where('methodology', '=', methodology)
  }
  return (await query.execute()).map(({ id }) => id)
}

async function refuseUnknown(
  transaction: DatabaseTransaction,
  { methodology }: JobRequest,
): Promise<void> {
  if (methodology === null) return
  const known = await transaction
    .selectFrom('methodology_versions')
    .select('version')
    .where('methodology', '=', methodology)
    .limit(1)
    .executeTakeFirst()
  if (known) return
  throw new ServiceRefusal('METHODOLOGY_UNKNOWN', [
    `There is no methodology "${methodology}".`,
  ])
}
