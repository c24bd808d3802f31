/** The threads that score what is too much for the one that listens. */
import { availableParallelism } from 'node:os'
import type { Transferable } from 'node:worker_threads'

import type { Sight } from '../../../engine/index.js'
import type { Block } from '../../streams/line-blocks.js'
import type { ScoredBlock } from '../../streams/score-block.js'
import { WorkerPool } from '../../workers/worker-pool.js'
import { HttpProblem } from '../problems/http-problem.js'
import type { CheckedText } from '../versions/check-text.js'
import type { StoredRules } from '../versions/stored-rules.js'
import type { ScoreAnswer } from './answer-score.js'
import type { ScoreDone, ScoreJob, ThreadSetup } from './score-jobs.js'

/** The program of the threads, among those of the command. */
const PROGRAM = 'server-worker.js'

/** Of one thread; a request of 64 MiB needs less than half of it. */
const THREAD_LIMITS = {
  maxOldGenerationSizeMb: 2048,
  // A small nursery would be emptied, with all that is still at work in it, several times a request.
  maxYoungGenerationSizeMb: 128,
}

/** Large requests that are held at once for each thread, the one it works on included. */
const HELD_FOR_EACH = 8
const RETRY_SECONDS = '5'

const OTHER = 'A thread answered something else than it was asked.'

export interface StreamRules {
  readonly year: number
  /** Of the methodology. */
  readonly text: string
  readonly sha256: string
  readonly sight: Sight
}

export class ScoreThreads {
  readonly size = availableParallelism()
  private readonly pool: WorkerPool<ScoreJob, ScoreDone>
  private held = 0

  /** @param programs - the folder of the programs that threads run */
  constructor(programs: URL, setup: ThreadSetup) {
    this.pool = new WorkerPool<ScoreJob, ScoreDone>({
      program: new URL(PROGRAM, programs),
      size: this.size,
      setup,
      resourceLimits: THREAD_LIMITS,
      nameOf,
      transfersOf: (job) =>
        job.kind === 'block' ? [job.block.bytes.buffer as Transferable] : [],
    })
  }

  /** @throws HttpProblem, among others where too many wait */
  async answer(
    bytes: Uint8Array,
    stored: StoredRules,
    sight: Sight,
  ): Promise<ScoreAnswer> {
    const job = { kind: 'request', bytes, stored, sight } as const
    const done = await this.inTurn(job)
    if (done.kind === 'answer') return done.answer
    throw new Error(OTHER)
  }

  /** @throws HttpProblem where too many wait */
  async check(text: string, stored: StoredRules): Promise<CheckedText> {
    const done = await this.inTurn({ kind: 'check', text, stored })
    if (done.kind === 'checked') return done.checked
    throw new Error(OTHER)
  }

  async score(block: Block, rules: StreamRules): Promise<ScoredBlock> {
    const done = await this.run({ kind: 'block', block, ...rules })
    if (done.kind === 'block') return done.block
    throw new Error(OTHER)
  }

  close(): Promise<void> {
    return this.pool.close()
  }

  private async inTurn(job: ScoreJob): Promise<ScoreDone> {
    if (this.held >= this.size * HELD_FOR_EACH) {
      const detail = `${this.held} large requests are held.`
      const headers = { 'retry-after': RETRY_SECONDS }
      throw new HttpProblem('TOO_MANY_WAITING', detail, [], headers)
    }
    this.held += 1
    try {
      return await this.run(job)
    } finally {
      this.held -= 1
    }
  }

  private async run(job: ScoreJob): Promise<ScoreDone> {
    const done = await this.pool.run(job)
    if (done.kind !== 'problem') return done
    throw new HttpProblem(done.code, done.detail, done.errors)
  }
}

function nameOf(job: ScoreJob): string {
  switch (job.kind) {
    case 'request':
      return `a request of ${job.bytes.length} bytes`
    case 'check':
      return 'a text that is checked'
    case 'block':
      return `a stream at line ${job.block.line}`
  }
}
