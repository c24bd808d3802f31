/**
 * Data become a data set: checked against the inputs of a methodology, and kept
 * unchangeable under the hash of their canonical form.
 */
import {
  canonicalData,
  checkDataset,
  surroundingsOf,
  type DataProblem,
  type Methodology,
  type ReadDataset,
  type Sight,
} from '../../engine/index.js'
import { lockChain } from '../audit/append-entry.js'
import { inTransaction } from '../database/in-transaction.js'
import type { Database, DatabaseTransaction } from '../database/tables.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import {
  getScoringVersion,
  type VersionRequest,
} from '../methodology-store/scoring-version.js'
import { logAction, type Acting } from '../repository/acting.js'
import {
  getDataSet,
  insertDataSet,
  type DataSet,
} from '../repository/data-sets.js'
import { getText, putText } from '../repository/texts.js'
import { ServiceRefusal } from '../service-refusal.js'
import {
  dataDifferences,
  imputedName,
  type CellDifference,
} from './data-differences.js'
import { getShownDataSet, restrictedColumns } from './data-set-sight.js'
import { dataRefused } from './stored-data.js'
import { getStoredRegister } from './stored-register.js'

/** The methodology says which columns are inputs, and what they may hold. */
export interface DataSetRequest extends VersionRequest {
  readonly data: ReadDataset
  readonly name: string
  /** Where the data come from. */
  readonly source: string
  /** The state of the register; default the one loaded last. */
  readonly register?: string
  /** The id of the data set that this one corrects. */
  readonly replaces?: string
}

export interface LoadedDataSet {
  readonly dataSet: DataSet
  /** False where the same data were there already; they keep their name and source. */
  readonly isNew: boolean
  readonly warnings: readonly DataProblem[]
  /** From the data set that is replaced; null without one. */
  readonly differences: readonly CellDifference[] | null
  /** Columns whose differences are withheld; only where there are any. */
  readonly restricted?: readonly string[]
}

/**
 * @param sight - of whoever is told what differs: errors are of data that they sent
 * @throws ServiceRefusal `DATA_REFUSED` with every bad cell, `DATA_SET_SAME`,
 *   `DATA_SET_UNKNOWN`, and what stands in the way of the methodology
 */
export async function loadDataSet(
  store: MethodologyStore,
  request: DataSetRequest,
  acting: Acting,
  sight: Sight = 'everything',
): Promise<LoadedDataSet> {
  const { database } = store
  const { year, replaces = null } = request
  const { methodology } = await getScoringVersion(store, request)
  const register = await getStoredRegister(
    database,
    methodology,
    request.register,
  )
  const { dataset, problems, warnings } = await checkDataset(
    request.data,
    methodology,
    { year, leaveOutBroken: false, surroundings: surroundingsOf({ register }) },
  )
  if (!dataset) throw dataRefused(problems)
  const text = canonicalData(dataset.year, dataset.bodies)
  const before =
    replaces === null
      ? null
      : await getReplaced(database, replaces, methodology, sight)
  if (before !== null && before.id === dataset.sha256) {
    throw sameData(before.name)
  }
  const dataSet: DataSet = {
    id: dataset.sha256,
    name: request.name,
    methodology: methodology.id,
    year,
    source: request.source,
    loadedAt: acting.at,
    loadedBy: acting.actor,
    replaces,
    bodies: dataset.bodies.length,
  }
  const kept = await inTransaction(database, (transaction) =>
    keepDataSet(transaction, dataSet, text, acting),
  )
  const differences =
    before === null
      ? null
      : dataDifferences((await getText(database, before.id)).text, text)
  const hidden = await hiddenColumns(database, methodology, sight)
  if (hidden.length === 0) return { ...kept, warnings, differences }
  const shown = differences?.filter(
    ({ column }) => column === null || !hidden.includes(column),
  )
  return {
    ...{ ...kept, warnings, differences: shown ?? null },
    restricted: hidden,
  }
}

/** @param text - canonical data, whose hash is the id */
export async function keepDataSet(
  transaction: DatabaseTransaction,
  dataSet: DataSet,
  text: string,
  acting: Acting,
): Promise<Pick<LoadedDataSet, 'dataSet' | 'isNew'>> {
  const { id, name, year, replaces } = dataSet
  await lockChain(transaction)
  await putText(transaction, 'data', text, acting.at)
  const isNew = await insertDataSet(transaction, dataSet)
  if (!isNew) return { dataSet: await getDataSet(transaction, id), isNew }
  const entry = {
    action: 'data-set.loaded',
    subject: `data-set:${id}`,
    details: { name, year, replaces },
  }
  await logAction(acting, entry, transaction)
  return { dataSet, isNew }
}

/** @throws ServiceRefusal `DATA_SET_UNKNOWN`, also for data of other rules that are withheld */
async function getReplaced(
  database: Database,
  id: string,
  methodology: Methodology,
  sight: Sight,
): Promise<DataSet> {
  const dataSet = await getDataSet(database, id)
  return dataSet.methodology === methodology.id
    ? dataSet
    : getShownDataSet(database, id, sight)
}

function sameData(name: string): ServiceRefusal {
  return new ServiceRefusal('DATA_SET_SAME', [
    `These data are those of "${name}", which they should replace: no cell differs. Load the corrected data.`,
  ])
}

/** As differences name them. */
async function hiddenColumns(
  database: Database,
  { id }: Methodology,
  sight: Sight,
): Promise<readonly string[]> {
  if (sight === 'everything') return []
  const columns = await restrictedColumns(database, id)
  return [...columns].flatMap((column) => [column, imputedName(column)])
}
