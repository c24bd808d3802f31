/** Two clocks, in milliseconds from some beginning. */
import { performance } from 'node:perf_hooks'

export type Clock = () => number

/**
 * What this process took of its processors, the collection of garbage and the
 * threads of libraries included. Other work on the machine does not count. It
 * is to be run with the collection of garbage on one thread, or one task is
 * charged with what another one left.
 */
export const processorTime: Clock = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** For what runs in other processes or waits. */
export const wallTime: Clock = () => performance.now()
