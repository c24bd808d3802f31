/** The program of a worker thread: scores the blocks of a stream that it is given. */
import { beginScoring, type ScoringSetup } from './scoring-setup.js'
import { serveJobs } from '../workers/serve-jobs.js'
import type { Block } from './line-blocks.js'
import { scoreBlock } from './score-block.js'

// The pool that begins this program is the one of `score-stream.ts`.
serveJobs(async (setup) => {
  const scoring = await beginScoring(setup as ScoringSetup)
  return async (block) => {
    const result = await scoreBlock(block as Block, scoring)
    return { result, transfers: [result.text.buffer as ArrayBuffer] }
  }
})
