/** What a run looks at beside its data: earlier years, results of other runs, a register. */
import {
  surroundingsOf,
  type CheckedDataset,
  type DataProblem,
  type Methodology,
  type Register,
  type RunRecord,
  type Surroundings,
} from '../../engine/index.js'
import { readEarlierData, type EarlierData } from '../history/earlier-data.js'
import { readKnownRuns, type KnownRuns } from '../history/known-runs.js'
import type { ScoreRequest } from './score-request.js'

export interface ReadSurroundings {
  readonly surroundings: Surroundings
  /** The results that the run looks at. */
  readonly records: readonly RunRecord[]
  readonly problems: readonly DataProblem[]
  readonly warnings: readonly DataProblem[]
  /** Bodies of earlier years with broken data, left out on request. */
  readonly leftOut: CheckedDataset['leftOut']
  /** False where nothing is to be scored, because a file cannot be used. */
  readonly isWhole: boolean
}

export async function readSurroundings(
  methodology: Methodology,
  register: Register | null,
  request: Omit<ScoreRequest, 'data'>,
): Promise<ReadSurroundings> {
  const { year, leaveOutBroken = false, decimalComma = false } = request
  const before = await readEarlierData(methodology, request.previous ?? [], {
    year,
    leaveOutBroken,
    decimalComma,
    register,
  })
  const runs = await readKnownRuns(methodology, year, request)
  return surroundingsFrom(before, runs, register)
}

export function surroundingsFrom(
  before: EarlierData,
  runs: KnownRuns,
  register: Register | null,
): ReadSurroundings {
  const { history, others } = runs
  const { earlier } = before
  return {
    surroundings: surroundingsOf({ earlier, history, others, register }),
    records: runs.records,
    problems: [...before.problems, ...runs.problems],
    warnings: [...before.warnings, ...runs.warnings],
    leftOut: before.leftOut,
    isWhole: before.isWhole && runs.problems.length === 0,
  }
}
