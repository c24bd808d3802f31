/** The studio as the server sends it: one page at many addresses, and its files. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { STUDIO_PLACES } from '../../../server/http/studio/places.js'
import { testedApp, type TestedApp } from '../../helpers/http-app.js'

let server: TestedApp

beforeAll(async () => {
  server = await testedApp()
})

afterAll(() => server.close())

const nonceOf = (policy: unknown) =>
  /'nonce-([^']+)'/.exec(String(policy))?.[1] ?? ''

describe('the page of the studio', () => {
  it.each([
    '/',
    ...STUDIO_PLACES.flatMap((each) => [`/${each}`, `/${each}/a/b`]),
  ])('is sent at %s', async (url) => {
    const { statusCode, headers, body } = await server.ask({ url })
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body).toContain('<script type="module"')
  })

  it('has a nonce of its own in every answer, for styles and not for scripts', async () => {
    const answers = [
      await server.ask({ url: '/' }),
      await server.ask({ url: '/' }),
    ]
    const nonces = answers.map(({ headers, body }) => {
      const policy = headers['content-security-policy']
      const nonce = nonceOf(policy)
      expect(nonce).toHaveLength(24)
      expect(body).toContain(`nonce="${nonce}"`)
      expect(body).not.toContain('OLSHEM-NONCE')
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
      expect(policy).toContain("script-src 'self';")
      expect(policy).not.toContain('unsafe')
      return nonce
    })
    expect(new Set(nonces).size).toBe(2)
  })

  it('is not sent at addresses that are nobody’s', async () => {
    const response = await server.ask({ url: '/elsewhere' })
    expect(response.statusCode).toBe(404)
  })

  it('is missed where only the server was built', async () => {
    const bare = await testedApp({}, new URL('file:///no-programs/'))
    const response = await bare.ask({ url: '/' })
    expect(response.statusCode).toBe(503)
    expect(response.json()).toMatchObject({ code: 'STUDIO_NOT_BUILT' })
    await bare.close()
  })
})

describe('a file of the studio', () => {
  it('is kept by browsers for ever, since its name holds its hash', async () => {
    const { statusCode, headers } = await server.ask({ url: '/assets/part.js' })
    expect(statusCode).toBe(200)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['content-type']).toMatch(/javascript/)
  })

  it.each(['/assets/none.js', '/assets/.hidden'])(
    'that is not there is not found: %s',
    async (url) => {
      const response = await server.ask({ url })
      expect(response.statusCode).toBe(404)
      expect(response.json()).toMatchObject({ code: 'ADDRESS_UNKNOWN' })
    },
  )
})

describe('a name that leads out of the folder of files', () => {
  it.each(['/assets/..%2findex.html', '/assets/..%2f..%2f..%2fLICENSE'])(
    'is refused: %s',
    async (url) => {
      const response = await server.ask({ url })
      expect(response.statusCode).toBe(400)
      expect(response.json()).toMatchObject({ code: 'REQUEST_MALFORMED' })
    },
  )
})
