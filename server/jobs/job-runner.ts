/**
 * Works on jobs, one after the other and a part at a time, so that requests are
 * answered in between. What is done is kept part by part: whoever takes a job
 * up goes on where it stood.
 */
import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'

import { lockChain } from '../audit/append-entry.js'
import { inTransaction } from '../database/in-transaction.js'
import type { Database } from '../database/tables.js'
import { instantOf, type Instant } from '../instant.js'
import { logAction, type Acting } from '../repository/acting.js'
import {
  countFindings,
  findOpenPart,
  keepFinding,
  type Finding,
} from './findings.js'
import type { Job, JobKind } from './job.js'
import { giveBack, renewLease, takeJob, type Lease } from './leases.js'
import { findReplay } from './replays.js'

/** What each kind of job does for a part. */
const WORK: Readonly<
  Record<JobKind, (database: Database, subject: string) => Promise<Finding>>
> = { replays: findReplay }

/** So often servers may fall silent over one part: it may be what ends them. */
const MOST_TAKEOVERS = 3
const HOPELESS =
  'Servers fell silent again and again while they worked on the same part.'

export interface JobRunnerOptions {
  readonly database: Database
  /** The server, at this moment, as the log names it. */
  readonly acting: () => Acting
  /** Told what went wrong; the work goes on. */
  readonly onError: (error: unknown, words: string) => void
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** A server that says nothing for so long has lost its job. */
  readonly leaseMilliseconds?: number
  /** How often other servers' jobs are looked for. */
  readonly pollMilliseconds?: number
}

export class JobRunner {
  private readonly server = randomUUID()
  private readonly now: () => number
  private readonly leaseMilliseconds: number
  private timer: NodeJS.Timeout | null = null
  private isStopping = false
  private isAwake = false
  private working: Promise<void> | null = null

  constructor(private readonly options: JobRunnerOptions) {
    this.now = options.now ?? Date.now
    this.leaseMilliseconds = options.leaseMilliseconds ?? 60_000
  }

  start(): void {
    const { pollMilliseconds = 5_000 } = this.options
    this.timer = setInterval(() => this.wake(), pollMilliseconds).unref()
    this.wake()
  }

  /** To be called when there is a new job. */
  wake(): void {
    if (this.isStopping) return
    this.isAwake = true
    this.working ??= this.workAll()
      .catch((error: unknown) => {
        this.isAwake = false
        this.options.onError(error, 'jobs cannot be worked on')
      })
      .finally(() => {
        this.working = null
        if (this.isAwake) this.wake()
      })
  }

  /** A job that is running waits for the next start from its part's end. */
  async stop(): Promise<void> {
    this.isStopping = true
    if (this.timer) clearInterval(this.timer)
    await this.working
  }

  private async workAll(): Promise<void> {
    const { database } = this.options
    while (this.isAwake && !this.isStopping) {
      this.isAwake = false
      const taken = await takeJob(database, this.lease(), this.instant())
      if (!taken) continue
      this.isAwake = true
      if (taken.takeovers <= MOST_TAKEOVERS) await this.work(taken.job)
      else await this.end(taken.job, { state: 'failed', error: HOPELESS })
    }
  }

  private async work(job: Job): Promise<void> {
    const { database, onError } = this.options
    const renewal = setInterval(() => {
      renewLease(database, job.id, this.lease()).catch((error: unknown) =>
        onError(error, 'the lease of a job could not be renewed'),
      )
    }, this.leaseMilliseconds / 3).unref()
    try {
      await this.workThrough(job)
    } finally {
      clearInterval(renewal)
    }
  }

  private async workThrough(job: Job): Promise<void> {
    const { database } = this.options
    for (;;) {
      if (this.isStopping) return giveBack(database, job.id, this.server)
      const part = await findOpenPart(database, job.id)
      if (!part) return this.end(job, { state: 'done', error: null })
      const finding = await this.find(job, part.subject)
      const isOurs = await keepFinding(
        database,
        job.id,
        this.server,
        part,
        finding,
      )
      if (!isOurs) return
      await nextTurn()
    }
  }

  /** A fault of the program is one of this part: the others are still worked on. */
  private async find(job: Job, subject: string): Promise<Finding> {
    try {
      return await WORK[job.kind](this.options.database, subject)
    } catch (error) {
      this.options.onError(error, `a part of the job ${job.id} failed`)
      const why = ['The server made a mistake; its log says more.']
      const finding = { difference: null, written: null, computed: null, why }
      return { outcome: 'impossible', finding }
    }
  }

  private async end(
    job: Job,
    end: { readonly state: 'done' | 'failed'; readonly error: string | null },
  ): Promise<void> {
    const { database } = this.options
    const acting = this.options.acting()
    await inTransaction(database, async (transaction) => {
      await lockChain(transaction)
      const { numUpdatedRows } = await transaction
        .updateTable('jobs')
        .set({ ...end, ended_at: this.instant(), lease_by: null })
        .where('id', '=', job.id)
        .where('state', '=', 'running')
        .where('lease_by', '=', this.server)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) return
      const details = await countFindings(transaction, job.id)
      const subject = `job:${job.id}`
      await logAction(
        acting,
        { action: `job.${end.state}`, subject, details },
        transaction,
      )
    })
  }

  private lease(): Lease {
    const until = instantOf(new Date(this.now() + this.leaseMilliseconds))
    return { by: this.server, until }
  }

  private instant(): Instant {
    return instantOf(new Date(this.now()))
  }
}
