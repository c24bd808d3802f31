/** Restricted values over HTTP: planted, and searched for in every answer to one who may not see them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readConfiguration } from '../../../server/configuration/read-configuration.js'
import type { Database } from '../../../server/database/tables.js'
import { actingNow, SERVER } from '../../../server/http/acting.js'
import type { Asker } from '../../../server/http/asker.js'
import { buildApp } from '../../../server/http/build-app.js'
import { openLog } from '../../../server/http/log.js'
import { importFolder } from '../../../server/methodology-store/import-folder.js'
import { DATABASES } from '../../helpers/databases.js'
import {
  RESTRICTED_BEFORE,
  RESTRICTED_BODIES,
  restrictedText,
  tracesIn,
} from '../../helpers/restricted.js'

const HOST = { host: '127.0.0.1:8080' }
const READER: Asker = { kind: 'user', id: 'u1', role: 'reader' }
const ANALYST: Asker = { kind: 'user', id: 'u2', role: 'analyst' }
const KEY: Asker = { kind: 'key', id: 'k1', scopes: ['read', 'score', 'run'] }

describe.each(DATABASES)('restricted values over HTTP, on $kind', (kind) => {
  let app: FastifyInstance
  let database: Database
  let close: () => Promise<void>
  let rules = ''
  let asker: Asker = ANALYST
  const logged: string[] = []
  let dataSet = ''
  let run = ''

  const ask = (url: string, body?: unknown, type = 'application/json') =>
    app.inject({
      method: body === undefined ? 'GET' : 'POST',
      url,
      ...(body === undefined
        ? { headers: HOST }
        : {
            payload: typeof body === 'string' ? body : JSON.stringify(body),
            headers: { ...HOST, 'content-type': type },
          }),
    })
  const as = <Answer>(who: Asker, work: () => Promise<Answer>) => {
    asker = who
    return work().finally(() => {
      asker = ANALYST
    })
  }
  const load = (bodies: unknown, year: number, more = '') =>
    ask(
      `/v1/data-sets?methodology=test&year=${year}&name=Data&source=hand${more}`,
      { year, bodies },
    )

  beforeAll(async () => {
    const opened = await kind.open()
    ;({ database } = opened)
    close = opened.close
    rules = await mkdtemp(join(tmpdir(), 'olshem-restricted-'))
    await mkdir(join(rules, 'test'))
    await writeFile(join(rules, 'test/1.yaml'), restrictedText())
    await importFolder(database, rules, actingNow(SERVER))
    const out = {
      write: (text: string) => {
        logged.push(text)
        return Promise.resolve()
      },
    }
    app = await buildApp({
      configuration: readConfiguration({}, rules),
      programs: new URL('file:///no-programs/'),
      store: { database, rules },
      log: openLog('trace', { out } as never),
    })
    app.addHook('onRequest', (request, _, done) => {
      Object.defineProperty(request, 'asker', { get: () => asker })
      done()
    })
    const before = await load(RESTRICTED_BEFORE, 2019)
    const loaded = await load(RESTRICTED_BODIES, 2020)
    dataSet = loaded.json<{ dataSet: { id: string } }>().dataSet.id
    const previous = [before.json<{ dataSet: { id: string } }>().dataSet.id]
    const made = await ask('/v1/runs', {
      ...{ methodology: 'test', year: 2020, dataSet, previous },
    })
    run = made.json<{ run: { id: string } }>().run.id
  })

  afterAll(async () => {
    await app.close()
    await close()
    await rm(rules, { recursive: true })
  })

  const addresses = () => [
    '/v1/runs',
    `/v1/runs?dataSet=${dataSet}`,
    `/v1/runs/${run}`,
    `/v1/runs/${run}/result`,
    ...[
      'total',
      'double',
      'copy',
      'parts',
      'W',
      'standing',
      'visible',
      'rich',
    ].map((figure) => `/v1/runs/${run}/explanations/b1?output=${figure}`),
    `/v1/runs/${run}/explanations/b1`,
    `/v1/runs/${run}/export`,
    '/v1/data-sets',
    `/v1/data-sets/${dataSet}`,
    `/v1/data-sets/${dataSet}/data`,
    '/metrics',
    '/health/ready',
    '/v1/openapi.json',
    '/v1/methodologies',
    '/v1/methodologies/test/versions/1/template',
  ]

  it('stand in no answer to a reader, and no hash of them', async () => {
    for (const who of [READER, KEY]) {
      for (const address of addresses()) {
        const { body } = await as(who, () => ask(address))
        expect(tracesIn(body), address).toEqual([])
        // What was asked for may be repeated.
        const said = address.includes(dataSet) ? '' : body
        expect(said, address).not.toContain(dataSet.slice(0, 20))
      }
    }
  })

  it('are all there for an analyst', async () => {
    const result = await ask(`/v1/runs/${run}/result`)
    const stored = await database
      .selectFrom('runs')
      .select('result')
      .where('id', '=', run)
      .executeTakeFirstOrThrow()
    expect(result.body).toBe(stored.result)
    expect(tracesIn(result.body)).not.toEqual([])
    expect((await ask(`/v1/runs/${run}/export`)).statusCode).toBe(200)
    expect((await ask(`/v1/data-sets/${dataSet}/data`)).statusCode).toBe(200)
    expect(
      tracesIn((await ask(`/v1/runs/${run}/explanations/b1`)).body),
    ).not.toEqual([])
  })

  it('are refused or unknown where they cannot be left out', async () => {
    const answers = [
      [`/v1/runs/${run}/export`, 403, 'RESTRICTED'],
      [`/v1/data-sets/${dataSet}`, 404, 'DATA_SET_UNKNOWN'],
      [`/v1/data-sets/${dataSet}/data`, 404, 'DATA_SET_UNKNOWN'],
    ] as const
    for (const [address, status, code] of answers) {
      const answer = await as(READER, () => ask(address))
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual(
        [status, code],
      )
    }
    const list = await as(READER, () => ask('/v1/data-sets'))
    expect(list.json()).toEqual({
      items: [],
      names: {},
      next: null,
      restricted: ['test'],
    })
  })

  it('stand in no replay, run or score that a key asks for', async () => {
    const replay = await as(KEY, () => ask(`/v1/runs/${run}/replay`, {}))
    expect(replay.json()).toMatchObject({
      kind: 'identical',
      written: null,
      restricted: ['written', 'computed', 'difference'],
    })
    const made = await as(KEY, () =>
      ask('/v1/runs', { methodology: 'test', year: 2020, dataSet }),
    )
    expect(made.statusCode).toBe(201)
    const scored = await as(KEY, () =>
      ask('/v1/score', {
        ...{ methodology: 'test', year: 2020, bodies: RESTRICTED_BODIES },
        explain: ['b1'],
      }),
    )
    expect(scored.statusCode).toBe(200)
    for (const { body } of [replay, made, scored]) {
      expect(tracesIn(body)).toEqual([])
      expect(body).not.toContain(dataSet.slice(0, 20))
    }
  })

  it('stand in no difference from the data that a key replaces', async () => {
    const corrected = RESTRICTED_BODIES.map((body) => ({
      ...body,
      income: '5',
      open: 9,
    }))
    const answer = await as({ ...KEY, scopes: ['load'] }, () =>
      load(corrected, 2020, `&replaces=${dataSet}`),
    )
    expect(answer.statusCode).toBe(201)
    expect(tracesIn(answer.body)).toEqual([])
    const { differences, restricted } = answer.json<{
      differences: { column: string }[]
      restricted: string[]
    }>()
    expect(new Set(differences.map(({ column }) => column))).toEqual(
      new Set(['open']),
    )
    expect(restricted).toContain('income')
  })

  it('stand in neither the log of the server nor the audit log', async () => {
    await ask('/v1/score', {
      methodology: 'test',
      year: 2020,
      bodies: [{ ...RESTRICTED_BODIES[0], income: '731946285013579x' }],
    })
    const entries = await database
      .selectFrom('audit_entries')
      .selectAll()
      .execute()
    expect(entries.length).toBeGreaterThan(2)
    expect(tracesIn(JSON.stringify(entries))).toEqual([])
    expect(tracesIn(logged.join(''))).toEqual([])
  })
})
