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
  const abortion = new Abortion(signal)
  try {
    for (;;) {
      signal?.throwIfAborted()
      if (!isRead && running.length < ahead) reading ??= source.next()
      const [first] = running
      const event = await abortion.orFirst<JobRead<Job> | JobDone<Result>>([
        ...(reading ? [reading.then(asJob)] : []),
        ...(first ? [first.then(asResult)] : []),
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
    abortion.forget()
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

interface JobRead<Job> {
  readonly kind: 'job'
  readonly next: IteratorResult<Job, unknown>
}

interface JobDone<Result> {
  readonly kind: 'result'
  readonly result: Result
}

function asJob<Job>(next: IteratorResult<Job, unknown>): JobRead<Job> {
  return { kind: 'job', next }
}

function asResult<Result>(result: Result): JobDone<Result> {
  return { kind: 'result', result }
}

/**
 * Waits for promises, or for the signal. No promise of the signal takes part in
 * a race: it would hold on to everything that ever raced with it.
 */
class Abortion {
  private stop: ((reason: Error) => void) | null = null
  private readonly abort = () => this.stop?.(asError(this.signal?.reason))

  constructor(private readonly signal: AbortSignal | undefined) {
    signal?.addEventListener('abort', this.abort)
  }

  orFirst<Value>(promises: readonly Promise<Value>[]): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.stop = reject
      for (const promise of promises) promise.then(resolve, reject)
    })
  }

  forget(): void {
    this.signal?.removeEventListener('abort', this.abort)
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
