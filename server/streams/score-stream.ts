/** `olshem score --ndjson`: scores bodies one by one, however many there are, on all cores. */
import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Transferable } from 'node:worker_threads'

import {
  checkDataset,
  isRestricted,
  resultHead,
  showProblems,
  type Methodology,
} from '../../engine/index.js'
import { openCatalogue } from '../catalogue/catalogue.js'
import { getVersion } from '../catalogue/find-version.js'
import { findRulesFolder } from '../catalogue/rules-folder.js'
import type { Io } from '../io.js'
import { openOutput, type OutputStream } from '../output/output-stream.js'
import { printable } from '../output/printable.js'
import { dataProblemLine } from '../output/problem-line.js'
import { startProgress, type Progress } from '../output/progress.js'
import { Refusal } from '../refusal.js'
import { getRegister } from '../registers/get-register.js'
import {
  readSurroundings,
  type ReadSurroundings,
} from '../scoring/read-surroundings.js'
import {
  refuseData,
  sightOf,
  type ScoreRequest,
} from '../scoring/score-request.js'
import { runJobs } from '../workers/run-jobs.js'
import { WorkerDiedError, WorkerPool } from '../workers/worker-pool.js'
import type { Block } from './line-blocks.js'
import { openInput, type OpenedInput } from './open-input.js'
import { refuseMethodology } from './refuse-methodology.js'
import type { ScoredBlock } from './score-block.js'
import type { ScoringSetup } from './scoring-setup.js'
import { streamProgress } from './stream-progress.js'
import { StreamWarnings } from './stream-warnings.js'
import { StreamWriter } from './write-stream.js'

export interface StreamRequest extends ScoreRequest {
  readonly format?: 'ndjson' | 'csv'
  /** Threads; default one for each core. */
  readonly workers?: number
  readonly output?: string
}

/**
 * Of one thread. With these limits V8 throws away what is no longer needed
 * early, instead of letting its heap grow while memory is free; what one body
 * may need is far below.
 */
const THREAD_LIMITS = {
  maxYoungGenerationSizeMb: 16,
  maxOldGenerationSizeMb: 1024,
}

/** The program of the threads, among those of the command. */
const PROGRAM = 'score-worker.js'

/**
 * @returns how many bodies have errors, and rows that were expected and are not there
 * @throws Refusal where nothing can be scored; InterruptedError
 */
export async function scoreStream(
  argument: string,
  request: StreamRequest,
  io: Io,
): Promise<{ readonly errors: number }> {
  const progress = startProgress(io)
  try {
    const folder = findRulesFolder(request.rules, io)
    const catalogue = await openCatalogue(folder)
    const { methodology } = await getVersion(
      catalogue,
      argument,
      request.year,
      'scoring',
    )
    refuseMethodology(methodology)
    // Refuses a register that is given and that the methodology does not name.
    await getRegister(methodology, folder, request.register)
    const known = await usableSurroundings(methodology, request)
    const input = await openHashedInput(request, io)
    try {
      const signal = io.interruption()
      const output = await openOutput(request.output, io)
      const stream = { methodology, known, input, output, progress, signal }
      return await run(stream, request, io).finally(() => output.discard())
    } finally {
      input.opened.close()
    }
  } finally {
    await progress.end()
  }
}

interface Stream {
  readonly methodology: Methodology
  readonly known: ReadSurroundings
  readonly input: HashedInput
  readonly output: OutputStream
  readonly progress: Progress
  readonly signal: AbortSignal
}

