/** `POST /v1/score` against the command line, and what it refuses. */
import { readFile, rm } from 'node:fs/promises'

import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { testedApp, type TestedApp } from '../../helpers/http-app.js'
import { programsUrl } from '../../helpers/built-programs.js'
import { keptFolder } from './kept-folder.js'
import { run } from '../commands/run-in-memory.js'
import { rulesFolder, tiny } from '../commands/tiny-methodology.js'
import { temporaryData } from '../data/fixtures/temporary-data.js'

interface Result {
  readonly results: readonly {
    readonly id: string
    readonly status: string
    readonly outputs: Readonly<Record<string, number | null>>
    readonly missing: readonly { readonly code: string }[]
  }[]
  readonly rankings: unknown
  readonly explanations?: readonly unknown[]
  readonly sha256: string
}

interface Refused {
  readonly code: string
  readonly detail: string
  readonly errors: readonly {
    readonly code: string
    readonly at: string | null
    readonly line: number | null
    readonly body: string | null
    readonly row: string | null
    readonly column: string | null
  }[]
}

let server: TestedApp
let small: TestedApp
let rules: string

beforeAll(async () => {
  server = await testedApp({}, await programsUrl())
  rules = await keptFolder({
    'tiny/2020.yaml': tiny(),
    'tiny/2023a.yaml': tiny({
      version: '2023a',
      years: '{ from: 2023 }',
      edition: 'first',
    }),
    'tiny/2023b.yaml': tiny({
      version: '2023b',
      years: '{ from: 2023 }',
      edition: 'second',
    }),
  })
  small = await testedApp({ rules }, await programsUrl())
}, 120_000)

afterAll(async () => {
  await server.close()
  await small.close()
  await rm(rules, { recursive: true })
})

async function post({ ask }: TestedApp, body: unknown) {
  const payload = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await ask({
    method: 'POST',
    url: '/v1/score',
    headers: { 'content-type': 'application/json' },
    payload,
  })
  return { ...response, status: response.statusCode, json: response.json }
}

async function scored(app: TestedApp, body: unknown): Promise<Result> {
  const { status, json } = await post(app, body)
  expect(status).toBe(200)
  return json<Result>()
}

async function refused(app: TestedApp, body: unknown) {
  const { status, json } = await post(app, body)
  return { status, ...json<Refused>() }
}

/** The rows of a CSV file for a year, as JSON has them: an empty cell is absent. */
async function rowsOf(file: string, year?: string) {
  const rows: Record<string, string>[] = parse(await readFile(file), {
    columns: true,
    bom: true,
  })
  return rows
    .filter((row) => year === undefined || row['year'] === year)
    .map((row) => without('year', row))
}

function without(column: string, row: Readonly<Record<string, string>>) {
  const cells = Object.entries(row).filter(
    ([name, cell]) => name !== column && cell !== '',
  )
  return Object.fromEntries(cells)
}

async function byCommand(args: readonly string[]): Promise<Result> {
  const { out, status } = await run(['score', ...args, '--json'])
  expect(status).toBe(0)
  return JSON.parse(out) as Result
}

function bytesOf({ results, rankings }: Result): string {
  return JSON.stringify({ results, rankings }, null, 2)
}

