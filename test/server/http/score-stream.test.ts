/** `POST /v1/score` as a stream: the lines of the command line, back-pressure, and clients that go away. */
import { rm } from 'node:fs/promises'
import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { Readable } from 'node:stream'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { programsUrl } from '../../helpers/built-programs.js'
import { testedApp, type TestedApp } from '../../helpers/http-app.js'
import { run } from '../commands/run-in-memory.js'
import { tiny } from '../commands/tiny-methodology.js'
import { keptFolder } from './kept-folder.js'

let server: TestedApp
let rules: string
let port: number

beforeAll(async () => {
  rules = await keptFolder({ 'tiny/2020.yaml': tiny() })
  server = await testedApp({ rules }, await programsUrl())
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  port = (server.app.server.address() as AddressInfo).port
}, 120_000)

afterAll(async () => {
  await server.close()
  await rm(rules, { recursive: true })
})

const URL_OF_TINY = '/v1/score?methodology=tiny&year=2020'

function linesOf(text: string): readonly Readonly<Record<string, unknown>>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
}

function stream(payload: string, url = URL_OF_TINY) {
  const headers = { 'content-type': 'application/x-ndjson' }
  return server.ask({ method: 'POST', url, headers, payload })
}

const BODIES = [
  '{"id":"x","a":1,"b":2}',
  '{"id":"y","a":"much","b":2}',
  'no JSON',
  '{"id":"z","a":null,"b":2}',
  '{"id":"x","a":5,"b":5}',
].join('\n')

describe('a body on each line', () => {
  it('is answered in order, an error line for a bad one, and the end last', async () => {
    const { statusCode, headers, body } = await stream(BODIES)
    expect(statusCode).toBe(200)
    expect(headers).toMatchObject({ 'olshem-methodology': 'tiny' })
    const lines = linesOf(body)
    const shown = lines.map(({ id, line, errors, place, end }) =>
      end ? { end } : place ? { place, id } : errors ? { line } : { id },
    )
    expect(shown).toEqual([
      { id: undefined },
      { id: 'x' },
      { line: 2 },
      { line: 3 },
      { id: 'z' },
      { line: 5 },
      { place: 1, id: 'x' },
      { end: true },
    ])
    expect(lines.at(-1)).toMatchObject({ end: true, scored: 1, errors: 3 })
  })

  it('has the lines that the command line writes', async () => {
    const { body } = await stream(BODIES)
    const { out } = await run(
      [
        ...['score', 'tiny', '--year', '2020', '--rules', rules],
        ...['--data', '-', '--ndjson', '--workers', '1'],
      ],
      {
        input: Readable.from([Buffer.from(BODIES)]),
        programs: await programsUrl(),
      },
    )
    const named = out.replaceAll('stdin', 'request')
    expect(body.split('\n').slice(0, -2)).toEqual(
      named.split('\n').slice(0, -2),
    )
  })

  it('is refused where the parameters are not as described', async () => {
    const url = '/v1/score?methodology=tiny&year=MMXX&yaer=2020'
    const { statusCode, json } = await stream(BODIES, url)
    expect(statusCode).toBe(400)
    expect(json()).toMatchObject({
      code: 'REQUEST_SHAPE',
      errors: [{ code: 'FIELD_UNKNOWN' }, { at: '/year' }],
    })
  })

  it('is refused by a methodology that looks across bodies', async () => {
    const own = await testedApp({}, await programsUrl())
    const response = await own.ask({
      method: 'POST',
      url: '/v1/score?methodology=kz-unified-rating&year=2025',
      headers: { 'content-type': 'application/x-ndjson' },
      payload: '',
    })
    expect(response.statusCode).toBe(422)
    expect(response.json()).toMatchObject({ code: 'LOOKS_ACROSS_BODIES' })
    await own.close()
  })

  it('is refused in UTF-16 before anything is answered', async () => {
    const payload = Buffer.from('\ufeff{}', 'utf16le')
    const headers = { 'content-type': 'application/x-ndjson' }
    const asked = {
      method: 'POST' as const,
      url: URL_OF_TINY,
      headers,
      payload,
    }
    expect((await server.ask(asked)).json()).toMatchObject({
      code: 'BODY_NOT_UTF_8',
    })
  })
})

function begin(): ClientRequest {
  return request({
    port,
    path: URL_OF_TINY,
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
  })
}

/** Lines of about 1 MiB together. */
function manyBodies(from: number): string {
  const lines: string[] = []
  for (let body = 0; body < 30_000; body += 1) {
    lines.push(`{"id":"b${from + body}","a":${body % 100},"b":1}\n`)
  }
  return lines.join('')
}

describe('over a connection', () => {
  it('is held back where its answer is not read', async () => {
    const client = begin()
    let taken = 0
    const answered = once(client, 'response')
    const sending = (async () => {
      for (let part = 0; part < 40; part += 1) {
        if (!client.write(manyBodies(part * 30_000))) {
          await once(client, 'drain')
        }
        taken += 1
      }
    })()
    sending.catch(() => undefined)
    const [response] = (await answered) as [IncomingMessage]
    response.pause()
    let before = -1
    while (taken !== before) {
      before = taken
      await new Promise((resolve) => setTimeout(resolve, 1500))
    }
    expect(taken).toBeLessThan(40)
    client.destroy()
  }, 60_000)

  it('ends its work where the client goes away', async () => {
    const client = begin()
    client.on('error', () => undefined)
    client.write(manyBodies(0))
    const [response] = (await once(client, 'response')) as [IncomingMessage]
    response.on('error', () => undefined)
    response.once('data', () => client.destroy())
    await once(client, 'close')
    // The threads are free again: another request is answered.
    const { body } = await stream('{"id":"x","a":1,"b":2}')
    expect(linesOf(body).at(-1)).toMatchObject({ end: true, scored: 1 })
  })
})
