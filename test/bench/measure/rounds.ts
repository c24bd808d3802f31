/** Times several tasks in alternating rounds, each warmed up first. */
import type { Clock } from './clocks.js'

export interface Task {
  readonly name: string
  readonly run: () => unknown
}

export interface Effort {
  /** At least 5. */
  readonly rounds: number
  /** What one task takes of a round at least, in milliseconds; short ones are repeated. */
  readonly milliseconds: number
  /** For how many milliseconds a task runs before it is timed, at least. */
  readonly warmUp: number
}

/** Task -> milliseconds of one run, round by round. */
export type Times = ReadonlyMap<string, readonly number[]>

/**
 * Runs the tasks round-robin, so that what slows the machine for a while slows
 * all of them, and collects garbage before each where Node lets it.
 */
export async function timeInRounds(
  tasks: readonly Task[],
  { rounds, milliseconds, warmUp }: Effort,
  clock: Clock,
): Promise<Times> {
  const repeats = new Map<string, number>()
  for (const task of tasks) {
    await timeOf(task, 1, clock)
    const warm = await repeatFor(task, warmUp, clock)
    repeats.set(task.name, Math.max(1, Math.ceil(milliseconds / warm)))
  }
  const times = new Map<string, number[]>(tasks.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const task of tasks) {
      const runs = repeats.get(task.name) ?? 1
      collectGarbage()
      // Short ones find their data in the caches again before they are timed.
      if (runs > 1) await timeOf(task, 1, clock)
      const time = await timeOf(task, runs, clock)
      times.get(task.name)?.push(time)
    }
  }
  return times
}

export function collectGarbage(): void {
  globalThis.gc?.()
}

/** @returns milliseconds of one run, of the last of ever longer series */
async function repeatFor(
  task: Task,
  milliseconds: number,
  clock: Clock,
): Promise<number> {
  const start = clock()
  let times = 1
  for (;;) {
    const each = await timeOf(task, times, clock)
    if (clock() - start >= milliseconds) return each
    times *= 2
  }
}

async function timeOf(
  task: Task,
  times: number,
  clock: Clock,
): Promise<number> {
  const start = clock()
  for (let each = 0; each < times; each++) {
    const running = task.run()
    if (running instanceof Promise) await running
  }
  return (clock() - start) / times
}
