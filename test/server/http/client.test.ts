/**
 * A client generated from the OpenAPI document. Its types are kept beside those
 * who call (`npx vitest run test/server/http/client.test.ts -u` writes them anew),
 * and the calls below are held against them by `npm run typecheck`.
 */
import { readFile } from 'node:fs/promises'

import createClient from 'openapi-fetch'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ownRulesFolder } from '../../../server/catalogue/rules-folder.js'
import { migrate } from '../../../server/database/migrate.js'
import { openDatabase } from '../../../server/database/open-database.js'
import type { Database } from '../../../server/database/tables.js'
import { actingNow, SERVER } from '../../../server/http/acting.js'
import { importFolder } from '../../../server/methodology-store/import-folder.js'
import type { paths } from '../../../studio/api/openapi.js'
import { testedApp, type TestedApp } from '../../helpers/http-app.js'
import { injectFetch } from '../../helpers/inject-fetch.js'

const TYPES = '../../../studio/api/openapi.d.ts'
const rules = ownRulesFolder()

let server: TestedApp
let database: Database

beforeAll(async () => {
  database = await openDatabase({ file: ':memory:' })
  await migrate(database)
  await importFolder(database, rules, actingNow(SERVER))
  const store = { database, rules }
  server = await testedApp({ rules }, undefined, { store })
})

afterAll(async () => {
  await server.close()
  await database.destroy()
})

const client = () =>
  createClient<paths>({
    baseUrl: 'http://127.0.0.1',
    fetch: injectFetch(server.app),
  })

describe('a client generated from the OpenAPI document', () => {
  it('has the types of the document as it is', async () => {
    const document = server.app.swagger() as unknown as OpenAPI3
    const types = astToString(await openapiTS(structuredClone(document)))
    const head =
      '/** The API as types, generated from its OpenAPI document. Not written by hand. */\n'
    await expect(`${head}${types}`).toMatchFileSnapshot(TYPES)
  })

  it('asks for the version in force for a year', async () => {
    const { data, error } = await client().GET(
      '/v1/methodologies/{methodology}/in-force',
      { params: { path: { methodology: 'hdi' }, query: { year: '2021' } } },
    )
    expect(error).toBeUndefined()
    const version: string | undefined = data?.version
    expect(version).toBe('2014')
  })

  it('scores bodies, and is told the mistakes of a request by their place', async () => {
    const body = {
      id: 'KAZ',
      life_expectancy: 69.3622,
      expected_schooling: 15.76500034,
      mean_schooling: 12.34756189,
      gni_per_capita: 23942.81837,
    }
    const asked = { methodology: 'hdi', year: 2021 }
    const { data } = await client().POST('/v1/score', {
      body: { ...asked, bodies: [body] },
    })
    // Human Development Report 2021/22, table 1.
    const results = data && 'results' in data ? data.results : []
    expect(results[0]?.outputs['hdi']).toBe(0.811)
    const { error } = await client().POST('/v1/score', {
      body: { ...asked, bodies: [{ ...body, mean_schooling: 'twelve' }] },
    })
    const code: 'DATA_REFUSED' | undefined =
      error?.code === 'DATA_REFUSED' ? error.code : undefined
    expect(code).toBe('DATA_REFUSED')
    expect(error?.errors[0]).toMatchObject({
      body: 'KAZ',
      column: 'mean_schooling',
    })
  })

  it('loads data, makes a run of them, and has it computed again', async () => {
    const csv = await readFile('rules/hdi/data/hdr-2021-22.csv', 'utf8')
    const loaded = await client().POST('/v1/data-sets', {
      params: {
        query: {
          methodology: 'hdi',
          year: '2021',
          name: 'Table 1',
          source: 'UNDP',
        },
      },
      headers: { 'content-type': 'text/csv' },
      body: csv,
      bodySerializer: (text: unknown) => String(text),
    })
    const dataSet: string = loaded.data?.dataSet.id ?? ''
    const made = await client().POST('/v1/runs', {
      body: { methodology: 'hdi', year: 2021, dataSet },
    })
    const id: string = made.data?.run.id ?? ''
    const replayed = await client().POST('/v1/runs/{id}/replay', {
      params: { path: { id } },
    })
    expect(replayed.data?.kind).toBe('identical')
  })
})
