import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type {
  EffectAnswer,
  EffectNews,
  EffectRequest,
} from '../../../studio/features/effect/effect-answer.js'
import {
  openEffectClient,
  type EffectClient,
  type WorkerLike,
} from '../../../studio/features/effect/effect-client.js'
import type { EffectSetting } from '../../../studio/features/effect/effect-setting.js'

const SETTING: EffectSetting = {
  ...{ base: '', year: 2020, data: '', registers: [], earlier: [], runs: [] },
  leaveOutBroken: false,
}

interface HeldWorker extends WorkerLike {
  readonly sent: EffectRequest[]
  isTerminated: boolean
}

let workers: HeldWorker[]
let heard: EffectNews[]
let client: EffectClient

const worker = (index: number): HeldWorker => {
  const found = workers[index]
  if (!found) throw new Error(`There is no worker ${index}`)
  return found
}

/** An answer of a worker to its request number so many. */
function answer(from: HeldWorker, news: EffectNews, to = -1): void {
  const id = from.sent.at(to)?.id ?? 0
  from.onmessage?.({ data: { ...news, id } } as MessageEvent<EffectAnswer>)
}

const kinds = (from: HeldWorker) => from.sent.map(({ kind }) => kind)
const NO_CHANGES = { kind: 'changes', changes: { kind: 'none' } } as const

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
  heard = []
  const make = () => {
    const made: HeldWorker = {
      ...{ sent: [], isTerminated: false, onmessage: null, onerror: null },
      postMessage: (request) => made.sent.push(request),
      terminate: () => (made.isTerminated = true),
    }
    workers.push(made)
    return made
  }
  client = openEffectClient(make, (news) => heard.push(news))
  client.open(SETTING)
  client.text('one')
})

afterEach(() => {
  vi.useRealTimers()
})

describe('the way to the worker', () => {
  it('makes one worker for all that is asked', () => {
    expect(workers).toHaveLength(1)
    expect(kinds(worker(0))).toEqual(['open', 'text'])
  })

  it('does not tell of a text that was overtaken', () => {
    client.text('two')
    answer(worker(0), { kind: 'text-read', mistakes: [], weights: [] }, 1)
    expect(heard).toEqual([])
    answer(worker(0), { kind: 'text-read', mistakes: [], weights: [] })
    expect(heard).toHaveLength(1)
  })

  it('tells a new worker everything when one breaks down', () => {
    worker(0).onerror?.({ message: 'out of memory' } as ErrorEvent)
    expect(worker(0).isTerminated).toBe(true)
    expect(kinds(worker(1))).toEqual(['open', 'text'])
    expect(heard).toEqual([])
  })

  it('replaces a worker that says nothing for ten seconds, in whatever it was', () => {
    answer(worker(0), { kind: 'opened' }, 0)
    answer(worker(0), { kind: 'text-read', mistakes: [], weights: [] })
    vi.advanceTimersByTime(9_999)
    expect(workers).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(worker(0).isTerminated).toBe(true)
    expect(kinds(worker(1))).toEqual(['open', 'text'])
  })

  it('waits as long as a worker says that it goes on', () => {
    answer(worker(0), { kind: 'opened' }, 0)
    for (let second = 0; second < 30; second += 5) {
      vi.advanceTimersByTime(5_000)
      answer(worker(0), { kind: 'working' })
    }
    expect(workers).toHaveLength(1)
    expect(heard.map(({ kind }) => kind)).toEqual(['opened'])
  })

  it('leaves a worker alone that has nothing to do', () => {
    answer(worker(0), { kind: 'opened' }, 0)
    answer(worker(0), NO_CHANGES)
    vi.advanceTimersByTime(60_000)
    expect(workers).toHaveLength(1)
  })

  it('says that a text cannot be computed when it breaks two workers, and tries the next one', () => {
    worker(0).onerror?.({ message: 'broken' } as ErrorEvent)
    worker(1).onerror?.({ message: 'broken' } as ErrorEvent)
    expect(heard).toEqual([{ kind: 'failed', message: 'broken' }])
    client.text('two')
    expect(kinds(worker(2))).toEqual(['open', 'text'])
  })
})
