/** Every route with everybody who may ask: who is let through, and who is told why not. */
import Fastify, { type InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readConfiguration } from '../../../server/configuration/read-configuration.js'
import type { RoutePermission } from '../../../server/http/asker.js'
import { guardRoutes } from '../../../server/http/gate/gate.js'
import { keyMayDo, mayDo, ROLES, SCOPES } from '../../../server/people/roles.js'
import { DATABASES } from '../../helpers/databases.js'
import {
  peopleApp,
  signedIn,
  withKey,
  type Headers,
  type PeopleApp,
} from '../../helpers/people-app.js'

/** What each route asks for. A new route needs a line here, in the order of the alphabet. */
const ROUTES: Readonly<Record<string, RoutePermission>> = {
  'DELETE /v1/api-keys/:id': 'administer',
  'DELETE /v1/drafts/:id': 'draft',
  'DELETE /v1/session': 'anyone',
  'GET /': 'anyone',
  'GET /administration': 'anyone',
  'GET /administration/*': 'anyone',
  'GET /assets/:name': 'anyone',
  'GET /data': 'anyone',
  'GET /data/*': 'anyone',
  'GET /docs': 'anyone',
  'GET /drafts': 'anyone',
  'GET /drafts/*': 'anyone',
  'GET /health/live': 'anyone',
  'GET /health/ready': 'anyone',
  'GET /icon.svg': 'anyone',
  'GET /methodologies': 'anyone',
  'GET /methodologies/*': 'anyone',
  'GET /metrics': 'read',
  'GET /replay': 'anyone',
  'GET /replay/*': 'anyone',
  'GET /runs': 'anyone',
  'GET /runs/*': 'anyone',
  'GET /sign-in': 'anyone',
  'GET /sign-in/*': 'anyone',
  'GET /style.css': 'anyone',
  'GET /v1/api-keys': 'administer',
  'GET /v1/audit': 'audit',
  'GET /v1/audit/head': 'read',
  'GET /v1/audit/verification': 'audit',
  'GET /v1/data-sets': 'read',
  'GET /v1/data-sets/:id': 'read',
  'GET /v1/data-sets/:id/data': 'read',
  'GET /v1/data-sets/:id/differences': 'read',
  'GET /v1/drafts': 'review',
  'GET /v1/drafts/:id': 'review',
  'GET /v1/drafts/:id/effect': 'review',
  'GET /v1/drafts/:id/text': 'review',
  'GET /v1/drafts/:id/texts': 'review',
  'GET /v1/drafts/:id/texts/:sha256': 'review',
  'GET /v1/jobs': 'read',
  'GET /v1/jobs/:id': 'read',
  'GET /v1/jobs/:id/events': 'read',
  'GET /v1/keys': 'anyone',
  'GET /v1/methodologies': 'read',
  'GET /v1/methodologies/:methodology': 'read',
  'GET /v1/methodologies/:methodology/diff': 'read',
  'GET /v1/methodologies/:methodology/in-force': 'read',
  'GET /v1/methodologies/:methodology/versions/:version': 'read',
  'GET /v1/methodologies/:methodology/versions/:version/input-schema': 'read',
  'GET /v1/methodologies/:methodology/versions/:version/publication': 'read',
  'GET /v1/methodologies/:methodology/versions/:version/template': 'read',
  'GET /v1/openapi.json': 'anyone',
  'GET /v1/registers': 'read',
  'GET /v1/registers/:id': 'read',
  'GET /v1/registers/:id/:sha256': 'read',
  'GET /v1/run-comparison': 'read',
  'GET /v1/runs': 'read',
  'GET /v1/runs/:id': 'read',
  'GET /v1/runs/:id/bodies/:body': 'read',
  'GET /v1/runs/:id/explanations/:body': 'read',
  'GET /v1/runs/:id/export': 'read',
  'GET /v1/runs/:id/receipt': 'read',
  'GET /v1/runs/:id/result': 'read',
  'GET /v1/runs/:id/result.csv': 'read',
  'GET /v1/runs/:id/result.xlsx': 'read',
  'GET /v1/session': 'anyone',
  'GET /v1/users': 'administer',
  'GET /years': 'anyone',
  'GET /years/*': 'anyone',
  'POST /v1/api-keys': 'administer',
  'POST /v1/data-sets': 'load',
  'POST /v1/drafts': 'draft',
  'POST /v1/drafts/:id/approval': 'approve',
  'POST /v1/drafts/:id/approval-request': 'draft',
  'POST /v1/drafts/:id/examples': 'review',
  'POST /v1/drafts/:id/publication': 'publish',
  'POST /v1/drafts/:id/rejection': 'approve',
  'POST /v1/jobs/:id/cancellation': 'run',
  'POST /v1/methodologies/:methodology/versions/:version/examples': 'score',
  'POST /v1/methodologies/:methodology/versions/:version/withdrawal': 'publish',
  'POST /v1/methodologies/check': 'read',
  'POST /v1/registers': 'load',
  'POST /v1/registers/check': 'load',
  'POST /v1/replays': 'run',
  'POST /v1/runs': 'run',
  'POST /v1/runs/:id/replay': 'run',
  'POST /v1/runs/import': 'run',
  'POST /v1/score': 'score',
  'POST /v1/session': 'anyone',
  'POST /v1/users': 'administer',
  'POST /v1/users/:id/disable': 'administer',
  'POST /v1/users/:id/enable': 'administer',
  'PUT /v1/drafts/:id/text': 'draft',
  'PUT /v1/session/password': 'signed-in',
  'PUT /v1/users/:id/password': 'administer',
  'PUT /v1/users/:id/role': 'administer',
}

