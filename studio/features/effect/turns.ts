/**
 * Long computations of the worker in slices: in between, what arrived is heard,
 * and a computation that was overtaken ends.
 */
import type { Pause } from '../../../engine/index.js'

/** Ends a computation whose outcome nobody waits for any more. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

export interface Turns {
  /** Milliseconds, from wherever. */
  readonly now: () => number
  /** Resolves after what has arrived was heard. */
  readonly hear: () => Promise<void>
}

/** Milliseconds between two turns. */
const SLICE = 8

export function pauseOf(
  { now, hear }: Turns,
  isOvertaken: () => boolean,
): Pause {
  let last = now()
  const turn = async () => {
    await hear()
    last = now()
    if (isOvertaken()) throw new Overtaken()
  }
  return () => (now() - last < SLICE ? null : turn())
}
