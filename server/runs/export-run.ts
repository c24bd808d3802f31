/** A stored run as one document, with which another installation can replay it. */
import type { Database } from '../database/tables.js'
import { getDataSet } from '../repository/data-sets.js'
import { getRun, getRunResult } from '../repository/runs.js'
import { getText } from '../repository/texts.js'
import { hashesOfRun } from './hashes-of-run.js'
import { EXPORT_FORMAT, type RunExport } from './run-export.js'
import { getRunRecord } from './run-surroundings.js'

/** @throws ServiceRefusal `RUN_UNKNOWN`, `TEXT_UNKNOWN`, `TEXT_DAMAGED` */
export async function exportRun(
  database: Database,
  id: string,
): Promise<RunExport> {
  const run = await getRun(database, id)
  const record = await getRunRecord(database, id)
  const dataSet = await getDataSet(database, run.dataSet)
  const hashes = hashesOfRun(record).map(({ sha256 }) => sha256)
  const texts = []
  for (const hash of new Set([...hashes, dataSet.id])) {
    texts.push(await getText(database, hash))
  }
  const { name, methodology, year, source, bodies } = dataSet
  return {
    olshemRun: EXPORT_FORMAT,
    id,
    edition: run.edition,
    basedOn: run.basedOn,
    dataSet: { id: dataSet.id, name, methodology, year, source, bodies },
    result: await getRunResult(database, id),
    texts,
  }
}
