/** The other side of a `WorkerPool`: a thread that does one job after the other. */
import { parentPort, workerData, type Transferable } from 'node:worker_threads'

export interface Request<Job> {
  readonly job: Job
}

export type Answer<Result> =
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'error'; readonly error: Error }

export interface Done<Result> {
  readonly result: Result
  /** What is handed over and not copied. */
  readonly transfers?: readonly Transferable[]
}

/** @param begin - called once with what the pool gave; its answer does the jobs */
export function serveJobs<Result>(
  begin: (setup: unknown) => Promise<(job: unknown) => Promise<Done<Result>>>,
): void {
  const port = parentPort
  if (!port) throw new Error('This program runs in a thread of olshem.')
  const ready = begin(workerData)
  // Told to the first job that asks.
  ready.catch(() => undefined)
  port.on('message', ({ job }: Request<unknown>) => {
    void answer(job)
  })

  async function answer(job: unknown): Promise<void> {
    try {
      const { result, transfers = [] } = await (await ready)(job)
      send({ kind: 'result', result }, transfers)
    } catch (error) {
      send({ kind: 'error', error: asError(error) }, [])
    }
  }

  function send(made: Answer<Result>, transfers: readonly Transferable[]) {
    port?.postMessage(made, [...transfers])
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
