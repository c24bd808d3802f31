/** Who is answered, and what nobody is told. */
import { readdir, readFile } from 'node:fs/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { testedApp, type TestedApp } from '../../helpers/http-app.js'

let server: TestedApp

beforeAll(async () => {
  server = await testedApp({ publicUrl: new URL('https://rating.example') })
})

afterAll(() => server.close())

describe('the header Host', () => {
  it.each(['127.0.0.1:8080', 'localhost', '[::1]:9000', 'rating.example'])(
    'may be %s',
    async (host) => {
      const asked = { url: '/health/live', headers: { host } }
      expect((await server.ask(asked)).statusCode).toBe(200)
    },
  )

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example'])(
    'may not be %s',
    async (host) => {
      const response = await server.ask({ url: '/docs', headers: { host } })
      expect(response.statusCode).toBe(421)
      expect(response.json()).toMatchObject({ code: 'HOST_UNKNOWN' })
    },
  )
})

describe('a request that changes something', () => {
  function post(headers: Readonly<Record<string, string>>) {
    return server.ask({ method: 'POST', url: '/v1/score', headers })
  }

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:9999' },
    { origin: 'http://rating.example', host: 'rating.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('is refused from a page of another site: %o', async (headers) => {
    const response = await post(headers)
    expect(response.statusCode).toBe(403)
    expect(response.json()).toMatchObject({ code: 'CROSS_SITE_REFUSED' })
  })

  it.each([
    {},
    { origin: 'http://127.0.0.1:8080' },
    { origin: 'https://rating.example', host: 'rating.example' },
    { 'sec-fetch-site': 'same-origin' },
  ])('is taken from the own pages and from programs: %o', async (headers) => {
    expect((await post(headers)).json()).not.toMatchObject({
      code: 'CROSS_SITE_REFUSED',
    })
  })
})

describe('errors', () => {
  it('say that there is nothing at an address', async () => {
    const response = await server.ask({ url: '/v1/nothing' })
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ code: 'ADDRESS_UNKNOWN' })
  })

  it('say which methods an address takes', async () => {
    const response = await server.ask({ method: 'DELETE', url: '/v1/score' })
    expect(response.statusCode).toBe(405)
    expect(response.headers['allow']).toBe('POST')
    expect(response.json()).toMatchObject({ code: 'METHOD_NOT_ALLOWED' })
  })

  it('say that a body is too large', async () => {
    const small = await testedApp({ bodyLimit: 1024 })
    const response = await small.ask({
      method: 'POST',
      url: '/v1/score',
      headers: { 'content-type': 'application/json' },
      payload: ' '.repeat(2000),
    })
    expect(response.statusCode).toBe(413)
    expect(response.json()).toMatchObject({ code: 'BODY_TOO_LARGE' })
    await small.close()
  })

  it('of the server itself say nothing of its inside', async () => {
    const broken = await testedApp()
    // Without programs no thread can begin.
    const response = await broken.ask({
      method: 'POST',
      url: '/v1/score',
      headers: { 'content-type': 'application/json' },
      payload: ' '.repeat(100_000),
    })
    expect(response.statusCode).toBe(500)
    const { code, detail, errors } = response.json<Record<string, unknown>>()
    expect({ code, detail, errors }).toEqual({
      code: 'SERVER_FAULT',
      detail: 'The request could not be answered.',
      errors: [],
    })
    await broken.close()
  })
})

describe('every answer', () => {
  it('has a strict content security policy and the id of the request', async () => {
    const { headers } = await server.ask({ url: '/docs' })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['olshem-request']).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('the tests', () => {
  it('ask through the helper that holds every answer against the document', async () => {
    const folder = new URL('../../', import.meta.url)
    const files = await readdir(folder, { recursive: true })
    const asking: string[] = []
    for (const file of files.filter((each) => each.endsWith('.test.ts'))) {
      const text = await readFile(new URL(file, folder), 'utf8')
      if (/http\/build-app\.js'/.test(text)) asking.push(file)
    }
    // The first looks at connections, the second asks as whomever it likes.
    expect(asking.sort()).toEqual([
      'server/http/limits.test.ts',
      'server/http/restricted.test.ts',
    ])
  })
})
