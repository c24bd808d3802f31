/**
 * Runs jobs side by side and gives their results in the order of the jobs. No
 * more than `ahead` of them are held at once, so that memory stays flat however
 * many there are, and a slow reader of the results slows down what makes the jobs.
 */
export interface RunJobsOptions {
  /** Jobs that are held at once, running or done and not yet taken; 1 or more. */
  readonly ahead: number
  /** Aborted: no further job is begun, and the results end with its reason. */
  readonly signal?: AbortSignal
}

/** @throws what a job throws, in its place: the results before it have been given */
export async function* runJobs<Job, Result>(
  jobs: AsyncIterable<Job>,
  run: (job: Job) => Promise<Result>,
  { ahead, signal }: RunJobsOptions,
): AsyncGenerator<Result, void, undefined> {
  const source = jobs[Symbol.asyncIterator]()
  const running: Promise<Result>[] = []
  let reading: Promise<IteratorResult<Job, unknown>> | null = null
  let isRead = false
  const aborted = abortion(signal)
  try {
    for (;;) {
      signal?.throwIfAborted()
      if (!isRead && running.length < ahead) reading ??= source.next()
      const [first] = running
      const event = await Promise.race([
        ...(reading ? [reading.then(asJob)] : []),
        ...(first ? [first.then(asResult)] : []),
        ...aborted.promises,
      ])
      if (event.kind === 'result') {
        void running.shift()
        yield event.result
      } else {
        reading = null
        if (event.next.done) isRead = true
        else running.push(begin(run, event.next.value))
      }
      if (isRead && running.length === 0) return
    }
  } finally {
    aborted.forget()
    const closed = source.return?.()
    // A source that waits for its next job closes only when that has come.
    if (reading) ignoreFailures([reading, closed])
    else await closed
  }
}

/** A job that fails is told when its turn comes, and not before as an unhandled rejection. */
function begin<Job, Result>(
  run: (job: Job) => Promise<Result>,
  job: Job,
): Promise<Result> {
  const result = run(job)
  ignoreFailures([result])
  return result
}

function ignoreFailures(
  promises: readonly (Promise<unknown> | undefined)[],
): void {
  for (const promise of promises) promise?.catch(() => undefined)
}

function asJob<Job>(next: IteratorResult<Job, unknown>) {
  return { kind: 'job', next } as const
}

function asResult<Result>(result: Result) {
  return { kind: 'result', result } as const
}

/** A promise that fails when the signal is aborted; none without a signal. */
function abortion(signal: AbortSignal | undefined) {
  if (!signal) return { promises: [], forget: () => undefined }
  let forget: () => void = () => undefined
  const promise = new Promise<never>((_, reject) => {
    const abort = () => reject(asError(signal.reason))
    signal.addEventListener('abort', abort, { once: true })
    forget = () => signal.removeEventListener('abort', abort)
  })
  ignoreFailures([promise])
  return { promises: [promise], forget }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
