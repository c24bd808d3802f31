/** `POST /v1/score` with a body on each line: scored as they come, on all threads, and never all held. */
import { PassThrough, type Readable } from 'node:stream'

import type { FastifyRequest } from 'fastify'
import type { Static } from 'typebox'

import {
  checkDataset,
  looksAcrossBodies,
  NO_SURROUNDINGS,
  resultHead,
  type Methodology,
  type Sight,
} from '../../../engine/index.js'
import { InterruptedError } from '../../interrupted.js'
import { Refusal } from '../../refusal.js'
import type { OutputStream } from '../../output/output-stream.js'
import { withoutMark } from '../../streams/bytes.js'
import { lineBlocks } from '../../streams/line-blocks.js'
import { StreamWarnings } from '../../streams/stream-warnings.js'
import { StreamWriter } from '../../streams/write-stream.js'
import { runJobs } from '../../workers/run-jobs.js'
import { sightOf } from '../asker.js'
import { dataError, errorAt, HttpProblem } from '../problems/http-problem.js'
import type { StreamQuery } from '../schemas/score-request.js'
import type { HttpSetting } from '../setting.js'
import type { AnsweredVersion } from './answer-score.js'
import { REQUEST } from './read-request-json.js'

export interface StreamAnswer {
  readonly lines: Readable
  readonly version: AnsweredVersion
}

/** @throws HttpProblem before anything is answered */
export async function answerStream(
  bodies: Readable,
  asked: Static<typeof StreamQuery>,
  request: FastifyRequest,
  setting: HttpSetting,
): Promise<StreamAnswer> {
  const year = Number(asked.year)
  const rules = await setting.rules.current(asked.methodology)
  const chosen = await rules.choose({ ...asked, year }, 'scoring')
  const { methodology, sha256 } = chosen
  refuseLooksAcross(methodology)
  await refuseLacking(methodology, year)
  const bytes = await begun(withoutMark(bodies, REQUEST))
  const lines = new PassThrough()
  const controller = new AbortController()
  const sight = sightOf(request.asker)
  const stream = { bytes, lines, year, methodology, sha256, sight }
  lines.once('close', () => controller.abort(new InterruptedError()))
  void scoreLines(stream, controller.signal, setting).catch(
    (error: unknown) => {
      const isGone = error instanceof InterruptedError || bodies.errored
      if (!isGone) request.log.error({ err: error }, 'stream not finished')
      // Without its last line; the connection is cut, so that nobody takes it for whole.
      lines.destroy(error instanceof Error ? error : new Error(String(error)))
      bodies.destroy()
    },
  )
  const { id, version } = methodology
  return { lines, version: { id, version, sha256 } }
}

interface Stream {
  readonly bytes: AsyncIterable<Uint8Array>
  readonly lines: PassThrough
  readonly year: number
  readonly methodology: Methodology
  readonly sha256: string
  readonly sight: Sight
}

async function scoreLines(
  { bytes, lines, year, methodology, sha256, sight }: Stream,
  signal: AbortSignal,
  { threads }: HttpSetting,
): Promise<void> {
  const warnings = new StreamWarnings()
  const writer = new StreamWriter(
    methodology,
    REQUEST,
    outputTo(lines, signal),
    sight,
  )
  await writer.head(await resultHead(methodology, year, NO_SURROUNDINGS))
  const blocks = lineBlocks(bytes, { delimiter: null })
  const { text } = methodology.source
  const rules = { year, text, sha256, sight }
  const options = { ahead: 2 * threads.size, signal }
  const scored = runJobs(
    blocks,
    (block) => threads.score(block, rules),
    options,
  )
  for await (const block of scored) {
    await writer.block(block)
    if (block.bodies.length > 0) warnings.add(block.warnings)
  }
  await writer.places(signal)
  warnings.finish()
  await writer.end({ warnings: warnings.summary() })
  lines.end()
}

/** Waits for the first bytes. @throws HttpProblem where they are not UTF-8 */
async function begun(
  stream: AsyncGenerator<Uint8Array, void, undefined>,
): Promise<AsyncIterable<Uint8Array>> {
  const first = await stream.next().catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    throw new HttpProblem('BODY_NOT_UTF_8', error.message)
  })
  return whole()

  async function* whole(): AsyncGenerator<Uint8Array, void, undefined> {
    if (first.done) return
    yield first.value
    yield* stream
  }
}

/** Waits where whoever asked does not read as fast as bodies are scored. */
function outputTo(lines: PassThrough, signal: AbortSignal): OutputStream {
  const nothing = () => Promise.resolve()
  return {
    isClosed: () => lines.destroyed,
    finish: nothing,
    discard: nothing,
    write: (part) =>
      new Promise((resolve, reject) => {
        if (signal.aborted || lines.write(part)) {
          resolve()
          return
        }
        const stop = () => reject(new InterruptedError())
        signal.addEventListener('abort', stop, { once: true })
        lines.once('drain', () => {
          signal.removeEventListener('abort', stop)
          resolve()
        })
      }),
  }
}

const MOST_NAMED = 20

function refuseLooksAcross(methodology: Methodology): void {
  const { id, version, register } = methodology
  if (register) {
    throw new HttpProblem(
      'LOOKS_ACROSS_BODIES',
      `${id}@${version} takes its bodies from the register "${register.id}": who is missing can only be told with all bodies at hand.`,
    )
  }
  const { figures } = looksAcrossBodies(methodology)
  if (figures.length === 0) return
  throw new HttpProblem(
    'LOOKS_ACROSS_BODIES',
    `Figures of ${id}@${version} depend on the other bodies: ${figures.length} of them.`,
    figures
      .slice(0, MOST_NAMED)
      .map(({ name, at, line }) =>
        errorAt('LOOKS_ACROSS_BODIES', `${name}, at ${at}`, { line }),
      ),
  )
}

/** What is wrong whatever the bodies are, such as an output of another methodology that is not given. */
async function refuseLacking(
  methodology: Methodology,
  year: number,
): Promise<void> {
  const nobody = { dataset: { year: null, bodies: [] }, problems: [] }
  const options = { year, leaveOutBroken: true }
  const { problems } = await checkDataset(nobody, methodology, options)
  const [first] = problems
  if (!first) return
  throw new HttpProblem('DATA_REFUSED', first.message, problems.map(dataError))
}
