/** What is being done at the moment, on a terminal only. */
import type { Io } from '../io.js'

export interface Progress {
  readonly say: (words: string) => Promise<void>
  /** Takes the line away again. */
  readonly end: () => Promise<void>
}

const CLEAR_LINE = '\r\u001b[2K'

export function startProgress({ err }: Io): Progress {
  let isShown = false
  return {
    say: async (words) => {
      if (!err.isTerminal) return
      isShown = true
      await err.write(`${CLEAR_LINE}${words} ...`)
    },
    end: async () => {
      if (isShown) await err.write(CLEAR_LINE)
      isShown = false
    },
  }
}
