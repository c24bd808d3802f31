/** How often and how slowly somebody may ask, and what the log tells of it. */
import { connect } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import Fastify from 'fastify'
import { describe, expect, it, onTestFinished } from 'vitest'

import type { Configuration } from '../../../server/configuration/configuration.js'
import { buildApp } from '../../../server/http/build-app.js'
import { limitSending } from '../../../server/http/hooks/limit-sending.js'
import { openLog } from '../../../server/http/log.js'
import { readConfiguration } from '../../../server/configuration/read-configuration.js'
import { DATABASES } from '../../helpers/databases.js'
import {
  newUser,
  PASSWORD,
  peopleApp,
  signedIn,
  withKey,
} from '../../helpers/people-app.js'
import { memorySink } from '../commands/run-in-memory.js'

const [SQLITE] = DATABASES
if (!SQLITE) throw new Error('No database')
const kind = SQLITE

async function opened(settings: Partial<Configuration> = {}) {
  const server = await peopleApp(kind, settings)
  onTestFinished(server.close)
  return server
}

describe('too many requests in a minute', () => {
  it('are refused to a key, and not to another at the same address', async () => {
    const { ask, database } = await opened({ rateLimit: 3 })
    const first = await withKey(database, ['read'])
    const second = await withKey(database, ['read', 'score'])
    const statusOf = async (headers: typeof first) =>
      (await ask({ url: '/v1/runs', headers })).statusCode
    const statuses = [
      await statusOf(first),
      await statusOf(first),
      await statusOf(first),
      await statusOf(first),
    ]
    expect(statuses).toEqual([200, 200, 200, 429])
    expect(await statusOf(second)).toBe(200)
    const refused = await ask({ url: '/v1/runs', headers: first })
    expect(refused.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    const seconds = Number(refused.headers['retry-after'])
    expect(seconds).toBeGreaterThanOrEqual(1)
    expect(seconds).toBeLessThanOrEqual(60)
  })

  it('are refused to an address whose keys are wrong, and to nobody else there', async () => {
    const { ask, database } = await opened({ rateLimit: 2 })
    await newUser(database, 'reader')
    const right = await withKey(database, ['read'])
    const wrong = { authorization: `Bearer olshem-key-${'a'.repeat(43)}` }
    const codes: unknown[] = []
    for (const headers of [wrong, wrong, wrong, {}]) {
      const answer = await ask({ url: '/v1/runs', headers })
      codes.push(answer.json<{ code: string }>().code)
    }
    expect(codes).toEqual([
      'KEY_REFUSED',
      'KEY_REFUSED',
      'TOO_MANY_REQUESTS',
      'TOO_MANY_REQUESTS',
    ])
    const passed = await ask({ url: '/v1/runs', headers: right })
    expect(passed.statusCode).toBe(200)
  })

  it('are none of whoever sits at the machine of a server without users', async () => {
    const { ask } = await opened({ rateLimit: 1 })
    for (const url of ['/v1/runs', '/v1/runs', '/metrics']) {
      expect((await ask({ url })).statusCode).toBe(200)
    }
  })
})

describe('too many passwords in a minute', () => {
  const signIn = (name: string, remoteAddress = '127.0.0.1', headers = {}) => ({
    method: 'POST' as const,
    url: '/v1/session',
    payload: { name, password: 'one two three five' },
    remoteAddress,
    headers,
  })

  it('are refused to an address, whatever the names', async () => {
    const { ask } = await opened()
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const answer = await ask(signIn(`User ${attempt}`))
      expect(answer.statusCode).toBe(401)
    }
    expect((await ask(signIn('User 10'))).statusCode).toBe(429)
    expect((await ask(signIn('User 10', '10.0.0.7'))).statusCode).toBe(401)
  })

  it('are refused for a name, whatever the addresses and the capitals, and its sessions go on', async () => {
    const { ask, database } = await opened()
    const { name } = await newUser(database, 'reader')
    const right = { ...signIn(name), payload: { name, password: PASSWORD } }
    const session = await ask(right)
    const [cookie = ''] = String(session.headers['set-cookie']).split(';')
    for (let attempt = 0; attempt < 9; attempt += 1) {
      const answer = await ask(signIn(name.toUpperCase(), `10.0.0.${attempt}`))
      expect(answer.statusCode).toBe(401)
    }
    const eleventh = await ask(signIn(` ${name} `, '10.0.1.1'))
    expect(eleventh.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    const goesOn = await ask({ url: '/v1/runs', headers: { cookie } })
    expect(goesOn.statusCode).toBe(200)
  })

  it('are counted by the address that a trusted proxy names, and by no other', async () => {
    const publicUrl = new URL('https://rating.example')
    const countOf = async (trustedProxies: readonly string[]) => {
      const { ask, database } = await opened({ publicUrl, trustedProxies })
      await newUser(database, 'reader')
      let refused = 0
      for (let attempt = 0; attempt < 12; attempt += 1) {
        const from = { 'x-forwarded-for': `203.0.113.${attempt}` }
        const asked = signIn(`User ${attempt}`, '127.0.0.1', from)
        if ((await ask(asked)).statusCode === 429) refused += 1
      }
      return refused
    }
    expect(await countOf([])).toBe(2)
    expect(await countOf(['10.0.0.5'])).toBe(2)
    expect(await countOf(['127.0.0.1'])).toBe(0)
  })

  it('are counted for a network of version 6, of which one machine has every address', async () => {
    const { ask } = await opened()
    const statuses: number[] = []
    for (let attempt = 0; attempt < 11; attempt += 1) {
      const asked = signIn(`User ${attempt}`, `2001:db8::${attempt + 1}`)
      statuses.push((await ask(asked)).statusCode)
    }
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('a body that comes too slowly', () => {
  async function listening() {
    const app = Fastify()
    limitSending(app, 300)
    app.addContentTypeParser('application/x-ndjson', (_, body, done) => {
      done(null, body)
    })
    app.post('/', async ({ body }) => {
      let letters = 0
      const parts = Symbol.asyncIterator in Object(body)
      if (!parts) return { letters: -1 }
      for await (const part of body as AsyncIterable<Buffer>)
        letters += part.length
      return { letters }
    })
    await app.listen({ port: 0, host: '127.0.0.1' })
    onTestFinished(() => app.close())
    return (app.server.address() as AddressInfo).port
  }

  /** Sends the head and half of the body, and the rest a second later. */
  async function send(type: string): Promise<string> {
    const socket = connect(await listening(), '127.0.0.1')
    socket.on('error', () => undefined)
    let answer = ''
    socket.on('data', (bytes) => (answer += bytes.toString()))
    socket.write(
      `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: 4\r\n\r\n[1`,
    )
    setTimeout(() => socket.write('1]'), 1000)
    await once(socket, 'close')
    return answer
  }

  it('is refused, and the connection ended', async () => {
    const answer = await send('application/json')
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer).toContain('"code":"REQUEST_TOO_SLOW"')
  })

  it('is waited for where it is a stream', async () => {
    expect(await send('application/x-ndjson')).toContain('{"letters":4}')
  })
})

describe('the log', () => {
  it('holds no password, key, cookie or header of a request', async () => {
    const { database, store } = await opened()
    const out = memorySink()
    const app = await buildApp({
      configuration: readConfiguration({}, 'rules'),
      programs: new URL('file:///no-programs/'),
      log: openLog('trace', { out }),
      store,
    })
    onTestFinished(() => app.close())
    const session = await signedIn(database, 'analyst')
    const key = await withKey(database, ['read'])
    const { name } = await newUser(database, 'reader')
    const host = { host: '127.0.0.1:8080' }
    const secrets = [
      session.cookie.replace('olshem-session=', ''),
      session['olshem-csrf'] ?? '',
      (key['authorization'] ?? '').replace('Bearer ', ''),
      PASSWORD,
      name,
    ]
    for (const headers of [session, key]) {
      await app.inject({ url: '/v1/runs', headers: { ...host, ...headers } })
    }
    for (const password of [PASSWORD, `${PASSWORD}s`]) {
      const payload = { name, password }
      const asked = { method: 'POST', url: '/v1/session', payload } as const
      await app.inject({ ...asked, headers: host })
    }
    // A fault of the server itself, while somebody is signed in.
    await database.schema.dropTable('runs').execute()
    const fault = await app.inject({
      url: '/v1/runs',
      headers: { ...host, ...session },
    })
    expect(fault.statusCode).toBe(500)
    expect(fault.body).not.toMatch(/SQLITE|no such table|\.ts/)
    const text = out.text()
    expect(text).toContain('no such table')
    expect(text).toContain('"path":"/v1/session"')
    for (const secret of secrets) expect(text).not.toContain(secret)
  })
})
