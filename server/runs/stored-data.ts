/** A stored data set as rows that can be checked and scored. */
import { datasetOfText, type ReadDataset } from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { parseRunJson } from '../history/read-run-file.js'
import { dataProblemLine } from '../output/problem-line.js'
import { getDataSet, type DataSet } from '../repository/data-sets.js'
import { getText } from '../repository/texts.js'
import { ServiceRefusal } from '../service-refusal.js'
import type { DataProblem } from '../../engine/index.js'

export interface StoredData {
  readonly dataSet: DataSet
  readonly read: ReadDataset
}

/** @throws ServiceRefusal `DATA_SET_UNKNOWN`, `TEXT_DAMAGED` */
export async function getStoredData(
  database: Database,
  id: string,
): Promise<StoredData> {
  const dataSet = await getDataSet(database, id)
  const { text } = await getText(database, id)
  const read =
    'fault' in parseRunJson(text) ? null : datasetOfText(text, dataSet.name)
  if (read) return { dataSet, read }
  throw new Error(`The data set ${id} is not in canonical form`)
}

/** Every problem at once, each with its place. */
export function dataRefused(problems: readonly DataProblem[]): ServiceRefusal {
  const lines = problems.map(dataProblemLine)
  return new ServiceRefusal('DATA_REFUSED', lines, problems)
}
