/** What `score` and `explain` have in common: a version, data of a year, a run. */
import type { Command } from 'commander'

import type {
  DataProblem,
  Methodology,
  Register,
  Run,
  RunRecord,
  ScoreResult,
  Sight,
} from '../../engine/index.js'
import { openCatalogue } from '../catalogue/catalogue.js'
import { getVersion } from '../catalogue/find-version.js'
import { findRulesFolder } from '../catalogue/rules-folder.js'
import { readData } from '../data/read-data.js'
import type { Io } from '../io.js'
import { dataProblemLine } from '../output/problem-line.js'
import { startProgress, type Progress } from '../output/progress.js'
import { Refusal } from '../refusal.js'
import { getRegister } from '../registers/get-register.js'
import { readSurroundings } from './read-surroundings.js'
import { scoreRead } from './score-read.js'
import { yearOption } from './year-option.js'

export interface ScoreRequest {
  readonly year: number
  readonly data: string
  /** Data of the year before, of two years before, and so on. */
  readonly previous?: readonly string[]
  /** Results of earlier years. */
  readonly history?: readonly string[]
  /** Results of other methodologies. */
  readonly from?: readonly string[]
  readonly decimalComma?: boolean
  readonly leaveOutBroken?: boolean
  /** The file of the register; default the one of the rules folder. */
  readonly register?: string
  /** Only what everybody may see is written. */
  readonly public?: boolean
  /** What `--rules` said. */
  readonly rules?: string
}

export interface ScoredRequest {
  readonly methodology: Methodology
  readonly result: ScoreResult
  readonly run: Run
  /** The results that the run looked at. */
  readonly records: readonly RunRecord[]
  /** What people should know of data that were scored: warnings, and errors of bodies left out. */
  readonly remarks: readonly DataProblem[]
}

/** Adds the argument and the options that a `ScoreRequest` is made of. */
export function withScoreOptions(command: Command): Command {
  return withDataOptions(
    command
      .argument(
        '<methodology>',
        'hdi (its version in force for the year), hdi@2014, or a path to a file',
      )
      .addOption(yearOption('the reporting year').makeOptionMandatory())
      .requiredOption(
        '--data <path>',
        'a JSON file, a CSV file with a row for each body, or a folder of CSV files',
      )
      .option(
        '--public',
        'write what everybody may see: without restricted values and what depends on them',
      ),
  )
}

/** Adds the options of what stands beside the data of the year. */
export function withDataOptions(command: Command): Command {
  return command
    .option(
      '--previous <path...>',
      'data of the year before, of two years before, ..., for previous(x)',
    )
    .option(
      '--history <run...>',
      'results (score --json) of earlier years, for outputs in previous(x)',
    )
    .option(
      '--from <run...>',
      'results of other methodologies for the year, for inputs that are their outputs',
    )
    .option(
      '--register <file>',
      'the CSV file of the register of bodies; default rules/registers/ID.csv',
    )
    .option('--decimal-comma', 'numbers in CSV files are written 3,14')
    .option(
      '--leave-out-broken',
      'score without the bodies whose data have errors, and list them',
    )
}

/** Who reads what is written. */
export function sightOf({
  public: isPublic,
}: Pick<ScoreRequest, 'public'>): Sight {
  return isPublic ? 'public' : 'everything'
}

/** @throws Refusal with every error of the files and the data */
export async function scoreRequest(
  argument: string,
  request: ScoreRequest,
  io: Io,
): Promise<ScoredRequest> {
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
    const register = await getRegister(methodology, folder, request.register)
    const scored = await score(methodology, register, request, progress)
    return { methodology, ...scored }
  } finally {
    await progress.end()
  }
}

async function score(
  methodology: Methodology,
  register: Register | null,
  request: ScoreRequest,
  progress: Progress,
): Promise<Omit<ScoredRequest, 'methodology'>> {
  const { year, leaveOutBroken = false, decimalComma = false } = request
  const options = { year, leaveOutBroken }
  const known = await readSurroundings(methodology, register, request)
  await progress.say(`reading ${request.data}`)
  const read = await readData(request.data, { year, decimalComma })
  const scored = await scoreRead(methodology, read, known, options, (bodies) =>
    progress.say(`scoring ${bodies} bodies`),
  )
  if (scored.kind === 'refused') refuseData(scored.problems)
  const { result, run, remarks } = scored
  return { result, run, records: known.records, remarks }
}

/** @throws Refusal always */
export function refuseData(problems: readonly DataProblem[]): never {
  throw new Refusal(problems.map(dataProblemLine))
}
