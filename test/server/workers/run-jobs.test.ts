import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { describe, expect, it } from 'vitest'

import { runJobs } from '../../../server/workers/run-jobs.js'

async function* upTo(count: number, seen: number[] = []) {
  for (let job = 0; job < count; job += 1) {
    seen.push(job)
    yield await Promise.resolve(job)
  }
}

async function all<Result>(results: AsyncIterable<Result>): Promise<Result[]> {
  const list: Result[] = []
  for await (const result of results) list.push(result)
  return list
}

describe('running jobs', () => {
  it('gives results in the order of the jobs, whichever is done first', async () => {
    const run = async (job: number) => {
      await sleep(job % 2 === 0 ? 8 : 0)
      return job * 10
    }
    expect(await all(runJobs(upTo(6), run, { ahead: 3 }))).toEqual([
      0, 10, 20, 30, 40, 50,
    ])
  })

  it('runs jobs side by side, and never holds more than it was told', async () => {
    let running = 0
    let most = 0
    const run = async (job: number) => {
      running += 1
      most = Math.max(most, running)
      await sleep(1)
      running -= 1
      return job
    }
    await all(runJobs(upTo(20), run, { ahead: 4 }))
    expect(most).toBe(4)
  })

  it('waits for a slow reader before it takes further jobs', async () => {
    const seen: number[] = []
    const run = (job: number) => Promise.resolve(job)
    const results = runJobs(upTo(100, seen), run, { ahead: 2 })
    await results.next()
    await sleep(5)
    expect(seen.length).toBeLessThanOrEqual(3)
    await results.return()
  })

  it('gives a result as soon as it is there, while the next job is still awaited', async () => {
    let release: () => void = () => undefined
    const later = new Promise<void>((resolve) => (release = resolve))
    async function* jobs() {
      yield 1
      await later
      yield 2
    }
    const results = runJobs(jobs(), (job) => Promise.resolve(job), { ahead: 4 })
    expect((await results.next()).value).toBe(1)
    release()
    expect((await results.next()).value).toBe(2)
  })

  it('tells the error of a job in its place, after the results before it', async () => {
    const run = (job: number) =>
      job === 2 ? Promise.reject(new Error('job 2')) : Promise.resolve(job)
    const got: number[] = []
    const reading = async () => {
      for await (const result of runJobs(upTo(5), run, { ahead: 5 })) {
        got.push(result)
      }
    }
    await expect(reading()).rejects.toThrow('job 2')
    expect(got).toEqual([0, 1])
  })

  it('keeps no result that was taken, however long the signal lives', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const taken: WeakRef<object>[] = []
    const { signal } = new AbortController()
    const run = (job: number) => Promise.resolve({ job })
    for await (const result of runJobs(upTo(500), run, { ahead: 2, signal })) {
      taken.push(new WeakRef(result))
      if (taken.length < 400) continue
      await sleep(1)
      collect()
      break
    }
    const kept = taken.filter((each) => each.deref() !== undefined)
    expect(kept.length).toBeLessThan(10)
    expect(signal.aborted).toBe(false)
  })

  it('ends with the reason of an abortion, and closes what makes the jobs', async () => {
    const controller = new AbortController()
    let isClosed = false
    async function* jobs() {
      try {
        for (let job = 0; ; job += 1) yield await Promise.resolve(job)
      } finally {
        isClosed = true
      }
    }
    const { signal } = controller
    const results = runJobs(jobs(), () => sleep(1), { ahead: 2, signal })
    await results.next()
    controller.abort(new Error('enough'))
    await expect(results.next()).rejects.toThrow('enough')
    expect(isClosed).toBe(true)
  })
})
