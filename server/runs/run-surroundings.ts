/** What a run looks at beside its data, each named by its id in the database. */
import {
  checkDataset,
  lookedBack,
  MOST_YEARS_BACK,
  readRun,
  runName,
  showProblems,
  surroundingsOf,
  type CheckedDataset,
  type DataProblem,
  type Dataset,
  type KnownRun,
  type Methodology,
  type Register,
  type RunRecord,
  type Sight,
  type Surroundings,
} from '../../engine/index.js'
import { fileProblem } from '../data/file-problem.js'
import type { Database } from '../database/tables.js'
import { getRunResult } from '../repository/runs.js'
import { ServiceRefusal } from '../service-refusal.js'
import { refuseOtherRules } from './data-set-sight.js'
import { refuseOpenedOutputs } from './opened-outputs.js'
import { dataRefused, getStoredData } from './stored-data.js'

export interface SurroundingsRequest {
  readonly year: number
  /** Data sets of earlier years. */
  readonly previous?: readonly string[]
  /** Runs of earlier years. */
  readonly history?: readonly string[]
  /** Runs of other methodologies for the year. */
  readonly from?: readonly string[]
  readonly leaveOutBroken?: boolean
}

export interface StoredSurroundings {
  readonly surroundings: Surroundings
  /** The results that the run looks at. */
  readonly records: readonly RunRecord[]
  readonly warnings: readonly DataProblem[]
  readonly leftOut: CheckedDataset['leftOut']
}

/** @throws ServiceRefusal `DATA_REFUSED`, `DATA_SET_UNKNOWN`, `RUN_UNKNOWN`, `RUN_NOT_USABLE` */
export async function getSurroundings(
  database: Database,
  methodology: Methodology,
  register: Register | null,
  request: SurroundingsRequest,
  sight: Sight = 'everything',
): Promise<StoredSurroundings> {
  const data = await getEarlier(database, methodology, register, request, sight)
  const runs = await getKnown(database, methodology, request)
  await refuseOpenedOutputs(database, methodology, request.from ?? [])
  const { earlier, leftOut } = data
  const { history, others, records } = runs
  return {
    surroundings: surroundingsOf({ earlier, history, others, register }),
    records,
    warnings: [...data.warnings, ...runs.warnings],
    leftOut,
  }
}

async function getEarlier(
  database: Database,
  methodology: Methodology,
  register: Register | null,
  { year, previous = [], leaveOutBroken = false }: SurroundingsRequest,
  sight: Sight,
) {
  const earlier = new Map<number, Dataset>()
  const problems: DataProblem[] = []
  const warnings: DataProblem[] = []
  const leftOut: CheckedDataset['leftOut'][number][] = []
  for (const id of previous) {
    const { dataSet, read } = await getStoredData(database, id)
    await refuseOtherRules(database, dataSet, methodology, sight)
    const { name, year: of } = dataSet
    if (earlier.has(of)) throw unusable(`Two data sets of ${of} are given.`)
    if (!isEarlier(of, year)) {
      throw unusable(`"${name}" is of ${of}, and ${beforeWords(year)}.`)
    }
    const checked = await checkDataset(read, methodology, {
      ...{ year: of, role: 'previous', leaveOutBroken },
      surroundings: surroundingsOf({ register }),
    })
    problems.push(...checked.problems)
    warnings.push(...checked.warnings)
    leftOut.push(...checked.leftOut)
    if (!checked.dataset) {
      throw dataRefused(showProblems(problems, methodology, sight))
    }
    earlier.set(of, checked.dataset)
    if (!lookedBack(methodology).data.has(year - of)) {
      warnings.push(unused(name, `no formula looks at inputs of ${of}`))
    }
  }
  return { earlier, warnings, leftOut }
}

async function getKnown(
  database: Database,
  methodology: Methodology,
  { year, history = [], from = [] }: SurroundingsRequest,
) {
  const ofYears = new Map<number, KnownRun>()
  const ofOthers = new Map<string, KnownRun>()
  const warnings: DataProblem[] = []
  const { id } = methodology
  const looked = lookedBack(methodology)
  const earlier = await getWholeRecords(database, history)
  for (const { known: run } of earlier) {
    const name = runName(run)
    if (run.methodology !== id) {
      throw unusable(`${name} is a run of another methodology than ${id}.`)
    }
    if (!isEarlier(run.year, year)) {
      throw unusable(`${name} is of ${run.year}, and ${beforeWords(year)}.`)
    }
    if (ofYears.has(run.year)) {
      throw unusable(`Two runs of ${run.year} are given.`)
    }
    ofYears.set(run.year, run)
    if (!looked.results.has(year - run.year)) {
      warnings.push(unused(name, `no formula looks at outputs of ${run.year}`))
    }
  }
  const others = await getWholeRecords(database, from)
  for (const { known: run } of others) {
    const name = runName(run)
    if (run.methodology === id) {
      throw unusable(`${name} is a run of ${id} itself.`)
    }
    if (run.year !== year) {
      throw unusable(`${name} is of ${run.year}, and ${year} is scored.`)
    }
    if (ofOthers.has(run.methodology)) {
      throw unusable(`Two runs of ${run.methodology} are given.`)
    }
    ofOthers.set(run.methodology, run)
    if (!looked.others.has(run.methodology)) {
      const words = `no input is an output of ${run.methodology}`
      warnings.push(unused(name, words))
    }
  }
  const records = [...earlier, ...others]
  return { history: ofYears, others: ofOthers, records, warnings }
}

async function getWholeRecords(
  database: Database,
  ids: readonly string[],
): Promise<readonly RunRecord[]> {
  const records: RunRecord[] = []
  for (const id of ids) {
    const record = await getRunRecord(database, id)
    if (!record.isWhole) {
      throw unusable(
        `The results of the run ${id} do not fit their hash: they were changed after they were stored.`,
      )
    }
    records.push(record)
  }
  return records
}

/**
 * A stored run; `isWhole` says whether its results fit their hash.
 *
 * @throws ServiceRefusal `RUN_UNKNOWN`
 */
export async function getRunRecord(
  database: Database,
  id: string,
): Promise<RunRecord> {
  const result = await getRunResult(database, id)
  const { record, faults } = await readRun(JSON.parse(result))
  if (!record) {
    throw new Error(`The run ${id} cannot be read: ${faults.join(' ')}`)
  }
  return record
}

function isEarlier(of: number, year: number): boolean {
  return of < year && of >= year - MOST_YEARS_BACK
}

function beforeWords(year: number): string {
  return `one of the ${MOST_YEARS_BACK} years before ${year} is asked for`
}

function unused(name: string, why: string): DataProblem {
  return fileProblem('RUN_NOT_USED', name, `"${name}" is not used: ${why}.`)
}

function unusable(words: string): ServiceRefusal {
  return new ServiceRefusal('RUN_NOT_USABLE', [words])
}
