/** Users, keys and the audit log over HTTP. */
import { describe, expect, it, onTestFinished } from 'vitest'

import { parseHead } from '../../../server/audit/read-head.js'
import { listPublicKeys } from '../../../server/installation/installation-keys.js'
import { checkSignature } from '../../../server/signing/signature.js'
import { DATABASES } from '../../helpers/databases.js'
import {
  newUser,
  PASSWORD,
  peopleApp,
  signedIn,
  type Headers,
  type PeopleApp,
} from '../../helpers/people-app.js'

interface Answer {
  readonly status: number
  readonly json: Readonly<Record<string, unknown>>
}

describe.each(DATABASES)('an administrator, on $kind', (kind) => {
  async function opened() {
    const server = await peopleApp(kind)
    onTestFinished(server.close)
    const admin = await signedIn(server.database, 'admin')
    const asks = askerOf(server, admin)
    return { ...server, admin, asks }
  }

  function askerOf({ ask }: PeopleApp, headers: Headers) {
    return async (
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: string,
      payload?: object,
    ): Promise<Answer> => {
      const sent = payload ? { payload } : {}
      const answer = await ask({ method, url, headers, ...sent })
      return { status: answer.statusCode, json: answer.json() }
    }
  }

  it('adds users, changes their roles and lists them', async () => {
    const { asks } = await opened()
    const aigul = { name: 'Әйгүл', role: 'analyst', password: PASSWORD }
    const added = await asks('POST', '/v1/users', aigul)
    expect(added).toMatchObject({
      status: 201,
      json: { name: 'Әйгүл', role: 'analyst', disabledAt: null },
    })
    expect(JSON.stringify(added)).not.toMatch(/argon|password/)
    const { id } = added.json
    const again = await asks('POST', '/v1/users', { ...aigul, name: 'ӘЙГҮЛ' })
    expect(again).toMatchObject({ status: 409, json: { code: 'USER_EXISTS' } })
    const changed = await asks('PUT', `/v1/users/${String(id)}/role`, {
      role: 'owner',
    })
    expect(changed).toMatchObject({ status: 200, json: { id, role: 'owner' } })
    const { json } = await asks('GET', '/v1/users')
    expect(json['items']).toContainEqual(changed.json)
  })

  it.each([
    { payload: { name: ' ', role: 'reader' }, code: 'NAME_REFUSED' },
    { payload: { password: 'short' }, code: 'PASSWORD_REFUSED' },
    { payload: { role: 'boss' }, code: 'REQUEST_SHAPE' },
    { payload: { isAdmin: true }, code: 'REQUEST_SHAPE' },
  ])('is told what is wrong with a new user: $code', async (wrong) => {
    const { asks } = await opened()
    const right = { name: 'Aigul', role: 'reader', password: PASSWORD }
    const payload = { ...right, ...wrong.payload }
    const { json } = await asks('POST', '/v1/users', payload)
    expect(json['code']).toBe(wrong.code)
  })

  it('ends sessions by changing a role, giving a password or disabling', async () => {
    const { asks, database, ask } = await opened()
    for (const { path, method, payload } of [
      { path: 'role', method: 'PUT', payload: { role: 'reader' } },
      {
        path: 'password',
        method: 'PUT',
        payload: { password: 'five six seven eight' },
      },
      { path: 'disable', method: 'POST', payload: undefined },
    ] as const) {
      const headers = await signedIn(database, 'analyst')
      const before = await ask({ url: '/v1/session', headers })
      const { id } = before.json<{ id: string }>()
      const done = await asks(method, `/v1/users/${id}/${path}`, payload)
      expect(done.status).toBe(200)
      const after = await ask({ url: '/v1/runs', headers })
      expect(after.statusCode).toBe(401)
    }
  })

  it('who is the last one who may sign in can be neither disabled nor made something else', async () => {
    const { asks } = await opened()
    const { json } = await asks('GET', '/v1/session')
    const me = `/v1/users/${String(json['id'])}`
    for (const attempt of [
      await asks('POST', `${me}/disable`),
      await asks('PUT', `${me}/role`, { role: 'reader' }),
    ]) {
      expect(attempt).toMatchObject({
        status: 409,
        json: { code: 'LAST_ADMIN' },
      })
    }
  })

  it('may be made something else once there is another, but not both at once', async () => {
    const { asks, database, ...server } = await opened()
    const other = await signedIn(database, 'admin')
    const asksToo = askerOf({ ...server, database }, other)
    const first = String((await asks('GET', '/v1/session')).json['id'])
    const second = String((await asksToo('GET', '/v1/session')).json['id'])
    const role = { role: 'reader' }
    const both = await Promise.all([
      asks('PUT', `/v1/users/${first}/role`, role),
      asksToo('PUT', `/v1/users/${second}/role`, role),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('enables who was disabled', async () => {
    const { asks, database } = await opened()
    const { id } = await newUser(database, 'reader')
    const enable = () => asks('POST', `/v1/users/${id}/enable`)
    expect((await enable()).json['code']).toBe('USER_STATE')
    await asks('POST', `/v1/users/${id}/disable`)
    expect(await enable()).toMatchObject({ json: { disabledAt: null } })
    const none = await asks('POST', '/v1/users/none/enable')
    expect(none).toMatchObject({ status: 404, json: { code: 'USER_UNKNOWN' } })
  })

  it('makes a key that is shown once, and revokes it', async () => {
    const { asks, ask } = await opened()
    const expiresAt = new Date(Date.now() + 60_000).toISOString()
    const payload = { name: 'nightly', scopes: ['read'], expiresAt }
    const made = await asks('POST', '/v1/api-keys', payload)
    expect(made.status).toBe(201)
    const { token, key } = made.json as { token: string; key: { id: string } }
    const headers = { authorization: `Bearer ${token}` }
    expect((await ask({ url: '/v1/runs', headers })).statusCode).toBe(200)
    const { json } = await asks('GET', '/v1/api-keys')
    expect(json['items']).toEqual([key])
    expect(JSON.stringify(json)).not.toContain(token)
    const revoked = await asks('DELETE', `/v1/api-keys/${key.id}`)
    expect(revoked.json).toMatchObject({ id: key.id })
    expect((await ask({ url: '/v1/runs', headers })).statusCode).toBe(401)
    const again = await asks('DELETE', `/v1/api-keys/${key.id}`)
    expect(again.json['code']).toBe('KEY_REVOKED')
    // A key is never named by its name here: two may have one.
    const named = await asks('DELETE', '/v1/api-keys/nightly')
    expect(named.json['code']).toBe('KEY_UNKNOWN')
  })

  it.each([
    { change: { scopes: ['approve'] }, code: 'REQUEST_SHAPE' },
    { change: { scopes: [] }, code: 'REQUEST_SHAPE' },
    {
      change: { expiresAt: '2026-02-30T00:00:00.000Z' },
      code: 'REQUEST_SHAPE',
    },
    {
      change: { expiresAt: '2020-01-01T00:00:00.000Z' },
      code: 'KEY_EXPIRY_PASSED',
    },
  ])('is told what is wrong with a new key: $change', async (wrong) => {
    const { asks } = await opened()
    const expiresAt = new Date(Date.now() + 60_000).toISOString()
    const right = { name: 'nightly', scopes: ['read'], expiresAt }
    const payload = { ...right, ...wrong.change }
    const { json } = await asks('POST', '/v1/api-keys', payload)
    expect(json['code']).toBe(wrong.code)
  })

  it('reads the log in pages, filtered, with names beside it', async () => {
    const { asks, database } = await opened()
    const { id, name } = await newUser(database, 'reader')
    await asks('POST', `/v1/users/${id}/disable`)
    const mine = `/v1/audit?subject=user:${id}&limit=1`
    const first = await asks('GET', mine)
    expect(first.json).toMatchObject({
      items: [{ action: 'user.disabled', subject: `user:${id}` }],
      names: { [`user:${id}`]: name },
    })
    const [entry] = first.json['items'] as { actor: string }[]
    expect(entry?.actor).toMatch(/^user:/)
    expect(JSON.stringify(first.json['items'])).not.toContain(name)
    const next = String(first.json['next'])
    const second = await asks('GET', `${mine}&after=${next}`)
    expect(second.json).toMatchObject({
      items: [{ action: 'user.added' }],
      next: null,
    })
    const actions = await asks('GET', '/v1/audit?action=session.began')
    expect(actions.json['items']).toHaveLength(1)
    const none = await asks('GET', '/v1/audit?action=none')
    expect(none.json).toEqual({ items: [], names: {}, next: null })
    const odd = await asks('GET', '/v1/audit?after=x')
    expect(odd.json['code']).toBe('CURSOR_UNREADABLE')
    const misspelt = await asks('GET', '/v1/audit?actr=x')
    expect(misspelt.json['code']).toBe('REQUEST_SHAPE')
  })

  it('finds by a head that was kept that the log was cut or changed', async () => {
    const { asks, database } = await opened()
    const { json: head } = await asks('GET', '/v1/audit/head')
    const keys = await listPublicKeys(database)
    const signed = parseHead(JSON.stringify(head), 'the answer')
    expect(checkSignature(signed, keys).kind).toBe('trusted')
    const { number, hash } = signed
    const kept = `/v1/audit/verification?number=${number}&hash=${hash}`
    expect((await asks('GET', kept)).json).toMatchObject({
      isWhole: true,
      faults: [],
      head: { number, hash },
    })
    await database
      .deleteFrom('audit_entries')
      .where('number', '=', number)
      .execute()
    const cut = await asks('GET', kept)
    expect(cut.json['isWhole']).toBe(false)
    expect(String(cut.json['faults'])).toContain('its end was cut off')
    const alone = await asks('GET', '/v1/audit/verification')
    expect(alone.json['isWhole']).toBe(true)
    const half = await asks('GET', '/v1/audit/verification?number=1')
    expect(half.json['code']).toBe('REQUEST_SHAPE')
  })
})
