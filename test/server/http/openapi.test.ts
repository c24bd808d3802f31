/** The OpenAPI document, the reference made from it, and the table of codes. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { PROBLEMS } from '../../../server/http/problems/codes.js'
import { testedApp, type TestedApp } from '../../helpers/http-app.js'

let server: TestedApp
let document: Readonly<Record<string, unknown>>

beforeAll(async () => {
  server = await testedApp()
  const { body } = await server.ask({ url: '/v1/openapi.json' })
  document = JSON.parse(body) as typeof document
})

afterAll(() => server.close())

describe('the OpenAPI document', () => {
  it('is one of version 3.1', async () => {
    const found = await new Validator().validate(structuredClone(document))
    expect(found).toMatchObject({ valid: true })
    expect(document).toMatchObject({ openapi: '3.1.0' })
  })

  it('has schemas that all compile', () => {
    const schemas = schemasIn(document)
    expect(schemas.length).toBeGreaterThan(20)
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
    ajv.addKeyword('components')
    const { components } = document
    for (const schema of schemas) ajv.compile({ ...schema, components })
  })

  it('describes every route but the pages', () => {
    const { paths } = document as { paths: Record<string, object> }
    expect(Object.keys(paths).sort()).toEqual([
      '/health/live',
      '/health/ready',
      '/metrics',
      '/v1/methodologies',
      '/v1/methodologies/check',
      '/v1/methodologies/{methodology}',
      '/v1/methodologies/{methodology}/diff',
      '/v1/methodologies/{methodology}/in-force',
      '/v1/methodologies/{methodology}/versions/{version}',
      '/v1/methodologies/{methodology}/versions/{version}/input-schema',
      '/v1/methodologies/{methodology}/versions/{version}/template',
      '/v1/score',
    ])
  })
})

function schemasIn(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'schema' && typeof inner === 'object' && inner !== null
      ? [inner as object]
      : schemasIn(inner),
  )
}

describe('the pages', () => {
  it('name every address and every code, and load nothing from elsewhere', async () => {
    const { body } = await server.ask({ url: '/docs' })
    for (const code of Object.keys(PROBLEMS))
      expect(body).toContain(`id="${code}"`)
    expect(body).toContain('POST /v1/score')
    expect(body).not.toMatch(/<script|style=|https?:\/\/(?!json-schema)/)
  })

  it('begin with what this is', async () => {
    const { body } = await server.ask({ url: '/' })
    expect(body).toContain('href="/docs"')
    expect((await server.ask({ url: '/style.css' })).statusCode).toBe(200)
  })
})

describe('the operation', () => {
  it('is live and ready', async () => {
    for (const url of ['/health/live', '/health/ready']) {
      expect((await server.ask({ url })).json()).toEqual({ status: 'ok' })
    }
  })

  it('is not ready without its rules', async () => {
    const lost = await testedApp({ rules: 'no-such-folder' })
    const response = await lost.ask({ url: '/health/ready' })
    expect(response.statusCode).toBe(503)
    expect(response.json()).toMatchObject({ code: 'RULES_UNREADABLE' })
    await lost.close()
  })

  it('is measured by route', async () => {
    await server.ask({ url: '/health/live' })
    const { body } = await server.ask({ url: '/metrics' })
    expect(body).toMatch(
      /olshem_http_request_seconds_count\{method="GET",route="\/health\/live",status="200"\} \d/,
    )
    expect(body).toContain('nodejs_eventloop_lag')
    expect(body).toContain('olshem_evaluation_seconds')
  })
})
