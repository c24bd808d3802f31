/**
 * The course of a job as server-sent events. It is looked up in the database,
 * for another server may be working on it; the first event is the state of now,
 * so that whoever comes back (`Last-Event-ID`) has missed nothing.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import { setTimeout as wait } from 'node:timers/promises'

import type { Database } from '../database/tables.js'
import { isOver, type Job } from '../jobs/job.js'
import { getJob } from '../jobs/job-store.js'

export interface EventPace {
  /** Between two looks at the job. */
  readonly lookMilliseconds: number
  /** Something is sent at least so often: proxies end connections that are silent. */
  readonly beatMilliseconds: number
}

const PACE: EventPace = {
  lookMilliseconds: 500,
  beatMilliseconds: 15_000,
}

/** A comment. */
const BEAT = ': beat\n\n'

/** @param stop - aborted when the server stops; the browser then comes back */
export async function* jobEvents(
  database: Database,
  first: Job,
  stop: AbortSignal,
  { lookMilliseconds, beatMilliseconds }: EventPace = PACE,
): AsyncGenerator<string> {
  let job = first
  let said = ''
  let saidAt = 0
  for (;;) {
    const text = eventText(job)
    const isSilent = Date.now() - saidAt >= beatMilliseconds
    if (text !== said || isSilent) {
      yield text === said ? BEAT : text
      said = text
      saidAt = Date.now()
    }
    if (isOver(job) || !(await waited(lookMilliseconds, stop))) return
    job = await getJob(database, job.id)
  }
}

function eventText(job: Job): string {
  const { id, state, done, total } = job
  const event = isOver(job) ? 'end' : 'progress'
  const data = JSON.stringify({ id, state, done, total })
  return `id: ${done}\nevent: ${event}\ndata: ${data}\n\n`
}

/** @returns false where the server stops */
async function waited(
  milliseconds: number,
  stop: AbortSignal,
): Promise<boolean> {
  try {
    await wait(milliseconds, undefined, { signal: stop, ref: false })
    return true
  } catch {
    return false
  }
}
