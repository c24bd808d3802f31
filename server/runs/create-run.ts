/**
 * A run: a methodology and a data set, scored as the command line scores them,
 * and stored with every text that it was computed from.
 */
import { randomUUID } from 'node:crypto'

import {
  checkDataset,
  runText,
  scoreDataset,
  showProblems,
  textsOfRun,
  type DataProblem,
  type Run,
  type RunRecord,
  type ScoreResult,
  type Sight,
} from '../../engine/index.js'
import { fileProblem } from '../data/file-problem.js'
import { inTransaction } from '../database/in-transaction.js'
import type { DatabaseTransaction, TextKind } from '../database/tables.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import {
  getScoringVersion,
  type VersionRequest,
} from '../methodology-store/scoring-version.js'
import { logAction, type Acting } from '../repository/acting.js'
import { insertRun, type StoredRun } from '../repository/runs.js'
import { putText } from '../repository/texts.js'
import {
  getSurroundings,
  type SurroundingsRequest,
} from './run-surroundings.js'
import { refuseOtherRules } from './data-set-sight.js'
import { dataRefused, getStoredData } from './stored-data.js'
import { getStoredRegister } from './stored-register.js'

export interface RunRequest extends VersionRequest, SurroundingsRequest {
  /** The id of a data set. */
  readonly dataSet: string
  /** The state of the register; default the one loaded last. */
  readonly register?: string
}

export interface CreatedRun {
  readonly stored: StoredRun
  readonly result: ScoreResult
  /** What people should know of data that were scored. */
  readonly remarks: readonly DataProblem[]
}

/** What is kept with a run, in its transaction and after its entry of the log. */
export type KeepWithRun = (
  transaction: DatabaseTransaction,
  run: StoredRun,
  result: ScoreResult,
) => Promise<unknown>

export interface RunCreation {
  readonly keepMore?: KeepWithRun | undefined
  /** Of whoever is told of errors and remarks; default everything. */
  readonly sight?: Sight
}

/** @throws ServiceRefusal `DATA_REFUSED`, and what stands in the way of each part */
export async function createRun(
  store: MethodologyStore,
  request: RunRequest,
  acting: Acting,
  { keepMore, sight = 'everything' }: RunCreation = {},
): Promise<CreatedRun> {
  const { database } = store
  const { year, leaveOutBroken = false } = request
  const { version, methodology } = await getScoringVersion(store, request)
  const register = await getStoredRegister(
    database,
    methodology,
    request.register,
  )
  const known = await getSurroundings(
    database,
    methodology,
    register,
    request,
    sight,
  )
  const { surroundings } = known
  const { dataSet, read } = await getStoredData(database, request.dataSet)
  await refuseOtherRules(database, dataSet, methodology, sight)
  if (dataSet.year !== year) throw otherYear(dataSet.name, dataSet.year, year)
  const options = { year, leaveOutBroken }
  const checked = await checkDataset(read, methodology, {
    ...options,
    surroundings,
  })
  const scored = await scoreDataset(methodology, checked, surroundings, options)
  const { result, run } = scored
  if (!result || !run) {
    throw dataRefused(showProblems(scored.problems, methodology, sight))
  }
  const stored: StoredRun = {
    id: randomUUID(),
    methodology: version.methodology,
    version: version.version,
    methodologySha256: result.methodology.sha256,
    engineVersion: result.engine.version,
    year,
    edition: version.edition,
    dataSet: dataSet.id,
    registerSha256: result.register?.sha256 ?? null,
    resultSha256: result.sha256,
    createdAt: acting.at,
    createdBy: acting.actor,
    basedOn: [...(request.history ?? []), ...(request.from ?? [])],
  }
  await inTransaction(database, async (transaction) => {
    await keepTexts(transaction, run, known.records, acting)
    await insertRun(transaction, stored, resultText(result))
    await logAction(acting, createdEntry(stored), transaction)
    await keepMore?.(transaction, stored, result)
  })
  const remarks = [
    ...result.warnings,
    ...known.warnings,
    ...[...result.leftOut, ...known.leftOut].flatMap(({ errors }) => errors),
  ]
  const told = showProblems(remarks, methodology, sight)
  return { stored, result, remarks: told }
}

/** As `score --json` writes it. */
function resultText(result: ScoreResult): string {
  return `${JSON.stringify(result, null, 2)}\n`
}

async function keepTexts(
  transaction: DatabaseTransaction,
  run: Run,
  records: readonly RunRecord[],
  { at }: Acting,
): Promise<void> {
  const { methodology, surroundings } = run
  const kindOf = (text: string): TextKind =>
    text === methodology.source.text
      ? 'methodology'
      : text === surroundings.register?.text
        ? 'register'
        : 'data'
  for (const { text } of await textsOfRun(run)) {
    await putText(transaction, kindOf(text), text, at)
  }
  for (const { json } of records) {
    await putText(transaction, 'run', runText(json), at)
  }
}

function createdEntry(run: StoredRun) {
  return {
    action: 'run.created',
    subject: `run:${run.id}`,
    details: {
      version: `${run.methodology}@${run.version}`,
      methodology: run.methodologySha256,
      year: run.year,
      data: run.dataSet,
      register: run.registerSha256,
      result: run.resultSha256,
    },
  }
}

function otherYear(name: string, of: number, year: number) {
  const message = `The data set "${name}" is of ${of}, and ${year} was asked for. Name ${of}, or a data set of ${year}.`
  const place = { column: 'year' }
  return dataRefused([fileProblem('DATA_YEAR_MISMATCH', name, message, place)])
}
