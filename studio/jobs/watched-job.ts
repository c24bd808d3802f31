/** A job of the server as it goes on: asked for again and again until it is over, or nobody looks any more. */
import { answerOf, type Api } from '../api/client.js'
import type { components } from '../api/openapi.js'

export type JobWithResult = components['schemas']['JobWithResult']

const BETWEEN_MILLISECONDS = 400

export async function* watchedJob(
  api: Api,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<JobWithResult> {
  for (;;) {
    const params = { path: { id } }
    const job = await answerOf(api.GET('/v1/jobs/{id}', { params, signal }))
    yield job
    if (isOver(job)) return
    await pause(BETWEEN_MILLISECONDS, signal)
  }
}

export function isOver({ state }: Pick<JobWithResult, 'state'>): boolean {
  return state !== 'queued' && state !== 'running'
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new DOMException('Nobody looks any more.', 'AbortError'))
    })
  })
}
