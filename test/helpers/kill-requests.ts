/** Data sets, runs and replays, asked of a server that is killed meanwhile. */
import type { Database } from '../../server/database/tables.js'
import {
  hasEntry,
  idIn,
  oneOf,
  post,
  postJson,
  type RequestKind,
} from './kill-request.js'

const METHODOLOGY = 'tiny'

let figures = 0

const dataSets: RequestKind = {
  kind: 'data set',
  send: async ({ address, people: { owner } }) => {
    figures += 1
    const query = `methodology=${METHODOLOGY}&year=2021&name=Data&source=hand`
    const answer = await post(
      `${address}/v1/data-sets?${query}`,
      `id,a,b\nm1,1,${figures}\nm2,2,3\n`,
      { ...owner, 'content-type': 'text/csv' },
    )
    const id = idIn(answer, 'dataSet')
    return id === null
      ? null
      : { kind: 'data set', id, isKept: (database) => hasDataSet(database, id) }
  },
}

const runs: RequestKind = {
  kind: 'run',
  send: async ({ address, people: { owner } }, before) => {
    const dataSet = oneOf(before.filter(({ kind }) => kind === 'data set'))?.id
    if (dataSet === undefined) return null
    const asked = { methodology: METHODOLOGY, year: 2021, dataSet }
    const answer = await postJson(`${address}/v1/runs`, asked, owner)
    const id = idIn(answer, 'run')
    return id === null
      ? null
      : { kind: 'run', id, isKept: (database) => hasRun(database, id) }
  },
}

const replays: RequestKind = {
  kind: 'replays',
  send: async ({ address, people: { owner } }) => {
    const asked = { methodology: METHODOLOGY }
    const answer = await postJson(`${address}/v1/replays`, asked, owner)
    const id = idIn(answer, null)
    return id === null
      ? null
      : { kind: 'replays', id, isKept: (database) => hasJob(database, id) }
  },
}

/** Each as often as it stands here. */
export const RUN_REQUESTS: readonly RequestKind[] = [
  dataSets,
  runs,
  runs,
  replays,
]

async function hasDataSet(database: Database, id: string): Promise<boolean> {
  const row = await database
    .selectFrom('data_sets')
    .innerJoin('texts', 'texts.sha256', 'data_sets.text_sha256')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && hasEntry(database, `data-set:${id}`)
}

async function hasRun(database: Database, id: string): Promise<boolean> {
  const row = await database
    .selectFrom('runs')
    .innerJoin('run_receipts', 'run_receipts.run', 'runs.id')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && hasEntry(database, `run:${id}`)
}

async function hasJob(database: Database, id: string): Promise<boolean> {
  const row = await database
    .selectFrom('jobs')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && hasEntry(database, `job:${id}`)
}
