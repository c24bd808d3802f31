/** Stored runs: which texts they were computed from, by hash, and their results. */
import type { Selectable } from 'kysely'

import type { Database, Instant, RunTable } from '../database/tables.js'
import { ServiceRefusal } from '../service-refusal.js'
import { pageOf, isAfter, type Page, type PageOptions } from './page.js'

export interface StoredRun {
  readonly id: string
  readonly methodology: string
  readonly version: string
  readonly methodologySha256: string
  readonly engineVersion: string
  readonly year: number
  readonly edition: string | null
  readonly dataSet: string
  readonly registerSha256: string | null
  /** Of its results and rankings. */
  readonly resultSha256: string
  readonly createdAt: Instant
  readonly createdBy: string
  /** The runs that it looked at. */
  readonly basedOn: readonly string[]
}

export interface RunFilter extends PageOptions {
  readonly methodology?: string
  readonly year?: number
  readonly dataSet?: string
  /** Runs of these methodologies are not listed. */
  readonly without?: readonly string[]
}

/** Everything but the result, which may be long. */
const COLUMNS = [
  'id',
  'methodology',
  'version',
  'methodology_sha256',
  'engine_version',
  'year',
  'edition',
  'data_set',
  'register_sha256',
  'result_sha256',
  'created_at',
  'created_by',
  'based_on',
] as const

/** @param result - as `score --json` writes it */
export async function insertRun(
  database: Database,
  run: StoredRun,
  result: string,
): Promise<void> {
  await database
    .insertInto('runs')
    .values({
      id: run.id,
      methodology: run.methodology,
      version: run.version,
      methodology_sha256: run.methodologySha256,
      engine_version: run.engineVersion,
      year: run.year,
      edition: run.edition,
      data_set: run.dataSet,
      register_sha256: run.registerSha256,
      result_sha256: run.resultSha256,
      result,
      created_at: run.createdAt,
      created_by: run.createdBy,
      based_on: JSON.stringify(run.basedOn),
    })
    .execute()
}

export async function findRun(
  database: Database,
  id: string,
): Promise<StoredRun | null> {
  const row = await database
    .selectFrom('runs')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? runOf(row) : null
}

/** @throws ServiceRefusal `RUN_UNKNOWN` */
export async function getRun(
  database: Database,
  id: string,
): Promise<StoredRun> {
  const run = await findRun(database, id)
  if (run) return run
  throw unknown(id)
}

/** As `score --json` wrote it. @throws ServiceRefusal `RUN_UNKNOWN` */
export async function getRunResult(
  database: Database,
  id: string,
): Promise<string> {
  const row = await database
    .selectFrom('runs')
    .select('result')
    .where('id', '=', id)
    .executeTakeFirst()
  if (row) return row.result
  throw unknown(id)
}

/** Newest first. @throws ServiceRefusal `CURSOR_UNREADABLE` */
export async function listRuns(
  database: Database,
  { limit, after, methodology, year, dataSet, without = [] }: RunFilter,
): Promise<Page<StoredRun>> {
  let query = database
    .selectFrom('runs')
    .select(COLUMNS)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (methodology !== undefined) {
    query = query.where('methodology', '=', methodology)
  }
  if (year !== undefined) query = query.where('year', '=', year)
  if (dataSet !== undefined) query = query.where('data_set', '=', dataSet)
  if (without.length > 0) {
    query = query.where('methodology', 'not in', without)
  }
  if (after !== undefined) query = query.where(isAfter('created_at', after))
  const found = (await query.execute()).map(runOf)
  return pageOf(found, limit, ({ createdAt, id }) => ({ at: createdAt, id }))
}

/** Of the last year that was scored. */
export async function newestRun(
  database: Database,
  methodology: string,
): Promise<StoredRun | null> {
  const row = await database
    .selectFrom('runs')
    .select(COLUMNS)
    .where('methodology', '=', methodology)
    .orderBy('year', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? runOf(row) : null
}

/** Oldest first. */
export async function listRunIds(
  database: Database,
  methodology: string,
): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('runs')
    .select('id')
    .where('methodology', '=', methodology)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

function runOf(row: Selectable<Omit<RunTable, 'result'>>): StoredRun {
  return {
    id: row.id,
    methodology: row.methodology,
    version: row.version,
    methodologySha256: row.methodology_sha256,
    engineVersion: row.engine_version,
    year: row.year,
    edition: row.edition,
    dataSet: row.data_set,
    registerSha256: row.register_sha256,
    resultSha256: row.result_sha256,
    createdAt: row.created_at,
    createdBy: row.created_by,
    basedOn: JSON.parse(row.based_on) as readonly string[],
  }
}

function unknown(id: string): ServiceRefusal {
  return new ServiceRefusal('RUN_UNKNOWN', [`There is no run "${id}".`])
}
