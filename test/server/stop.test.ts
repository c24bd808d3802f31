/** A server that is told to stop while a job runs, events are followed and a stream is scored. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { sql } from 'kysely'
import { beforeAll, expect, it, onTestFinished } from 'vitest'

import {
  closeDatabase,
  openDatabase,
} from '../../server/database/open-database.js'
import { builtPrograms } from '../helpers/built-programs.js'
import { HttpPerson } from '../helpers/http-person.js'
import { startServer } from '../helpers/server-process.js'
import { folderOf, FIRST, DATA } from './drafts/publishing.js'

/** The server gives itself eight seconds; the rest is for a machine that has other work. */
const MOST_MILLISECONDS = 20_000
/** So many that their replay is not over when the server stops. */
const COPIES = 1_000

interface Job {
  readonly id: string
  readonly state: string
  readonly done: number
  readonly total: number
  readonly result: { readonly counts: object }
}

beforeAll(async () => {
  await builtPrograms()
}, 120_000)

async function copyRun(data: string, run: string): Promise<void> {
  const database = await openDatabase({ file: join(data, 'olshem.db') })
  await sql`
    with recursive numbers (number) as (
      select 1 union all select number + 1 from numbers where number < ${COPIES})
    insert into runs
    select 'copy-' || number, methodology, version, methodology_sha256,
      engine_version, year, edition, data_set, register_sha256, result_sha256,
      result, created_at, created_by, based_on
    from runs, numbers where id = ${run}`.execute(database)
  await closeDatabase(database)
}

it('ends in time and in order, and the job goes on after the next start', async () => {
  const data = await mkdtemp(join(tmpdir(), 'olshem-data-'))
  onTestFinished(() => rm(data, { recursive: true }))
  const rules = await folderOf({ 'tiny/2020.yaml': FIRST })
  const environment = { OLSHEM_DATA: data, OLSHEM_RULES: rules }
  const server = await startServer(environment)
  const { address } = server
  const me = HttpPerson.local
  const about = 'methodology=tiny&year=2021&name=Data&source=hand'
  const loaded = await me.post(
    `${address}/v1/data-sets?${about}`,
    DATA,
    'text/csv',
  )
  const dataSet = (loaded.json as { readonly dataSet: { id: string } }).dataSet
  const asked = { methodology: 'tiny', year: 2021, dataSet: dataSet.id }
  const made = await me.post(`${address}/v1/runs`, asked)
  await copyRun(data, (made.json as { readonly run: { id: string } }).run.id)

  const begun = await me.post(`${address}/v1/replays`)
  const { id } = begun.json as Job
  const events = await fetch(`${address}/v1/jobs/${id}/events`)
  const following = events.text()
  const sending = new TransformStream<Uint8Array, Uint8Array>()
  const sender = sending.writable.getWriter()
  const line = Buffer.from('{"id":"m1","a":1,"b":2}\n')
  void sender.write(line).catch(() => undefined)
  const query = 'methodology=tiny&year=2021'
  const scoring = fetch(`${address}/v1/score?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: sending.readable,
    duplex: 'half',
  })
    .then((answer) => answer.text())
    .catch(() => 'cut')
  await wait(300)

  const at = Date.now()
  const status = await server.stop()
  expect(Date.now() - at).toBeLessThan(MOST_MILLISECONDS)
  expect(status).toBe(0)
  expect(await following).not.toContain('event: end')
  // Whoever is cut off never gets the last line.
  expect(await scoring).not.toContain('"end"')

  const next = await startServer(environment)
  onTestFinished(() => next.kill())
  const url = `${next.address}/v1/jobs/${id}`
  const after = (await me.get(url)).json as Job
  expect(after).toMatchObject({ total: COPIES + 1 })
  expect(after.done).toBeGreaterThan(0)
  expect(after.done).toBeLessThan(after.total)
  await me.get(`${url}/events`)
  expect((await me.get(url)).json).toMatchObject({
    ...{ state: 'done', done: COPIES + 1 },
    result: { counts: { identical: COPIES + 1 } },
  })
}, 120_000)
