/** How far a stream is, on a terminal: bodies, and how many in a second. */
import type { Progress } from '../output/progress.js'

const EVERY_MILLISECONDS = 500
const count = new Intl.NumberFormat('en')

export function streamProgress(progress: Progress) {
  const start = performance.now()
  let last = start
  return {
    say: async (bodies: number): Promise<void> => {
      const now = performance.now()
      if (now - last < EVERY_MILLISECONDS) return
      last = now
      const rate = Math.round((bodies * 1000) / (now - start))
      await progress.say(
        `scored ${count.format(bodies)} bodies, ${count.format(rate)} a second`,
      )
    },
  }
}
