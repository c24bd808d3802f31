/** Signing in and out, and what a session, a key or nobody can do with a request. */
import { describe, expect, it, onTestFinished } from 'vitest'

import { revokeApiKey } from '../../../server/people/api-keys.js'
import { disableUser } from '../../../server/people/change-user.js'
import { DATABASES, type DatabaseKind } from '../../helpers/databases.js'
import {
  newUser,
  PASSWORD,
  peopleApp,
  signedIn,
  withKey,
  type PeopleApp,
} from '../../helpers/people-app.js'

const NOW = { at: new Date().toISOString(), actor: 'server' } as const

async function opened(
  kind: DatabaseKind,
  settings: Parameters<typeof peopleApp>[1] = {},
): Promise<PeopleApp> {
  const server = await peopleApp(kind, settings)
  onTestFinished(server.close)
  return server
}

function signInWith(
  { ask }: PeopleApp,
  name: string,
  password: string,
  headers = {},
) {
  return ask({
    method: 'POST',
    url: '/v1/session',
    payload: { name, password },
    headers,
  })
}

describe.each(DATABASES)('signing in, on $kind', (kind) => {
  it('sets a cookie that no page reads, and answers what pages must send with it', async () => {
    const server = await opened(kind)
    const { name, id } = await newUser(server.database, 'analyst')
    const answer = await signInWith(server, name, PASSWORD)
    expect(answer.statusCode).toBe(201)
    expect(answer.headers['cache-control']).toBe('no-store')
    const set = String(answer.headers['set-cookie'])
    expect(set).toMatch(
      /^olshem-session=olshem-session-[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const session = answer.json<{ csrf: string }>()
    expect(session).toMatchObject({
      kind: 'user',
      id,
      name,
      role: 'analyst',
      permissions: ['read', 'score', 'load', 'run', 'see-restricted'],
    })
    const [cookie = ''] = set.split(';')
    expect(cookie).not.toContain(session.csrf)
    const who = await server.ask({ url: '/v1/session', headers: { cookie } })
    expect(who.json()).toEqual(session)
  })

  it('is refused alike for a wrong password, no such user and a disabled one, and logged without what was typed', async () => {
    const server = await opened(kind)
    const { name, id } = await newUser(server.database, 'analyst')
    const wrong = await signInWith(server, name, 'one two three five')
    const nobody = await signInWith(server, 'Secret-Name', PASSWORD)
    await disableUser(server.database, { id }, NOW)
    const disabled = await signInWith(server, name, PASSWORD)
    for (const answer of [wrong, nobody, disabled]) {
      expect(answer.statusCode).toBe(401)
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="olshem"')
      expect(answer.headers['set-cookie']).toBeUndefined()
      expect({ ...answer.json<object>(), request: '' }).toEqual({
        ...wrong.json<object>(),
        request: '',
      })
    }
    const entries = await server.database
      .selectFrom('audit_entries')
      .selectAll()
      .where('action', '=', 'session.refused')
      .orderBy('number')
      .execute()
    expect(entries.map(({ actor, subject }) => [actor, subject])).toEqual([
      ['nobody', `user:${id}`],
      ['nobody', 'user:unknown'],
      ['nobody', `user:${id}`],
    ])
    expect(JSON.stringify(entries)).not.toContain('Secret-Name')
  })

  it('ends with signing out', async () => {
    const server = await opened(kind)
    const headers = await signedIn(server.database, 'reader')
    const out = await server.ask({
      method: 'DELETE',
      url: '/v1/session',
      headers,
    })
    expect(out.json()).toMatchObject({ kind: 'nobody', permissions: [] })
    expect(String(out.headers['set-cookie'])).toMatch(
      /^olshem-session=; Max-Age=0;/,
    )
    const after = await server.ask({ url: '/v1/runs', headers })
    expect(after.json()).toMatchObject({
      code: 'SIGN_IN_NEEDED',
      detail: 'The session has ended.',
    })
  })

  it('is for the own password asked for the current one, and leaves one session', async () => {
    const server = await opened(kind)
    const { name, id } = await newUser(server.database, 'reader')
    const first = await signInWith(server, name, PASSWORD)
    const second = await signInWith(server, name, PASSWORD)
    const headers = headersOf(second)
    const change = (current: string, password: string) =>
      server.ask({
        method: 'PUT',
        url: '/v1/session/password',
        payload: { current, password },
        headers,
      })
    expect((await change('another one of these', 'x')).json()).toMatchObject({
      code: 'SIGN_IN_REFUSED',
    })
    const refusals = await server.database
      .selectFrom('audit_entries')
      .selectAll()
      .where('action', '=', 'password.refused')
      .execute()
    expect(refusals).toMatchObject([
      { actor: `user:${id}`, subject: `user:${id}` },
    ])
    expect(JSON.stringify(refusals)).not.toContain('another one of these')
    expect((await change(PASSWORD, 'short')).json()).toMatchObject({
      code: 'PASSWORD_REFUSED',
    })
    const changed = await change(PASSWORD, 'five six seven eight')
    expect(changed.json()).toMatchObject({ kind: 'user', id })
    for (const each of [first, second]) {
      const asked = { url: '/v1/runs', headers: headersOf(each) }
      expect((await server.ask(asked)).statusCode).toBe(401)
    }
    const asked = { url: '/v1/runs', headers: headersOf(changed) }
    expect((await server.ask(asked)).statusCode).toBe(200)
    expect((await signInWith(server, name, PASSWORD)).statusCode).toBe(401)
  })
})

function headersOf(answer: Awaited<ReturnType<typeof signInWith>>) {
  const [cookie = ''] = String(answer.headers['set-cookie']).split(';')
  return { cookie, 'olshem-csrf': answer.json<{ csrf: string }>().csrf }
}

const [SQLITE] = DATABASES
if (!SQLITE) throw new Error('No database')
const kind = SQLITE

describe('the cookie', () => {
  it('is Secure and of this host alone where the server is reached over https', async () => {
    const publicUrl = new URL('https://rating.example')
    const server = await opened(kind, { publicUrl })
    const { name } = await newUser(server.database, 'reader')
    const host = { host: 'rating.example' }
    const answer = await signInWith(server, name, PASSWORD, host)
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-olshem-session=olshem-session-[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const headers = { ...host, ...headersOf(answer) }
    expect((await server.ask({ url: '/v1/runs', headers })).statusCode).toBe(
      200,
    )
    // The name without the prefix could have been set by a site beside this one.
    const cookie = headers.cookie.replace('__Host-', '')
    const beside = { url: '/v1/runs', headers: { ...headers, cookie } }
    expect((await server.ask(beside)).statusCode).toBe(401)
  })

  it('of another installation does not lock out whoever has no users', async () => {
    const server = await opened(kind)
    const headers = {
      cookie: `olshem-session=olshem-session-${'a'.repeat(43)}`,
    }
    const who = await server.ask({ url: '/v1/session', headers })
    expect(who.json()).toMatchObject({ kind: 'local' })
    expect((await server.ask({ url: '/v1/runs', headers })).statusCode).toBe(
      200,
    )
  })
})

describe('a request that changes something', () => {
  const run = { method: 'POST', url: '/v1/runs', payload: {} } as const

  it('needs with a cookie the text of that session', async () => {
    const server = await opened(kind)
    const mine = await signedIn(server.database, 'analyst')
    const other = await signedIn(server.database, 'analyst')
    for (const csrf of [undefined, '', 'x', other['olshem-csrf']]) {
      const { cookie } = mine
      const headers =
        csrf === undefined ? { cookie } : { cookie, 'olshem-csrf': csrf }
      const answer = await server.ask({ ...run, headers })
      expect(answer.statusCode).toBe(403)
      expect(answer.json()).toMatchObject({ code: 'CSRF_TOKEN_NEEDED' })
    }
    const passed = await server.ask({ ...run, headers: mine })
    expect(passed.json()).toMatchObject({ code: 'REQUEST_SHAPE' })
    const { cookie } = mine
    const out = { method: 'DELETE', url: '/v1/session', headers: { cookie } }
    expect((await server.ask({ ...out, method: 'DELETE' })).statusCode).toBe(
      403,
    )
  })

  it('needs none with an API key, which no page sends unasked', async () => {
    const server = await opened(kind)
    const headers = await withKey(server.database, ['run'])
    const answer = await server.ask({ ...run, headers })
    expect(answer.json()).toMatchObject({ code: 'REQUEST_SHAPE' })
  })
})

describe('an API key', () => {
  it('that is wrong, revoked or no Bearer is refused, and never nobody', async () => {
    const server = await opened(kind)
    const key = await withKey(server.database, ['read', 'score'])
    await revokeApiKey(server.database, 'read score', NOW)
    const reader = await signedIn(server.database, 'reader')
    for (const authorization of [
      key['authorization'] ?? '',
      'Bearer',
      'Bearer x',
      `Bearer ${reader.cookie.replace('olshem-session=', '')}`,
      'Basic YTpi',
    ]) {
      for (const url of ['/v1/runs', '/v1/session']) {
        // The cookie would do by itself.
        const headers = { ...reader, authorization }
        const answer = await server.ask({ url, headers })
        expect(answer.statusCode).toBe(401)
        expect(answer.json()).toMatchObject({ code: 'KEY_REFUSED' })
        expect(answer.headers['www-authenticate']).toContain('invalid_token')
      }
    }
  })

  it('tells by GET /v1/session what it may do', async () => {
    const server = await opened(kind)
    const headers = await withKey(server.database, ['score', 'load'])
    const who = await server.ask({ url: '/v1/session', headers })
    expect(who.json()).toMatchObject({
      kind: 'key',
      name: 'score load',
      role: null,
      permissions: ['score', 'load'],
      csrf: null,
    })
  })

  it('is refused a second after it was revoked even where what held a moment ago is taken', async () => {
    const server = await opened(kind)
    const headers = await withKey(server.database, ['score'])
    const score = { method: 'POST', url: '/v1/score', headers } as const
    expect((await server.ask(score)).statusCode).toBe(400)
    await revokeApiKey(server.database, 'score', NOW)
    await new Promise((resolve) => setTimeout(resolve, 1050))
    expect((await server.ask(score)).statusCode).toBe(401)
  })
})

describe('a server without users', () => {
  it('is for whoever sits at the machine, until there is a user', async () => {
    const server = await opened(kind)
    const who = await server.ask({ url: '/v1/session' })
    const { permissions } = who.json<{ permissions: string[] }>()
    expect(permissions).toContain('administer')
    expect(permissions).not.toContain('approve')
    const payload = { name: 'Aigul', role: 'admin', password: PASSWORD }
    const add = { method: 'POST', url: '/v1/users', payload } as const
    expect((await server.ask(add)).statusCode).toBe(201)
    expect((await server.ask({ url: '/v1/runs' })).statusCode).toBe(401)
    expect((await server.ask(add)).statusCode).toBe(401)
  })

  it.each([
    { remoteAddress: '10.0.0.7', headers: {}, says: 'from 10.0.0.7' },
    {
      remoteAddress: '127.0.0.1',
      headers: { 'x-forwarded-for': '127.0.0.1' },
      says: 'through a proxy',
    },
    {
      remoteAddress: '127.0.0.1',
      headers: { forwarded: 'for=10.0.0.7' },
      says: 'through a proxy',
    },
  ])('answers nobody else: $says', async ({ says, ...asked }) => {
    const server = await opened(kind)
    const answer = await server.ask({ url: '/v1/runs', ...asked })
    expect(answer.statusCode).toBe(403)
    const { code, detail } = answer.json<{ code: string; detail: string }>()
    expect(code).toBe('LOCAL_ONLY')
    expect(detail).toContain(says)
  })

  it.each(['approval', 'rejection'])(
    'says with which commands a second person is added for an %s',
    async (decision) => {
      const server = await opened(kind)
      const made = await server.ask({
        ...{ method: 'POST', url: '/v1/drafts', payload: { text: 'one' } },
      })
      const { id, sha256 } = made.json<{
        draft: { id: string; sha256: string }
      }>().draft
      const url = `/v1/drafts/${id}/${decision}`
      const payload = { sha256, reason: 'none' }
      const answer = await server.ask({ method: 'POST', url, payload })
      expect(answer.statusCode).toBe(409)
      const problem = answer.json<{ code: string; detail: string }>()
      expect(problem.code).toBe('SECOND_PERSON_NEEDED')
      expect(problem.detail).toContain('olshem user add NAME --role owner')
      expect(problem.detail).toContain('olshem user add NAME --role approver')
    },
  )
})
