/**
 * Threads that all run the same program, each begun when there is work for it.
 *
 * worker_threads alone, and no library: what a pool of piscina adds to it here
 * is a queue, and its own worker file cannot be part of a bundle.
 */
import {
  Worker,
  type ResourceLimits,
  type Transferable,
} from 'node:worker_threads'

import type { Answer, Request } from './serve-jobs.js'

export interface PoolOptions<Job> {
  /** The program: a file that calls `serveJobs`. */
  readonly program: URL
  /** Threads at once; 1 or more. */
  readonly size: number
  /** What each thread is given when it begins. */
  readonly setup: unknown
  /** What the job is, for the error that names it: `lines 1 to 120`. */
  readonly nameOf: (job: Job) => string
  /** What is handed over and not copied. */
  readonly transfersOf?: (job: Job) => readonly Transferable[]
  readonly resourceLimits?: ResourceLimits
}

/** A thread that ended before its job: the result of that job is lost, and is not guessed. */
export class WorkerDiedError extends Error {
  override readonly name = 'WorkerDiedError'
}

interface Task<Job, Result> {
  readonly job: Job
  readonly resolve: (result: Result) => void
  readonly reject: (error: Error) => void
}

interface Thread<Job, Result> {
  readonly worker: Worker
  task: Task<Job, Result> | null
}

export class WorkerPool<Job, Result> {
  private readonly threads: Thread<Job, Result>[] = []
  private readonly waiting: Task<Job, Result>[] = []
  private isClosed = false

  constructor(private readonly options: PoolOptions<Job>) {}

  /** @throws WorkerDiedError, or the error that the program threw */
  run(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ job, resolve, reject })
      this.handOut()
    })
  }

  /** Ends all threads, whatever they are doing; jobs that are not done fail. */
  async close(): Promise<void> {
    this.isClosed = true
    const left = this.threads.splice(0)
    await Promise.all(left.map(({ worker }) => worker.terminate()))
    const error = new WorkerDiedError('The work was ended.')
    for (const { reject } of this.waiting.splice(0)) reject(error)
  }

  private handOut(): void {
    while (this.waiting.length > 0 && !this.isClosed) {
      const thread = this.threads.find(({ task }) => !task) ?? this.begin()
      const task = thread && this.waiting.shift()
      if (!task) return
      thread.task = task
      const request: Request<Job> = { job: task.job }
      const transfers = this.options.transfersOf?.(task.job) ?? []
      thread.worker.postMessage(request, [...transfers])
    }
  }

  private begin(): Thread<Job, Result> | undefined {
    const { program, size, setup, resourceLimits } = this.options
    if (this.threads.length >= size) return undefined
    const worker = new Worker(program, {
      workerData: setup,
      ...(resourceLimits ? { resourceLimits } : {}),
    })
    const thread: Thread<Job, Result> = { worker, task: null }
    this.threads.push(thread)
    worker.on('message', (answer: Answer<Result>) => {
      const { task } = thread
      thread.task = null
      if (answer.kind === 'result') task?.resolve(answer.result)
      else task?.reject(answer.error)
      this.handOut()
    })
    worker.on('error', (error) => this.lose(thread, why(error)))
    worker.on('exit', (code) =>
      this.lose(thread, `it ended with status ${code}`),
    )
    return thread
  }

  /** Its job fails; the other threads go on, and a new one takes its place when there is work. */
  private lose(thread: Thread<Job, Result>, reason: string): void {
    const index = this.threads.indexOf(thread)
    if (index >= 0) this.threads.splice(index, 1)
    const { task } = thread
    thread.task = null
    if (!task) return
    const name = this.options.nameOf(task.job)
    task.reject(new WorkerDiedError(`The worker of ${name} failed: ${reason}.`))
    this.handOut()
  }
}

function why(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'it ran out of memory'
    : error.message.replace(/\.$/, '')
}
