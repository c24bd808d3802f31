/** The program of a worker thread: scores the blocks of a stream that it is given. */
import { beginScoring, type ScoringSetup } from './scoring-setup.js'
import { serveJobs } from '../workers/serve-jobs.js'
import type { Block } from './line-blocks.js'
import { scoreBlock } from './score-block.js'

serveJobs(async (setup: ScoringSetup) => {
  const scoring = await beginScoring(setup)
  return async (block: Block) => {
    const result = await scoreBlock(block, scoring)
    return { result, transfers: [result.text.buffer as ArrayBuffer] }
  }
})
