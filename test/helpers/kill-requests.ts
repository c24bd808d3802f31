/** What a server is asked for while it is killed, and where it must be found when it was acknowledged. */
import type { Database } from '../../server/database/tables.js'

export interface Acknowledged {
  readonly kind: string
  readonly id: string
  /** Whether all that belongs to it is in the database. */
  readonly isKept: (database: Database) => Promise<boolean>
}

export interface RequestKind {
  readonly kind: string
  /** null where it cannot be asked for yet, or was refused. */
  readonly send: (
    address: string,
    before: readonly Acknowledged[],
  ) => Promise<Acknowledged | null>
}

const METHODOLOGY = 'tiny'

let figures = 0

const dataSets: RequestKind = {
  kind: 'data set',
  send: async (address) => {
    figures += 1
    const query = `methodology=${METHODOLOGY}&year=2021&name=Data&source=hand`
    const answer = await post(
      `${address}/v1/data-sets?${query}`,
      `id,a,b\nm1,1,${figures}\nm2,2,3\n`,
      'text/csv',
    )
    const id = idIn(answer, 'dataSet')
    return id === null
      ? null
      : { kind: 'data set', id, isKept: (database) => hasDataSet(database, id) }
  },
}

const runs: RequestKind = {
  kind: 'run',
  send: async (address, before) => {
    const known = before.filter(({ kind }) => kind === 'data set')
    const dataSet = known[Math.floor(Math.random() * known.length)]?.id
    if (dataSet === undefined) return null
    const asked = { methodology: METHODOLOGY, year: 2021, dataSet }
    const answer = await postJson(`${address}/v1/runs`, asked)
    const id = idIn(answer, 'run')
    return id === null
      ? null
      : { kind: 'run', id, isKept: (database) => hasRun(database, id) }
  },
}

const replays: RequestKind = {
  kind: 'replays',
  send: async (address) => {
    const asked = { methodology: METHODOLOGY }
    const answer = await postJson(`${address}/v1/replays`, asked)
    const id = idIn(answer, null)
    return id === null
      ? null
      : { kind: 'replays', id, isKept: (database) => hasJob(database, id) }
  },
}

/** A new kind of request is added here. */
export const REQUEST_KINDS: readonly RequestKind[] = [
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

async function hasEntry(database: Database, subject: string): Promise<boolean> {
  const row = await database
    .selectFrom('audit_entries')
    .select('number')
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row !== undefined
}

function postJson(url: string, body: object): Promise<unknown> {
  return post(url, JSON.stringify(body), 'application/json')
}

/** @returns null for a refusal, such as of too many requests */
async function post(url: string, body: string, type: string): Promise<unknown> {
  const headers = { 'content-type': type }
  const answer = await fetch(url, { method: 'POST', body, headers })
  const json: unknown = await answer.json()
  return answer.ok ? json : null
}

function idIn(answer: unknown, member: string | null): string | null {
  if (answer === null) return null
  const whole = answer as Readonly<Record<string, { readonly id: string }>>
  const { id } = (member === null ? whole : whole[member]) as { id: string }
  return id
}