describe('the same rows', () => {
  it('give what the command line gives, byte for byte: hdi, 2021, in a thread', async () => {
    const file = 'rules/hdi/data/hdr-2021-22.csv'
    const args = ['hdi', '--year', '2021', '--data', file]
    const bodies = await rowsOf(file, '2021')
    const found = await scored(server, {
      methodology: 'hdi',
      year: 2021,
      bodies,
    })
    const expected = await byCommand(args)
    expect(found.results).toHaveLength(195)
    expect(bytesOf(found)).toBe(bytesOf(expected))
    expect(found.sha256).toBe(expected.sha256)
  })

  it('give the same for a few countries, on the thread that listens', async () => {
    const file = 'rules/hdi/data/hdr-2021-22.csv'
    const ids = ['KAZ', 'NOR', 'TCD']
    const rows = await rowsOf(file, '2021')
    const bodies = rows.filter(({ id }) => ids.includes(id ?? ''))
    const data = await temporaryData({
      'three.json': JSON.stringify({ bodies }),
    })
    const path = `${data}/three.json`
    const expected = await byCommand(['hdi', '--year', '2021', '--data', path])
    const found = await scored(server, {
      methodology: 'hdi',
      year: 2021,
      bodies,
    })
    expect(bytesOf(found)).toBe(bytesOf(expected))
  })

  it('give the same with tables inside bodies: kz-goals', async () => {
    const folder = 'rules/kz-goals/data/regions'
    const bodies = await rowsOf(`${folder}/bodies.csv`, '2013')
    const indices = await rowsOf(`${folder}/indices.csv`, '2013')
    const nested = bodies.map((body) => ({
      ...body,
      indices: indices
        .filter((row) => row['body'] === body['id'])
        .map((row) => without('body', row)),
    }))
    const asked = { methodology: 'kz-goals', year: 2013, bodies: nested }
    const expected = await byCommand([
      ...['kz-goals', '--year', '2013', '--data', folder],
    ])
    expect(bytesOf(await scored(server, asked))).toBe(bytesOf(expected))
  })

  it('explain as olshem explain does', async () => {
    const file = 'rules/hdi/data/hdr-2021-22.csv'
    const rows = await rowsOf(file, '2021')
    const bodies = rows.filter(({ id }) => id === 'KAZ')
    const data = await temporaryData({ 'one.json': JSON.stringify({ bodies }) })
    const { out } = await run([
      ...['explain', 'hdi', '--year', '2021', '--body', 'KAZ', '--json'],
      ...['--data', `${data}/one.json`],
    ])
    const { explanations } = await scored(server, {
      methodology: 'hdi',
      year: 2021,
      bodies,
      explain: ['KAZ'],
    })
    const named = out.replaceAll(`${data}/one.json`, 'request')
    expect(explanations).toEqual([JSON.parse(named)])
  })
})

describe('absence', () => {
  const cells = [
    { cell: null, says: 'missing' },
    { cell: undefined, says: 'missing' },
    { cell: 0, says: 1 },
    { cell: '0', says: 1 },
  ]

  it.each(cells)('tells $cell apart: $says', async ({ cell, says }) => {
    const bodies = [{ id: 'x', a: cell, b: 1 }]
    const { results } = await scored(small, {
      methodology: 'tiny',
      year: 2020,
      bodies,
    })
    const [body] = results
    if (says === 'missing') expect(body?.missing).not.toEqual([])
    expect(body?.outputs['total']).toBe(says === 'missing' ? null : says)
  })

  it('takes an empty text for a mistake, and not for nothing', async () => {
    const bodies = [{ id: 'x', a: '', b: 1 }]
    const asked = { methodology: 'tiny', year: 2020, bodies }
    expect(await refused(small, asked)).toMatchObject({
      status: 422,
      code: 'DATA_REFUSED',
      errors: [{ code: 'CELL_NOT_A_NUMBER', body: 'x', column: 'a' }],
    })
  })
})

describe('data with errors', () => {
  it('are refused with every error and its place', async () => {
    const bodies = [
      { id: 'x', a: 'much', b: 1 },
      { id: 'y', a: 1, b: true },
    ]
    const asked = { methodology: 'tiny', year: 2020, bodies }
    const { status, errors } = await refused(small, asked)
    expect(status).toBe(422)
    expect(
      errors.map(({ code, body, column }) => [code, body, column]),
    ).toEqual([
      ['CELL_NOT_A_NUMBER', 'x', 'a'],
      ['CELL_NOT_A_NUMBER', 'y', 'b'],
    ])
  })

  it('keep the digits of a number: one that a double does not hold is an error', async () => {
    const asked =
      '{"methodology":"tiny","year":2020,"bodies":[{"id":"x","a":0.12345678901234567890,"b":1}]}'
    const { errors } = await refused(small, asked)
    expect(errors[0]?.code).toBe('CELL_TOO_MANY_DIGITS')
  })

  it('may have a key once', async () => {
    const asked =
      '{"methodology":"tiny","year":2020,\n"bodies":[{"id":"x","a":1,"a":1}]}'
    expect(await refused(small, asked)).toMatchObject({
      status: 400,
      code: 'BODY_NOT_JSON',
      errors: [{ code: 'DATA_JSON_SYNTAX', line: 2, column: 'a' }],
    })
  })

  it('nest no deeper than they are read', async () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000)
    const asked = `{"methodology":"tiny","year":2020,"bodies":[{"id":"x","a":${deep}}]}`
    expect(await refused(small, asked)).toMatchObject({
      status: 400,
      code: 'BODY_NOT_JSON',
    })
  })
})