/** What the gate says; whoever passes is answered something else. */
const REFUSALS = [
  'SIGN_IN_NEEDED',
  'KEY_REFUSED',
  'NOT_ALLOWED',
  'SECOND_PERSON_NEEDED',
  'CSRF_TOKEN_NEEDED',
  'LOCAL_ONLY',
]

const PASSED = 'passed'

async function outcome(
  { ask }: PeopleApp,
  route: string,
  headers: Headers,
): Promise<string> {
  const [method = '', pattern = ''] = route.split(' ')
  // Nothing that is there, so that whoever passes changes nothing.
  const url = pattern.replace(/:[a-z0-9]+/gi, 'none')
  const response = await ask({ method, url, headers })
  const type = String(response.headers['content-type'])
  if (!type.startsWith('application/problem+json')) return PASSED
  expect(response.statusCode).toBeLessThan(500)
  const { code } = response.json<{ code: string }>()
  return REFUSALS.includes(code) ? code : PASSED
}

describe('the routes', () => {
  // The events of a job have no HEAD: an answer without them has no end.
  it('are those of the table: a new one needs a line in ROUTES of this file', async () => {
    const [kind] = DATABASES
    if (!kind) throw new Error('No database')
    const server = await peopleApp(kind)
    const { permissions } = server.app
    const found = [...permissions].filter(([route]) => !/^HEAD/.test(route))
    expect(Object.fromEntries(found)).toEqual(ROUTES)
    for (const [route, permission] of found) {
      if (route === 'GET /v1/jobs/:id/events') continue
      const head = permissions.get(route.replace(/^GET/, 'HEAD'))
      expect(head).toBe(permission)
    }
    await server.close()
  })
})

describe('a server without users', () => {
  let server: PeopleApp

  beforeAll(async () => {
    const [kind] = DATABASES
    if (!kind) throw new Error('No database')
    server = await peopleApp(kind)
  })

  afterAll(() => server.close())

  it.each(Object.entries(ROUTES))(
    'lets whoever sits at it do all but approve: %s (%s)',
    async (route, permission) => {
      const expected =
        permission === 'approve'
          ? 'SECOND_PERSON_NEEDED'
          : permission === 'signed-in'
            ? 'NOT_ALLOWED'
            : PASSED
      expect(await outcome(server, route, {})).toBe(expected)
    },
  )
})

describe.each(DATABASES)('a server with users, on $kind', (kind) => {
  let server: PeopleApp
  const askers = new Map<
    string,
    { headers: Headers; may: (permission: RoutePermission) => boolean }
  >()

  beforeAll(async () => {
    server = await peopleApp(kind)
    const { database } = server
    askers.set('nobody', { headers: {}, may: (asked) => asked === 'anyone' })
    for (const role of ROLES) {
      askers.set(role, {
        headers: await signedIn(database, role),
        may: (asked) =>
          asked === 'anyone' || asked === 'signed-in' || mayDo(role, asked),
      })
    }
    for (const scope of SCOPES) {
      askers.set(`key for ${scope}`, {
        headers: await withKey(database, [scope]),
        may: (asked) =>
          asked === 'anyone' ||
          (asked !== 'signed-in' && keyMayDo([scope], asked)),
      })
    }
  })

  afterAll(() => server.close())

  it.each(
    Object.entries(ROUTES).filter(([route]) => route !== 'DELETE /v1/session'),
  )(
    'lets those pass whose role or scope says so: %s (%s)',
    async (route, permission) => {
      const expected: Record<string, string> = {}
      const found: Record<string, string> = {}
      for (const [who, { headers, may }] of askers) {
        const refusal = who === 'nobody' ? 'SIGN_IN_NEEDED' : 'NOT_ALLOWED'
        expected[who] = may(permission) ? PASSED : refusal
        found[who] = await outcome(server, route, headers)
      }
      expect(found).toEqual(expected)
    },
  )

  it('asks HEAD what it asks GET', async () => {
    const head = { method: 'HEAD', url: '/v1/runs' } as const
    expect((await server.app.inject(withHost(head))).statusCode).toBe(401)
    const reader = askers.get('reader')?.headers ?? {}
    const passed = await server.app.inject(withHost(head, reader))
    expect(passed.statusCode).toBe(200)
  })

  it('tells nobody but whoever may read whether something is there', async () => {
    for (const url of ['/v1/runs/none', '/v1/methodologies/none']) {
      expect((await server.ask({ url })).statusCode).toBe(401)
    }
  })

  it('knows what there is not without asking who asks', async () => {
    const response = await server.ask({ url: '/v1/nothing' })
    expect(response.json()).toMatchObject({ code: 'ADDRESS_UNKNOWN' })
  })
})

function withHost(options: InjectOptions, headers: Headers = {}) {
  return { ...options, headers: { host: '127.0.0.1:8080', ...headers } }
}

it('does not start with a route that does not say what it asks for', async () => {
  const app = Fastify()
  await guardRoutes(app, readConfiguration({}), undefined)
  expect(() => app.get('/v1/forgotten', () => 'x')).toThrow(
    'GET /v1/forgotten does not say what it asks for',
  )
  await app.close()
})
