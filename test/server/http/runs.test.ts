/** Data sets and runs over HTTP: loaded, scored, replayed, exchanged. */
import { readFile } from 'node:fs/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { migrate } from '../../../server/database/migrate.js'
import { openDatabase } from '../../../server/database/open-database.js'
import type { Database } from '../../../server/database/tables.js'
import { verifyChain } from '../../../server/audit/verify-chain.js'
import { actingNow, SERVER } from '../../../server/http/acting.js'
import { importFolder } from '../../../server/methodology-store/import-folder.js'
import { ownRulesFolder } from '../../../server/catalogue/rules-folder.js'
import { testedApp, type TestedApp } from '../../helpers/http-app.js'

const rules = ownRulesFolder()
const PROGRAMS = new URL('../../../dist/', import.meta.url)

async function server(): Promise<TestedApp & { database: Database }> {
  const database = await openDatabase({ file: ':memory:' })
  await migrate(database)
  await importFolder(database, rules, actingNow(SERVER))
  const tested = await testedApp({ rules }, PROGRAMS, {
    store: { database, rules },
  })
  return { ...tested, database }
}

const LOAD =
  '/v1/data-sets?methodology=hdi&year=2021&name=Table%201&source=UNDP'

describe('data sets and runs', () => {
  let here: Awaited<ReturnType<typeof server>>
  let there: Awaited<ReturnType<typeof server>>
  let csv: string

  const post = (
    { ask }: TestedApp,
    url: string,
    payload: string,
    type: string,
  ) =>
    ask({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': type },
    })
  const get = (url: string) => here.ask({ url })

  beforeAll(async () => {
    ;[here, there] = [await server(), await server()]
    csv = await readFile('rules/hdi/data/hdr-2021-22.csv', 'utf8')
  })

  afterAll(async () => {
    for (const { close, database } of [here, there]) {
      await close()
      await database.destroy()
    }
  })

  let dataSet = ''
  let run = ''

  it('keeps data under their hash, once', async () => {
    const first = await post(here, LOAD, csv, 'text/csv')
    expect(first.statusCode).toBe(201)
    const loaded = first.json<{ dataSet: { id: string }; isNew: boolean }>()
    dataSet = loaded.dataSet.id
    expect(loaded.isNew).toBe(true)
    const again = await post(here, LOAD, csv, 'text/csv')
    expect(again.json()).toMatchObject({
      isNew: false,
      dataSet: { id: dataSet },
    })
    const list = await get('/v1/data-sets?methodology=hdi&limit=1')
    expect(list.json()).toMatchObject({ items: [{ id: dataSet }], next: null })
  })

  it('keeps nothing of data with errors, and names every cell', async () => {
    const bodies = [
      { id: 'A', life_expectancy: 'seventy' },
      { id: 'B', mean_schooling: true },
    ]
    const text = JSON.stringify({ year: 2021, bodies })
    const answer = await post(here, LOAD, text, 'application/json')
    expect(answer.statusCode).toBe(422)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    const problem = answer.json<{
      code: string
      errors: { body: string; column: string }[]
    }>()
    expect(problem.code).toBe('DATA_REFUSED')
    const cells = problem.errors.map(({ body, column }) => `${body} ${column}`)
    expect(cells).toContain('A life_expectancy')
    expect(cells).toContain('B mean_schooling')
  })

  it('scores a data set as published: Switzerland first in 2021 (HDR 2021/22, table 1)', async () => {
    const asked = JSON.stringify({ methodology: 'hdi', year: 2021, dataSet })
    const answer = await post(here, '/v1/runs', asked, 'application/json')
    expect(answer.statusCode).toBe(201)
    run = answer.json<{ run: { id: string } }>().run.id
    const result = await get(`/v1/runs/${run}/result`)
    const { rankings } = result.json<{
      rankings: Record<string, { id: string; place: number }[]>
    }>()
    const [ranking] = Object.values(rankings)
    expect(ranking?.[0]).toMatchObject({ id: 'CHE', place: 1 })
    const first = await get(`/v1/runs/${run}/bodies/CHE`)
    expect(first.json()).toMatchObject({
      body: { id: 'CHE', exact: { hdi: '0.962' } },
      places: [{ place: 1, among: 191 }],
    })
    const unknown = await get(`/v1/runs/${run}/bodies/nobody`)
    expect(unknown.statusCode).toBe(404)
    expect(unknown.json()).toMatchObject({ code: 'BODY_UNKNOWN' })
    const explained = await get(`/v1/runs/${run}/explanations/CHE`)
    expect(explained.statusCode).toBe(200)
    expect(explained.body).toContain('CHE')
  })

  it('replays it to the last digit, here and where it was imported', async () => {
    const replay = await post(
      here,
      `/v1/runs/${run}/replay`,
      '{}',
      'application/json',
    )
    expect(replay.json()).toMatchObject({ kind: 'identical' })
    const exported = await get(`/v1/runs/${run}/export`)
    const imported = await post(
      there,
      '/v1/runs/import',
      exported.body,
      'application/json',
    )
    expect(imported.statusCode).toBe(201)
    const again = await post(
      there,
      `/v1/runs/${run}/replay`,
      '{}',
      'application/json',
    )
    expect(again.json()).toMatchObject({ kind: 'identical' })
    const altered = exported.body.replace('Human', 'Humam')
    const refused = await post(
      there,
      '/v1/runs/import',
      altered,
      'application/json',
    )
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({ code: 'EXPORT_CONTRADICTS' })
  })

  it('says with a code what is not there, and what is not known', async () => {
    const missing = await get('/v1/runs/none')
    expect(missing.statusCode).toBe(404)
    expect(missing.json()).toMatchObject({ code: 'RUN_UNKNOWN' })
    const asked = JSON.stringify({ methodology: 'hdi', yaer: 2021 })
    const answer = await post(here, '/v1/runs', asked, 'application/json')
    expect(answer.statusCode).toBe(400)
    const { errors } = answer.json<{ errors: { message: string }[] }>()
    const words = errors.map(({ message }) => message).join('\n')
    expect(words).toContain('"yaer"')
    expect(words).toContain('"dataSet"')
  })

  it('writes an entry of the log with each action, in an unbroken chain', async () => {
    const entries = await here.database
      .selectFrom('audit_entries')
      .select(['action', 'actor'])
      .orderBy('number')
      .execute()
    const actions = entries.map(({ actor, action }) => `${actor} ${action}`)
    expect(actions).toContain('server version.imported')
    expect(actions).toContain('local data-set.loaded')
    expect(actions).toContain('local run.created')
    const { faults } = await verifyChain(here.database)
    expect(faults).toEqual([])
  })
})
