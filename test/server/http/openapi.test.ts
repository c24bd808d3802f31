/** The OpenAPI document, the reference made from it, and the table of codes. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { STUDIO_PLACES } from '../../../server/http/studio/places.js'
import { PROBLEMS } from '../../../server/http/problems/codes.js'
import { DATABASES } from '../../helpers/databases.js'
import { testedApp } from '../../helpers/http-app.js'
import { peopleApp, type PeopleApp } from '../../helpers/people-app.js'

let server: PeopleApp
/** Answered to people, and described to nobody. */
const PAGES = [
  'GET /',
  'GET /docs',
  'GET /style.css',
  'GET /v1/openapi.json',
  'GET /assets/{name}',
  'GET /icon.svg',
  ...STUDIO_PLACES.flatMap((each) => [`GET /${each}`, `GET /${each}/*`]),
]

let document: Readonly<Record<string, unknown>>

beforeAll(async () => {
  const [kind] = DATABASES
  if (!kind) throw new Error('No database')
  server = await peopleApp(kind)
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
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const routes = [...server.app.permissions.keys()]
      .map((route) => route.replace(/:([a-z0-9]+)/gi, '{$1}'))
      .filter((route) => !route.startsWith('HEAD') && !PAGES.includes(route))
    expect(described.sort()).toEqual(routes.sort())
    expect(described.length).toBeGreaterThan(60)
  })

  it('lists under tags that it describes', () => {
    const { tags = [], paths } = document as {
      tags?: { name: string }[]
      paths: Record<string, Record<string, { tags?: string[] }>>
    }
    const used = Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .map((operation) => operation.tags?.join(' '))
    const known = tags.map(({ name }) => name)
    expect([...new Set(used)].sort()).toEqual(known.sort())
  })

  it('names what is answered and sent, for clients made from it', () => {
    const { paths } = document as {
      paths: Record<string, Record<string, Operation>>
    }
    const nameless = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => schemasOf(operation).some(isNameless))
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    )
    expect(nameless).toEqual([])
  })
})

interface Body {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>
}

interface Operation {
  readonly requestBody?: Body
  readonly responses: Readonly<Record<string, Body>>
}

/** Of JSON that is sent and answered. */
function schemasOf({ requestBody, responses }: Operation): readonly object[] {
  return [...(requestBody ? [requestBody] : []), ...Object.values(responses)]
    .map(({ content = {} }) => content['application/json']?.schema)
    .filter((schema) => schema !== undefined)
}

/** An object with known members that is no component. */
function isNameless(schema: object): boolean {
  return 'properties' in schema
}

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

  it('have their style', async () => {
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
