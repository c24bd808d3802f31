/** What `score` and `explain` have in common: a version, data of a year, a run. */
import type { Command } from 'commander'

import {
  checkDataset,
  scoreDataset,
  surroundingsOf,
  type CheckedDataset,
  type CheckOptions,
  type DataProblem,
  type Methodology,
  type Run,
  type ScoreResult,
} from '../../engine/index.js'
import { openCatalogue } from '../catalogue/catalogue.js'
import { getVersion } from '../catalogue/find-version.js'
import { findRulesFolder } from '../catalogue/rules-folder.js'
import { readData } from '../data/read-data.js'
import type { Io } from '../io.js'
import { dataProblemLine } from '../output/problem-line.js'
import { startProgress, type Progress } from '../output/progress.js'
import { Refusal } from '../refusal.js'
import { yearOption } from './year-option.js'

export interface ScoreRequest {
  readonly year: number
  readonly data: string
  readonly previous?: string
  readonly decimalComma?: boolean
  readonly leaveOutBroken?: boolean
  /** What `--rules` said. */
  readonly rules?: string
}

export interface ScoredRequest {
  readonly methodology: Methodology
  readonly result: ScoreResult
  readonly run: Run
  /** What people should know of data that were scored: warnings, and errors of bodies left out. */
  readonly remarks: readonly DataProblem[]
}

/** Adds the argument and the options that a `ScoreRequest` is made of. */
export function withScoreOptions(command: Command): Command {
  return command
    .argument(
      '<methodology>',
      'hdi (its version in force for the year), hdi@2014, or a path to a file',
    )
    .addOption(yearOption('the reporting year').makeOptionMandatory())
    .requiredOption(
      '--data <path>',
      'a JSON file, a CSV file with a row for each body, or a folder of CSV files',
    )
    .option('--previous <path>', 'data of the year before, for previous(x)')
    .option('--decimal-comma', 'numbers in CSV files are written 3,14')
    .option(
      '--leave-out-broken',
      'score without the bodies whose data have errors, and list them',
    )
}

/** @throws Refusal with every error of the files and the data */
export async function scoreRequest(
  argument: string,
  request: ScoreRequest,
  io: Io,
): Promise<ScoredRequest> {
  const progress = startProgress(io)
  try {
    const catalogue = await openCatalogue(findRulesFolder(request.rules, io))
    const { methodology } = await getVersion(catalogue, argument, request.year)
    return { methodology, ...(await score(methodology, request, progress)) }
  } finally {
    await progress.end()
  }
}

async function score(
  methodology: Methodology,
  request: ScoreRequest,
  progress: Progress,
): Promise<Omit<ScoredRequest, 'methodology'>> {
  const { year, previous: previousPath, leaveOutBroken = false } = request
  const options = { year, leaveOutBroken }
  await progress.say(`reading ${request.data}`)
  const data = await readChecked(methodology, request.data, request, {
    year,
    role: 'current',
  })
  const previous =
    previousPath === undefined
      ? null
      : await readChecked(methodology, previousPath, request, {
          year: year - 1,
          role: 'previous',
        })
  if (!data.dataset || previous?.dataset === null) {
    refuse([
      ...data.problems,
      ...(previous?.problems ?? []),
      ...data.warnings,
      ...(previous?.warnings ?? []),
    ])
  }
  await progress.say(`scoring ${data.dataset.bodies.length} bodies`)
  const surroundings = surroundingsOf({
    earlier: previous?.dataset
      ? new Map([[previous.dataset.year, previous.dataset]])
      : new Map(),
  })
  const scored = await scoreDataset(methodology, data, surroundings, options)
  const { result, run } = scored
  if (!result || !run) refuse(scored.problems)
  const remarks = [
    ...result.warnings,
    ...(previous?.warnings ?? []),
    ...[...result.leftOut, ...(previous?.leftOut ?? [])].flatMap(
      ({ errors }) => errors,
    ),
  ]
  return { result, run, remarks }
}

async function readChecked(
  methodology: Methodology,
  path: string,
  { decimalComma = false, leaveOutBroken = false }: ScoreRequest,
  { year, role }: Pick<CheckOptions, 'year' | 'role'>,
): Promise<CheckedDataset> {
  const read = await readData(path, { year, decimalComma })
  const options = { year, leaveOutBroken, ...(role ? { role } : {}) }
  return checkDataset(read, methodology, options)
}

function refuse(problems: readonly DataProblem[]): never {
  throw new Refusal(problems.map(dataProblemLine))
}
