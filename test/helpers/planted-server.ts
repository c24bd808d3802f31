/** A server that holds planted values in everything that it can hold, and people who ask it. */
import { rm } from 'node:fs/promises'

import { sql } from 'kysely'

import { actingNow, SERVER } from '../../server/http/acting.js'
import { openLog } from '../../server/http/log.js'
import { importFolder } from '../../server/methodology-store/import-folder.js'
import { keptFolder } from '../server/http/kept-folder.js'
import type { DatabaseKind } from './databases.js'
import {
  peopleApp,
  signedIn,
  withKey,
  type Headers,
  type PeopleApp,
} from './people-app.js'
import { BEFORE, BODIES, CORRECTION, plantedText, REGISTER } from './planted.js'

export type Who = 'reader' | 'key' | 'analyst' | 'owner' | 'approver' | 'admin'

export interface PlantedServer {
  readonly server: PeopleApp
  readonly ask: (
    who: Who,
    url: string,
    sent?: object | string,
    type?: string,
  ) => ReturnType<PeopleApp['ask']>
  readonly ids: PlantedIds
  /** The lines of the log. */
  readonly logged: readonly string[]
  readonly close: () => Promise<void>
}

export interface PlantedIds {
  /** Of data sets: of the year before, and the same year before and after its correction. */
  readonly previous: string
  readonly data: string
  readonly corrected: string
  readonly register: string
  /** Of runs: before and after the correction, and one that was changed in the database. */
  readonly first: string
  readonly second: string
  readonly changed: string
  /** Of drafts: the one that became version 2, and one that is open. */
  readonly published: string
  readonly draft: string
  readonly draftText: string
  readonly job: string
}

/** Written twice in the results of the run that was changed. */
const DOUBLE = '1834716528182.714'

export async function plantedServer(
  kind: DatabaseKind,
): Promise<PlantedServer> {
  const logged: string[] = []
  const write = (text: string) => Promise.resolve(void logged.push(text))
  const rules = await keptFolder({ 'test/1.yaml': plantedText('1') })
  const log = openLog('trace', { out: { write } as never })
  const settings = { rules, rateLimit: 100_000 }
  const server = await peopleApp(kind, settings, undefined, log)
  const { database } = server
  await importFolder(database, rules, actingNow(SERVER))
  const scopes = ['read', 'score', 'run', 'load'] as const
  const headers: Readonly<Record<Who, Headers>> = {
    reader: await signedIn(database, 'reader'),
    key: await withKey(database, scopes),
    analyst: await signedIn(database, 'analyst'),
    owner: await signedIn(database, 'owner'),
    approver: await signedIn(database, 'approver'),
    admin: await signedIn(database, 'admin'),
  }
  const ask: PlantedServer['ask'] = (who, url, sent, type) =>
    server.ask({
      ...{ method: sent === undefined ? 'GET' : 'POST', url },
      headers: {
        ...headers[who],
        ...(sent === undefined
          ? {}
          : { 'content-type': type ?? 'application/json' }),
      },
      ...(sent === undefined
        ? {}
        : { payload: typeof sent === 'string' ? sent : JSON.stringify(sent) }),
    })
  const ids = await plant(ask, server)
  const close = async () => {
    await server.close()
    await rm(rules, { recursive: true })
  }
  return { server, ask, ids, logged, close }
}

async function plant(
  ask: PlantedServer['ask'],
  { database }: PeopleApp,
): Promise<PlantedIds> {
  const post: Post = async (who, url, sent, type) => {
    const { statusCode, body } = await ask(who, url, sent, type)
    if (statusCode < 300) return JSON.parse(body) as never
    throw new Error(`POST ${url} answers ${statusCode} ${body}`)
  }
  const csv = 'text/csv'
  const about = '/v1/registers?id=secret-bodies&name=Bodies'
  const { register } = await post('analyst', about, REGISTER, csv)
  const load = async (bodies: unknown, year: number, more = '') => {
    const said = `methodology=test&year=${year}&name=Data&source=hand${more}`
    const sent = { year, bodies }
    return (await post('analyst', `/v1/data-sets?${said}`, sent)).dataSet.id
  }
  const previous = await load(BEFORE, 2019)
  const data = await load(BODIES, 2020)
  const corrected = await load(CORRECTION, 2020, `&replaces=${data}`)
  const run = async (dataSet: string) => {
    const asked = { methodology: 'test', year: 2020, dataSet }
    const sent = { ...asked, previous: [previous] }
    return (await post('analyst', '/v1/runs', sent)).run.id
  }
  const first = await run(data)
  const second = await run(corrected)
  const published = await publish(post)
  const text = plantedText('3')
  const { draft } = await post('owner', '/v1/drafts', { text })
  await sql`
    insert into runs
    select 'changed-run', methodology, version, methodology_sha256, engine_version,
      year, edition, data_set, register_sha256, result_sha256,
      replace(result, ${DOUBLE}, ${DOUBLE.replace('.', '9.')}), created_at,
      created_by, based_on
    from runs where id = ${second}`.execute(database)
  const job = (await post('admin', '/v1/replays', {})).id
  await ask('admin', `/v1/jobs/${job}/events`)
  return {
    ...{ previous, data, corrected, register: register.sha256 },
    ...{ first, second, changed: 'changed-run', published, job },
    ...{ draft: draft.id, draftText: draft.sha256 },
  }
}

/** Version 2, which somebody else approves. */
async function publish(post: Post): Promise<string> {
  const text = plantedText('2')
  const { draft } = await post('owner', '/v1/drafts', { text })
  const { id, sha256 } = draft
  const address = `/v1/drafts/${id}`
  await post('owner', `${address}/approval-request`, { sha256 })
  await post('approver', `${address}/approval`, { sha256 })
  await post('owner', `${address}/publication`, { sha256 })
  return id
}

type Post = (
  who: Who,
  url: string,
  sent: object | string,
  type?: string,
) => Promise<{
  readonly id: string
  readonly dataSet: { readonly id: string }
  readonly run: { readonly id: string }
  readonly register: { readonly sha256: string }
  readonly draft: { readonly id: string; readonly sha256: string }
}>