async function run(
  stream: Stream,
  request: StreamRequest,
  io: Io,
): Promise<{ readonly errors: number }> {
  const { methodology, known, input, output, progress, signal } = stream
  const say = async (lines: readonly string[]) => {
    if (lines.length > 0) await progress.end()
    for (const line of lines) await io.err.write(`${printable(line)}\n`)
  }
  const sight = sightOf(request)
  const remarks = [
    ...known.warnings,
    ...known.leftOut.flatMap(({ errors }) => errors),
  ]
  await say(showProblems(remarks, methodology, sight).map(dataProblemLine))
  const head = await resultHead(methodology, request.year, known.surroundings)
  const warnings = new StreamWarnings()
  const writer = new StreamWriter(methodology, input.opened.file, output, sight)
  const shown = streamProgress(progress)
  await writer.head(head)
  for await (const block of scoredBlocks(stream, head, request, io)) {
    if (output.isClosed()) return { errors: 0 }
    await writer.block(block)
    if (block.bodies.length > 0) await say(warnings.add(block.warnings))
    await shown.say(writer.tally.bodies)
  }
  await writer.places(signal)
  await say(warnings.finish())
  const { tally } = writer
  const isWithheld = request.public && isRestricted(methodology)
  await writer.end({
    warnings: warnings.summary(),
    // Of an input that holds restricted values the hash is withheld with them.
    ...(isWithheld
      ? { restricted: { hashes: ['input'] } }
      : { input: input.summary() }),
  })
  await output.finish()
  const { errors, bodies, otherYears } = tally
  if (errors > 0) {
    await say([
      `${errors} of ${bodies} bodies have errors; their lines ("errors") say which.`,
    ])
  }
  if (bodies > 0) return { errors }
  const rows = otherYears > 0 ? ` of ${request.year}, only of other years` : ''
  await say([`${input.opened.file} has no bodies${rows}.`])
  return { errors: 1 }
}

async function* scoredBlocks(
  { methodology, input, signal }: Stream,
  head: ScoringSetup['head'],
  request: StreamRequest,
  { programs }: Io,
): AsyncGenerator<ScoredBlock, void, undefined> {
  const { year, previous, history, from, decimalComma } = request
  const { file, format, blocks } = input.opened
  const { source } = methodology
  const setup: ScoringSetup = {
    rules: { file: source.file, text: source.text },
    request: {
      year,
      ...(previous ? { previous } : {}),
      ...(history ? { history } : {}),
      ...(from ? { from } : {}),
      ...(decimalComma ? { decimalComma } : {}),
      ...(request.public ? { public: true } : {}),
    },
    reading: { file, year, format },
    head,
  }
  const size = request.workers ?? availableParallelism()
  const pool = new WorkerPool<Block, ScoredBlock>({
    program: new URL(PROGRAM, programs),
    size,
    setup,
    resourceLimits: THREAD_LIMITS,
    nameOf: ({ line, breaks }) =>
      `lines ${line} to ${line + Math.max(1, breaks) - 1} of ${file}`,
    transfersOf: ({ bytes }) => [bytes.buffer as Transferable],
  })
  try {
    const ahead = 2 * size
    yield* runJobs(blocks, (block) => pool.run(block), { ahead, signal })
  } catch (error) {
    if (error instanceof WorkerDiedError) throw new Refusal([error.message])
    throw error
  } finally {
    await pool.close()
  }
}

async function usableSurroundings(
  methodology: Methodology,
  request: StreamRequest,
): Promise<ReadSurroundings> {
  const known = await readSurroundings(methodology, null, {
    ...request,
    leaveOutBroken: true,
  })
  const { surroundings } = known
  // What is wrong whatever the bodies are, such as an output that a result lacks.
  const nobody = { dataset: { year: null, bodies: [] }, problems: [] }
  const { year } = request
  const checked = await checkDataset(nobody, methodology, {
    year,
    leaveOutBroken: true,
    surroundings,
  })
  const problems = [...known.problems, ...checked.problems]
  if (!known.isWhole || checked.problems.length > 0) refuseData(problems)
  return known
}

interface HashedInput {
  readonly opened: OpenedInput
  /** Of all bytes, when all have been read. */
  readonly summary: () => { readonly bytes: number; readonly sha256: string }
}

async function openHashedInput(
  request: StreamRequest,
  io: Io,
): Promise<HashedInput> {
  const hash = createHash('sha256')
  let bytes = 0
  const opened = await openInput(request, io, (part) => {
    hash.update(part)
    bytes += part.length
  })
  return { opened, summary: () => ({ bytes, sha256: hash.digest('hex') }) }
}
