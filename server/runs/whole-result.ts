/** The result of a stored run, which is what its hash says. */
import type { ScoreResult } from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { getRun, getRunResult, type StoredRun } from '../repository/runs.js'
import { ServiceRefusal } from '../service-refusal.js'
import { getRunRecord } from './run-surroundings.js'

export interface WholeRun {
  readonly stored: StoredRun
  readonly result: ScoreResult
}

/** @throws ServiceRefusal `RUN_UNKNOWN`, `RUN_DAMAGED` */
export async function getWholeRun(
  database: Database,
  id: string,
): Promise<WholeRun> {
  const stored = await getRun(database, id)
  const { isWhole, known } = await getRunRecord(database, id)
  if (isWhole && known.sha256 === stored.resultSha256) {
    const text = await getRunResult(database, id)
    return { stored, result: JSON.parse(text) as ScoreResult }
  }
  throw new ServiceRefusal('RUN_DAMAGED', [
    `The results of the run ${id} do not fit their hash: they were changed after they were stored.`,
  ])
}
