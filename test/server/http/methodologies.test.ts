/** `/v1/methodologies`: the same as the commands list, show, diff, template and check. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { programsUrl } from '../../helpers/built-programs.js'
import { testedApp, type TestedApp } from '../../helpers/http-app.js'
import { ruleFile } from './rule-file.js'
import { run } from '../commands/run-in-memory.js'
import { tiny } from '../commands/tiny-methodology.js'

let server: TestedApp

beforeAll(async () => {
  server = await testedApp({}, await programsUrl())
}, 120_000)

afterAll(() => server.close())

async function get(url: string, accept?: string) {
  const headers = accept === undefined ? {} : { accept }
  const { statusCode, body, ...more } = await server.ask({ url, headers })
  const isJson = String(more.headers['content-type']).includes('json')
  const json: unknown = isJson ? JSON.parse(body) : null
  return { status: statusCode, body, json, headers: more.headers }
}

async function printed(args: readonly string[]): Promise<unknown> {
  const { out } = await run(args)
  return JSON.parse(out)
}

describe('the list', () => {
  it('has what olshem list has, files named from the rules folder', async () => {
    const { json } = await get('/v1/methodologies')
    const { methodologies, mistakes } = json as {
      methodologies: readonly { versions: readonly { file: string }[] }[]
      mistakes: readonly unknown[]
    }
    expect(mistakes).toEqual([])
    const listed = methodologies
      .flatMap(({ versions }) => versions)
      .map((version) => ({ ...version, file: `rules/${version.file}` }))
    expect(listed).toEqual(await printed(['list', '--json']))
  })

  it('has the versions of one methodology', async () => {
    const { json } = await get('/v1/methodologies/hdi')
    expect(json).toMatchObject({
      id: 'hdi',
      versions: [{ version: '2007' }, { version: '2014', status: 'published' }],
    })
  })

  it('says which version is in force for a year, or that none is', async () => {
    const found = await get('/v1/methodologies/hdi/in-force?year=2021')
    expect(found.json).toMatchObject({ id: 'hdi', version: '2014' })
    const none = await get('/v1/methodologies/hdi/in-force?year=1066')
    expect(none).toMatchObject({
      status: 404,
      json: { code: 'VERSION_NOT_IN_FORCE' },
    })
    const unsaid = await get('/v1/methodologies/hdi/in-force')
    expect(unsaid).toMatchObject({
      status: 400,
      json: { code: 'REQUEST_SHAPE', errors: [{ code: 'FIELD_MISSING' }] },
    })
  })
})

describe('a version', () => {
  const url = '/v1/methodologies/hdi/versions/2014'

  it('is the text of its file as YAML, and what it says as JSON', async () => {
    const yaml = await get(url, 'application/yaml')
    expect(yaml.body).toBe(await ruleFile('hdi/2014.yaml'))
    const json = await get(url)
    expect(json.json).toMatchObject({ methodology: 'hdi', version: '2014' })
    expect(json.headers['etag']).toBe(yaml.headers['etag'])
  })

  it('has no other form', async () => {
    expect(await get(url, 'text/html')).toMatchObject({
      status: 406,
      json: { code: 'NOT_ACCEPTABLE' },
    })
  })

  it('that is not there is named', async () => {
    expect(await get('/v1/methodologies/hdi/versions/2015')).toMatchObject({
      status: 404,
      json: { code: 'VERSION_UNKNOWN' },
    })
  })

  it('has an empty form, as JSON and as CSV for each table', async () => {
    const json = await get(`${url}/template?year=2021`)
    expect(json.json).toMatchObject({
      year: 2021,
      bodies: [{ id: null, life_expectancy: null }],
    })
    const csv = await get(`${url}/template?format=csv`)
    expect(csv.body).toMatch(/^id,name,life_expectancy,/)
    const goals = '/v1/methodologies/kz-goals/versions/2012/template?format=csv'
    expect((await get(`${goals}&table=indices`)).body).toMatch(/^body,id,./)
    expect((await get(`${goals}&table=gaols`)).json).toMatchObject({
      code: 'TABLE_UNKNOWN',
    })
  })

  it('has a JSON Schema of its data, which the form and the data fit', async () => {
    const { json } = await get(
      '/v1/methodologies/kz-goals/versions/2012/input-schema',
    )
    const fits = new Ajv2020({ allErrors: true, strict: false }).compile(
      json as object,
    )
    const bodies = [{ id: 'x', kind: 'local', goals: [{ id: 'g' }] }]
    expect(fits({ year: 2012, bodies }) || fits.errors).toBe(true)
    expect(fits({ bodies: [{ id: 'x', kind: 'local', goals: 1 }] })).toBe(false)
    expect(fits({ bodies: [{ kind: 'local' }] })).toBe(false)
  })

  it('differs from another as olshem diff says', async () => {
    const found = await get('/v1/methodologies/hdi/diff?from=2007&to=2014')
    const args = ['diff', 'hdi@2007', 'hdi@2014', '--json']
    expect(found.json).toEqual(await printed(args))
  })
})

describe('a text', () => {
  async function check(payload: string) {
    const response = await server.ask({
      method: 'POST',
      url: '/v1/methodologies/check',
      headers: { 'content-type': 'application/yaml' },
      payload,
    })
    return response.json<unknown>()
  }

  it('without mistakes has none, and its examples pass', async () => {
    expect(await check(tiny())).toEqual({
      mistakes: [],
      warnings: [],
      examples: [{ title: 'One and two are three', passed: true }],
    })
  })

  it('has every mistake told, with its place', async () => {
    const wrong = tiny({ expected: 4 }).replace('unit: points', 'unti: points')
    expect(await check(wrong)).toMatchObject({
      mistakes: [{ code: 'UNKNOWN_KEY', line: 10 }, { code: 'EXAMPLE_FAILED' }],
    })
  })
})
