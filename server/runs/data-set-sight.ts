/**
 * Data sets of methodologies with restricted inputs are not there for those who may
 * not see restricted values: a data set is named by its hash, and whoever may ask for
 * it by a hash could try values until one is found.
 */
import {
  isRestricted,
  restrictionOf,
  type Methodology,
  type Sight,
} from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import {
  getDataSet,
  unknownDataSet,
  type DataSet,
} from '../repository/data-sets.js'
import { listMethodologyVersions } from '../repository/methodology-versions.js'
import { methodologyOf } from './run-sight.js'

/** @throws ServiceRefusal `DATA_SET_UNKNOWN`, also where it is withheld */
export async function getShownDataSet(
  database: Database,
  id: string,
  sight: Sight,
): Promise<DataSet> {
  const dataSet = await getDataSet(database, id)
  if (sight === 'everything') return dataSet
  const { methodology } = dataSet
  const isOpen =
    methodology !== null &&
    !(await restrictedMethodologies(database, methodology)).has(methodology)
  if (isOpen) return dataSet
  throw unknownDataSet(id)
}

/**
 * Ids of the methodologies any version of which has restricted inputs.
 *
 * @param only - one id; default all
 */
export async function restrictedMethodologies(
  database: Database,
  only?: string,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const version of await listMethodologyVersions(database, only)) {
    const { methodology, sha256 } = version
    if (found.has(methodology)) continue
    if (isRestricted(await methodologyOf(database, sha256))) {
      found.add(methodology)
    }
  }
  return found
}

/** Columns that any version of a methodology restricts. */
export async function restrictedColumns(
  database: Database,
  methodology: string,
): Promise<ReadonlySet<string>> {
  const columns = new Set<string>()
  for (const { sha256 } of await listMethodologyVersions(
    database,
    methodology,
  )) {
    for (const column of columnsOf(await methodologyOf(database, sha256))) {
      columns.add(column)
    }
  }
  return columns
}

/**
 * Other rules would show what those that the data were loaded for restrict: whoever
 * may not see it may not have the data scored by them.
 *
 * @throws ServiceRefusal `DATA_SET_UNKNOWN`
 */
export async function refuseOtherRules(
  database: Database,
  { id, methodology }: DataSet,
  rules: Methodology,
  sight: Sight,
): Promise<void> {
  if (sight === 'everything') return
  if (methodology === null) throw unknownDataSet(id)
  const still = new Set(columnsOf(rules))
  const columns = await restrictedColumns(database, methodology)
  if ([...columns].some((column) => !still.has(column))) {
    throw unknownDataSet(id)
  }
}

function columnsOf(methodology: Methodology): readonly string[] {
  return restrictionOf(methodology).inputs.map(({ column }) => column)
}
