/** What is held in memory, after garbage has been collected. */
import { collectGarbage } from './rounds.js'

/** Bytes of the heap and of typed arrays; only comparable where Node exposes its collector. */
export function heldBytes(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
