/** All stored runs of a methodology computed again by the server: how far it is, and what it found. */
import { answerOf, type Api } from '../../api/client.js'
import { isOver, watchedJob } from '../../jobs/watched-job.js'

export interface ReplayedRuns {
  readonly done: number
  readonly total: number
  readonly identical: number
  readonly differing: number
  readonly isOver: boolean
}

/** Ends with the job, or when nobody looks any more. */
export async function* replayedRuns(
  api: Api,
  methodology: string,
  signal: AbortSignal,
): AsyncGenerator<ReplayedRuns> {
  const body = { methodology }
  const { id } = await answerOf(api.POST('/v1/replays', { body, signal }))
  for await (const job of watchedJob(api, id, signal)) {
    const { done, total, result } = job
    const { identical = 0 } = result.counts
    const differing = done - identical
    yield { done, total, identical, differing, isOver: isOver(job) }
  }
}
