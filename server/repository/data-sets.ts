/** Data sets: what was loaded, under the hash of its canonical data. */
import type { Selectable } from 'kysely'

import type { DataSetTable, Database, Instant } from '../database/tables.js'
import { ServiceRefusal } from '../service-refusal.js'
import { pageOf, isAfter, type Page, type PageOptions } from './page.js'

export interface DataSet {
  /** The hash of its canonical data. */
  readonly id: string
  readonly name: string
  /** Whose inputs it was checked against. */
  readonly methodology: string | null
  readonly year: number
  readonly source: string
  readonly loadedAt: Instant
  readonly loadedBy: string
  /** The data set that this one corrects. */
  readonly replaces: string | null
  readonly bodies: number
}

export interface DataSetFilter extends PageOptions {
  readonly methodology?: string
  readonly year?: number
  /** Data sets of these methodologies, and of none that is known, are not listed. */
  readonly without?: readonly string[]
}

/** @returns false where the same data were loaded before; they keep their name then */
export async function insertDataSet(
  database: Database,
  dataSet: DataSet,
): Promise<boolean> {
  const result = await database
    .insertInto('data_sets')
    .values({
      id: dataSet.id,
      name: dataSet.name,
      methodology: dataSet.methodology,
      year: dataSet.year,
      source: dataSet.source,
      loaded_at: dataSet.loadedAt,
      loaded_by: dataSet.loadedBy,
      replaces: dataSet.replaces,
      text_sha256: dataSet.id,
      bodies: dataSet.bodies,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function findDataSet(
  database: Database,
  id: string,
): Promise<DataSet | null> {
  const row = await database
    .selectFrom('data_sets')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? dataSetOf(row) : null
}

/** @throws ServiceRefusal `DATA_SET_UNKNOWN` */
export async function getDataSet(
  database: Database,
  id: string,
): Promise<DataSet> {
  const dataSet = await findDataSet(database, id)
  if (dataSet) return dataSet
  throw unknownDataSet(id)
}

export function unknownDataSet(id: string): ServiceRefusal {
  return new ServiceRefusal('DATA_SET_UNKNOWN', [
    `There is no data set "${id}". A data set is named by the sha256 of its data.`,
  ])
}

/** Newest first. @throws ServiceRefusal `CURSOR_UNREADABLE` */
export async function listDataSets(
  database: Database,
  { limit, after, methodology, year, without }: DataSetFilter,
): Promise<Page<DataSet>> {
  let query = database
    .selectFrom('data_sets')
    .selectAll()
    .orderBy('loaded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (methodology !== undefined) {
    query = query.where('methodology', '=', methodology)
  }
  if (year !== undefined) query = query.where('year', '=', year)
  if (without !== undefined) {
    query = query.where('methodology', 'is not', null)
    if (without.length > 0) {
      query = query.where('methodology', 'not in', without)
    }
  }
  if (after !== undefined) query = query.where(isAfter('loaded_at', after))
  const found = (await query.execute()).map(dataSetOf)
  return pageOf(found, limit, ({ loadedAt, id }) => ({ at: loadedAt, id }))
}

function dataSetOf(row: Selectable<DataSetTable>): DataSet {
  return {
    id: row.id,
    name: row.name,
    methodology: row.methodology,
    year: row.year,
    source: row.source,
    loadedAt: row.loaded_at,
    loadedBy: row.loaded_by,
    replaces: row.replaces,
    bodies: row.bodies,
  }
}