describe('the request', () => {
  const asked = { methodology: 'tiny', year: 2020, bodies: [] }

  it('is refused with every mistake of its shape; nothing is converted', async () => {
    const wrong = { ...asked, year: '2020', versoin: '2020', explain: [1] }
    const { status, code, errors } = await refused(small, wrong)
    expect({ status, code }).toEqual({ status: 400, code: 'REQUEST_SHAPE' })
    expect(errors.map((error) => [error.code, error.at])).toEqual([
      ['FIELD_UNKNOWN', null],
      ['FIELD_VALUE', '/year'],
      ['FIELD_VALUE', '/explain/0'],
    ])
  })

  it.each([
    { body: '', code: 'BODY_NOT_JSON', status: 400 },
    { body: '{', code: 'BODY_NOT_JSON', status: 400 },
    { body: '[]', code: 'REQUEST_SHAPE', status: 400 },
    {
      body: { ...asked, methodology: 'tyni' },
      code: 'METHODOLOGY_UNKNOWN',
      status: 404,
    },
    {
      body: { ...asked, methodology: '../tiny' },
      code: 'METHODOLOGY_UNKNOWN',
      status: 404,
    },
    {
      body: { ...asked, version: '2019' },
      code: 'VERSION_UNKNOWN',
      status: 404,
    },
    {
      body: { ...asked, year: 2019 },
      code: 'VERSION_NOT_IN_FORCE',
      status: 404,
    },
    { body: { ...asked, year: 2023 }, code: 'VERSION_UNDECIDED', status: 422 },
    {
      body: { ...asked, bodies: [{ id: 'x', a: 1, b: 2 }], explain: ['y'] },
      code: 'BODY_NOT_IN_DATA',
      status: 422,
    },
  ])('is refused as $code', async ({ body, code, status }) => {
    expect(await refused(small, body)).toMatchObject({ code, status })
  })

  it('chooses among editions by their name', async () => {
    const bodies = [{ id: 'x', a: 1, b: 2 }]
    const second = { ...asked, year: 2023, edition: 'second', bodies }
    const { headers } = await post(small, second)
    expect(headers).toMatchObject({
      'olshem-methodology': 'tiny',
      'olshem-version': '2023b',
    })
  })

  it('takes bodies by their type alone', async () => {
    const { ask } = small
    const url = '/v1/score'
    const headers = { 'content-type': 'text/csv' }
    const response = await ask({ method: 'POST', url, headers, payload: 'id' })
    expect(response.statusCode).toBe(415)
    expect(response.json()).toMatchObject({ code: 'MEDIA_TYPE_NOT_READ' })
  })
})

describe('a published file that was changed', () => {
  it('is refused with the hash that was expected', async () => {
    const locked = { file: 'tiny/2020.yaml', sha256: 'a'.repeat(64) }
    const lock = { methodologies: { 'tiny@2020': locked }, data: {} }
    const rules = await rulesFolder({
      'tiny/2020.yaml': tiny(),
      'lock.json': JSON.stringify(lock),
    })
    const changed = await testedApp({ rules })
    const asked = { methodology: 'tiny', year: 2020, bodies: [] }
    const found = await refused(changed, asked)
    expect(found).toMatchObject({
      status: 409,
      code: 'VERSION_CHANGED',
      errors: [{ code: 'VERSION_CHANGED', at: 'tiny/2020.yaml' }],
    })
    expect(found.detail).toContain('aaaaaaaa')
    expect(JSON.stringify(found)).not.toContain(rules)
    await changed.close()
  })
})
