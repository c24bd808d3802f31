/** Asks a server for this and that, and kills it meanwhile. */
import { setTimeout as wait } from 'node:timers/promises'

import { approvedDrafts, publications } from './kill-publishing.js'
import {
  oneOf,
  type Acknowledged,
  type People,
  type RequestKind,
} from './kill-request.js'
import { RUN_REQUESTS } from './kill-requests.js'
import type { RunningServer } from './server-process.js'

/** Requests at a time. */
const ASKERS = 4
/** What is acknowledged before the kill, at most, and how long is waited after that. */
const MOST_ANSWERS = 8
const MOST_MILLISECONDS = 50
const LATEST_MILLISECONDS = 5_000
/** Of a publication that took so long before, the next one is killed at any moment, or just after it. */
const BEYOND = 1.2

export interface Work {
  readonly people: People
  /** Added to by what is acknowledged. */
  readonly known: Acknowledged[]
  /** Whether the kill waits for a publication, and comes at a random moment of it. */
  readonly isForPublishing: boolean
}

/** @returns the kinds of the requests that were under way when the server was killed */
export async function killAtWork(
  server: RunningServer,
  { people, known, isForPublishing }: Work,
): Promise<readonly string[]> {
  const underWay: string[] = []
  const killing = new AbortController()
  const isOver = () => killing.signal.aborted
  const asked = { address: server.address, people }
  /** Of publications. */
  const course = { begun: 0, milliseconds: 0 }
  const send = async ({ kind, send: sent }: RequestKind) => {
    underWay.push(kind)
    const isPublication = kind === publications.kind
    if (isPublication) course.begun += 1
    const since = performance.now()
    try {
      const done = await sent(asked, known)
      if (done) known.push(done)
      if (isPublication) course.milliseconds = performance.now() - since
    } catch (error) {
      if (!isOver()) throw error
    } finally {
      underWay.splice(underWay.indexOf(kind), 1)
    }
  }
  const ask = async (next: () => RequestKind | undefined) => {
    while (!isOver()) {
      const kind = next()
      if (kind) await send(kind)
    }
  }
  const asking = Array.from({ length: ASKERS }, (_, number) =>
    ask(isForPublishing && number === 0 ? publishing() : any),
  )
  const enough = known.length + Math.floor(Math.random() * MOST_ANSWERS)
  const latest = Date.now() + LATEST_MILLISECONDS
  const isReady = () =>
    known.length >= enough && (!isForPublishing || course.begun > 1)
  while (!isReady() && Date.now() < latest) await wait(1)
  const most = isForPublishing
    ? BEYOND * course.milliseconds
    : MOST_MILLISECONDS
  await wait(Math.random() * most)
  killing.abort()
  const wasUnderWay = [...underWay]
  await server.kill()
  await Promise.all(asking)
  return wasUnderWay
}

function any(): RequestKind | undefined {
  return oneOf(RUN_REQUESTS)
}

/** A draft is approved, and published, and the next one approved. */
function publishing(): () => RequestKind {
  let count = 0
  return () => {
    count += 1
    return count % 2 === 1 ? approvedDrafts : publications
  }
}
