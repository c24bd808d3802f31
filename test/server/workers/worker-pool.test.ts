import { afterEach, describe, expect, it } from 'vitest'

import { WorkerPool } from '../../../server/workers/worker-pool.js'

/** A program in plain JavaScript that answers as `serveJobs` does. */
const PROGRAM = `
  import { parentPort, threadId, workerData } from 'node:worker_threads'
  parentPort.on('message', ({ job }) => {
    if (job === 'die') process.exit(3)
    if (job === 'throw') throw new Error('a fault of the program')
    if (job === 'fill') { const all = []; for (;;) all.push(new Array(100000).fill(1)) }
    if (job === 'fail') parentPort.postMessage({ kind: 'error', error: new Error('refused') })
    else if (job !== 'hang') parentPort.postMessage({ kind: 'result', result: { job, threadId, workerData } })
  })
`

interface Echo {
  readonly job: string
  readonly threadId: number
  readonly workerData: unknown
}

const pools: WorkerPool<string, Echo>[] = []

function pool(size: number): WorkerPool<string, Echo> {
  const made = new WorkerPool<string, Echo>({
    program: new URL(`data:text/javascript,${encodeURIComponent(PROGRAM)}`),
    size,
    setup: { year: 2012 },
    nameOf: (job) => `job "${job}"`,
    resourceLimits: { maxOldGenerationSizeMb: 32 },
  })
  pools.push(made)
  return made
}

afterEach(() => Promise.all(pools.splice(0).map((each) => each.close())))

describe('a pool of workers', () => {
  it('gives each thread what it needs at its beginning, and begins no more threads than it may', async () => {
    const { run } = bound(pool(2))
    const jobs = Array.from({ length: 12 }, (_, index) => String(index))
    const results = await Promise.all(jobs.map(run))
    expect(results.map(({ job }) => job)).toEqual(jobs)
    expect(results[0]?.workerData).toEqual({ year: 2012 })
    expect(new Set(results.map(({ threadId }) => threadId)).size).toBe(2)
  })

  it('begins a thread only when there is work for it', async () => {
    const { run } = bound(pool(4))
    const threads = new Set<number>()
    for (const job of ['a', 'b', 'c']) threads.add((await run(job)).threadId)
    expect(threads.size).toBe(1)
  })

  it('tells an error that the program answered with', async () => {
    await expect(pool(1).run('fail')).rejects.toThrow('refused')
  })

  it.each([
    { job: 'die', words: 'it ended with status 3' },
    { job: 'throw', words: 'a fault of the program' },
    { job: 'fill', words: 'it ran out of memory' },
  ])('names the job of a thread that died: $job', async ({ job, words }) => {
    await expect(pool(1).run(job)).rejects.toThrow(
      `The worker of job "${job}" failed: ${words}.`,
    )
  })

  it('goes on with a new thread for the jobs after one that died', async () => {
    const { run } = bound(pool(1))
    const [died, next] = await Promise.allSettled([run('die'), run('next')])
    expect(died.status).toBe('rejected')
    expect(next).toMatchObject({ value: { job: 'next' } })
  })

  it('fails what is not done when it is closed', async () => {
    const one = pool(1)
    const results = Promise.allSettled([one.run('hang'), one.run('waiting')])
    await one.close()
    expect((await results).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ])
  })
})

function bound(one: WorkerPool<string, Echo>) {
  return { run: (job: string) => one.run(job) }
}
