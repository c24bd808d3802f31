/** The program of a thread of the server: answers large requests, and scores the blocks of streams. */
import { loadMethodology, NO_SURROUNDINGS } from '../../../engine/index.js'
import { LoadedTexts } from '../../catalogue/loaded-texts.js'
import { scoreBlock } from '../../streams/score-block.js'
import { serveJobs, type Done } from '../../workers/serve-jobs.js'
import { HttpProblem } from '../problems/http-problem.js'
import { checkText } from '../versions/check-text.js'
import { ServedRules } from '../versions/served-rules.js'
import { answerScore, readScoreRequest } from './answer-score.js'
import { REQUEST } from './read-request-json.js'
import type { ScoreDone, ScoreJob, ThreadSetup } from './score-jobs.js'

// The pool that begins this program is the one of `score-threads.ts`.
serveJobs<ScoreDone>((setup) => {
  const { rules } = setup as ThreadSetup
  const texts = new LoadedTexts()
  return Promise.resolve(async (job) => {
    try {
      return await work(job as ScoreJob, rules, texts)
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error
      const { code, detail, errors } = error
      return { result: { kind: 'problem', code, detail, errors } }
    }
  })
})

async function work(
  job: ScoreJob,
  rules: string,
  texts: LoadedTexts,
): Promise<Done<ScoreDone>> {
  if (job.kind === 'request') {
    const request = readScoreRequest(job.bytes)
    const served = await ServedRules.open(rules, texts, job.stored)
    const answer = await answerScore(request, served, job.sight)
    return { result: { kind: 'answer', answer } }
  }
  if (job.kind === 'check') {
    const served = await ServedRules.open(rules, texts, job.stored)
    const checked = await checkText(job.text, served)
    return { result: { kind: 'checked', checked } }
  }
  const { block, year, text, sha256, sight } = job
  const { methodology } = texts.load(
    { file: REQUEST, sha256, unread: null },
    () => loadMethodology(REQUEST, text),
  )
  if (!methodology) throw new Error('A stream was begun with a faulty text.')
  const scored = await scoreBlock(block, {
    methodology,
    surroundings: NO_SURROUNDINGS,
    sight,
    file: REQUEST,
    year,
    format: { kind: 'ndjson' },
  })
  return {
    result: { kind: 'block', block: scored },
    transfers: [scored.text.buffer as ArrayBuffer],
  }
}
