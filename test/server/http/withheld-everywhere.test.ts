/**
 * Restricted values are planted in everything that a server holds, and searched for
 * in the answer of every address to those who may not see them, and in its logs.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { DATABASES } from '../../helpers/databases.js'
import {
  BODIES,
  contentOf,
  CORRECTION,
  plantedIn,
} from '../../helpers/planted.js'
import {
  plantedServer,
  type PlantedIds,
  type PlantedServer,
  type Who,
} from '../../helpers/planted-server.js'

const OUTPUTS = [
  ...['total', 'open_part', 'double', 'before', 'parts', 'taxed', 'plain'],
]

/** Of every address that is read, real ones: a new route needs a line here. */
function addresses(ids: PlantedIds): Readonly<Record<string, string[]>> {
  const { data, corrected, register, first, second, changed } = ids
  const [runs, sets] = [
    [first, second, changed],
    [ids.previous, data, corrected],
  ]
  const version = '/v1/methodologies/test/versions'
  const ofRuns = (more = '') => runs.map((id) => `/v1/runs/${id}${more}`)
  const ofSets = (more = '') => sets.map((id) => `/v1/data-sets/${id}${more}`)
  const ofDrafts = (more = '') =>
    [ids.draft, ids.published].map((id) => `/v1/drafts/${id}${more}`)
  return {
    'GET /': ['/'],
    'GET /administration': ['/administration'],
    'GET /administration/*': ['/administration/1'],
    'GET /assets/:name': ['/assets/part.js'],
    'GET /data': ['/data'],
    'GET /data/*': ['/data/1'],
    'GET /drafts': ['/drafts'],
    'GET /drafts/*': ['/drafts/1'],
    'GET /icon.svg': ['/icon.svg'],
    'GET /methodologies': ['/methodologies'],
    'GET /methodologies/*': ['/methodologies/1'],
    'GET /replay': ['/replay'],
    'GET /replay/*': ['/replay/1'],
    'GET /runs': ['/runs'],
    'GET /runs/*': ['/runs/1'],
    'GET /sign-in': ['/sign-in'],
    'GET /sign-in/*': ['/sign-in/1'],
    'GET /years': ['/years'],
    'GET /years/*': ['/years/1'],
    'GET /docs': ['/docs'],
    'GET /health/live': ['/health/live'],
    'GET /health/ready': ['/health/ready'],
    'GET /metrics': ['/metrics'],
    'GET /style.css': ['/style.css'],
    'GET /v1/api-keys': ['/v1/api-keys'],
    'GET /v1/audit': ['/v1/audit?limit=100'],
    'GET /v1/audit/head': ['/v1/audit/head'],
    'GET /v1/audit/verification': ['/v1/audit/verification'],
    'GET /v1/data-sets': ['/v1/data-sets', '/v1/data-sets?methodology=test'],
    'GET /v1/data-sets/:id': ofSets(),
    'GET /v1/data-sets/:id/data': [
      ...ofSets('/data'),
      ...ofSets('/data?format=xlsx'),
      ...ofSets('/data?format=csv'),
      ...ofSets('/data?format=csv&table=goals'),
    ],
    'GET /v1/data-sets/:id/differences': ofSets('/differences'),
    'GET /v1/drafts': ['/v1/drafts'],
    'GET /v1/drafts/:id': ofDrafts(),
    'GET /v1/drafts/:id/effect': [`/v1/drafts/${ids.draft}/effect`],
    'GET /v1/drafts/:id/text': ofDrafts('/text'),
    'GET /v1/drafts/:id/texts': ofDrafts('/texts'),
    'GET /v1/drafts/:id/texts/:sha256': [
      `/v1/drafts/${ids.draft}/texts/${ids.draftText}`,
    ],
    'GET /v1/jobs': ['/v1/jobs'],
    'GET /v1/jobs/:id': [`/v1/jobs/${ids.job}`],
    'GET /v1/jobs/:id/events': [`/v1/jobs/${ids.job}/events`],
    'GET /v1/keys': ['/v1/keys'],
    'GET /v1/methodologies': ['/v1/methodologies'],
    'GET /v1/methodologies/:methodology': ['/v1/methodologies/test'],
    'GET /v1/methodologies/:methodology/diff': [
      '/v1/methodologies/test/diff?from=1&to=2',
    ],
    'GET /v1/methodologies/:methodology/in-force': [
      '/v1/methodologies/test/in-force?year=2020',
    ],
    'GET /v1/methodologies/:methodology/versions/:version': [
      `${version}/1`,
      `${version}/2`,
    ],
    'GET /v1/methodologies/:methodology/versions/:version/input-schema': [
      `${version}/1/input-schema`,
    ],
    'GET /v1/methodologies/:methodology/versions/:version/publication': [
      `${version}/2/publication`,
    ],
    'GET /v1/methodologies/:methodology/versions/:version/template': [
      ...['json', 'csv', 'xlsx'].map(
        (format) => `${version}/1/template?year=2020&format=${format}`,
      ),
    ],
    'GET /v1/openapi.json': ['/v1/openapi.json'],
    'GET /v1/registers': ['/v1/registers'],
    'GET /v1/registers/:id': ['/v1/registers/secret-bodies'],
    'GET /v1/registers/:id/:sha256': [
      `/v1/registers/secret-bodies/${register}`,
    ],
    'GET /v1/run-comparison': [
      `/v1/run-comparison?a=${first}&b=${second}`,
      `/v1/run-comparison?a=${second}&b=${second}`,
    ],
    'GET /v1/runs': ['/v1/runs', ...sets.map((id) => `/v1/runs?dataSet=${id}`)],
    'GET /v1/runs/:id': ofRuns(),
    'GET /v1/runs/:id/bodies/:body': ofRuns('/bodies/b1'),
    'GET /v1/runs/:id/explanations/:body': [
      `/v1/runs/${first}/explanations/b1`,
      ...OUTPUTS.map(
        (output) => `/v1/runs/${first}/explanations/b1?output=${output}`,
      ),
    ],
    'GET /v1/runs/:id/export': ofRuns('/export'),
    'GET /v1/runs/:id/receipt': [first, second].map(
      (id) => `/v1/runs/${id}/receipt`,
    ),
    'GET /v1/runs/:id/result': ofRuns('/result'),
    'GET /v1/runs/:id/result.csv': ofRuns('/result.csv'),
    'GET /v1/runs/:id/result.xlsx': ofRuns('/result.xlsx'),
    'GET /v1/session': ['/v1/session'],
    'GET /v1/users': ['/v1/users'],
  }
}

/** Where an analyst sees planted values. */
const SHOW = [
  'GET /v1/data-sets/:id/data',
  'GET /v1/data-sets/:id/differences',
  'GET /v1/jobs/:id',
  'GET /v1/registers/:id/:sha256',
  'GET /v1/run-comparison',
  'GET /v1/runs/:id/bodies/:body',
  'GET /v1/runs/:id/explanations/:body',
  'GET /v1/runs/:id/export',
  'GET /v1/runs/:id/result',
  'GET /v1/runs/:id/result.csv',
  'GET /v1/runs/:id/result.xlsx',
]

const BLIND: readonly Who[] = ['reader', 'key']

describe.each(DATABASES)('planted restricted values, on $kind', (kind) => {
  let planted: PlantedServer
  let read: Readonly<Record<string, string[]>>
  /** Hashes over restricted values, from which these could be guessed. */
  let hashes: readonly string[]

  beforeAll(async () => {
    planted = await plantedServer(kind)
    const { ids, server } = planted
    read = addresses(ids)
    const results = await server.database
      .selectFrom('runs')
      .select('result_sha256')
      .execute()
    hashes = [
      ...[ids.previous, ids.data, ids.corrected, ids.register],
      ...results.map((run) => run.result_sha256),
    ]
  }, 120_000)

  afterAll(() => planted.close())

  /** What an answer gives away; what was asked for may be repeated. */
  async function leaksOf(...asked: Parameters<PlantedServer['ask']>) {
    const [who, url, sent] = asked
    const answer = await planted.ask(...asked)
    expect(answer.statusCode, `${who} ${url}`).toBeLessThan(500)
    const told = `${contentOf(answer.rawPayload)}\n${headersOf(answer.headers)}`
    const said = `${url} ${typeof sent === 'object' ? JSON.stringify(sent) : ''}`
    const found = [
      ...plantedIn(told),
      ...hashes.filter((hash) => told.includes(hash) && !said.includes(hash)),
    ]
    return found.map((each) => `${who} ${url} ${answer.statusCode}: ${each}`)
  }

  it('are searched for at every address that is read: a new one needs a line in `addresses`', () => {
    const routes = [...planted.server.app.permissions.keys()]
    const ofGet = routes.filter((route) => route.startsWith('GET '))
    expect(Object.keys(read).sort()).toEqual(ofGet.sort())
  })

  it('are searched for at addresses where there is something', async () => {
    for (const url of Object.values(read).flat()) {
      const { statusCode } = await planted.ask('admin', url)
      expect([url, statusCode]).toEqual([url, 200])
    }
  }, 60_000)

  it.each(BLIND)(
    'stand in no answer that a %s reads, and no hash of them',
    async (who) => {
      const leaks: string[] = []
      for (const url of Object.values(read).flat()) {
        leaks.push(...(await leaksOf(who, url)))
      }
      expect(leaks).toEqual([])
    },
    60_000,
  )

  it('are there for an analyst', async () => {
    for (const route of SHOW) {
      const found: string[] = []
      for (const url of read[route] ?? []) {
        const { rawPayload } = await planted.ask('analyst', url)
        found.push(...plantedIn(contentOf(rawPayload)))
      }
      expect([route, found.length > 0]).toEqual([route, true])
    }
  }, 60_000)

  it('stand in no answer to what a reader or a key sends', async () => {
    const { ids } = planted
    const score = { methodology: 'test', version: '1', year: 2020 }
    const previous = [{ year: 2019, bodies: BODIES }]
    const scored = { ...score, bodies: CORRECTION, previous }
    const run = { methodology: 'test', year: 2020, dataSet: ids.data }
    const loaded = 'methodology=test&year=2020&name=Data&source=hand'
    const other = BODIES.map((body) => ({ ...body, income: 1, open: 9 }))
    // Each with the status that a key is answered.
    const sent: readonly [number, string, object | string][] = [
      [200, '/v1/score', scored],
      [200, '/v1/score', { ...scored, explain: ['b1', 'b2'] }],
      [403, '/v1/score', { ...scored, receipt: true }],
      [201, '/v1/runs', { ...run, previous: [ids.previous] }],
      [200, `/v1/runs/${ids.first}/replay`, {}],
      [200, `/v1/runs/${ids.changed}/replay`, {}],
      [202, '/v1/replays', {}],
      [
        ...([201, `/v1/data-sets?${loaded}&replaces=${ids.data}`] as const),
        { year: 2020, bodies: other },
      ],
      [200, '/v1/methodologies/test/versions/1/examples', {}],
      [403, `/v1/drafts/${ids.draft}/examples`, {}],
    ]
    const leaks: string[] = []
    for (const [status, url, content] of sent) {
      const { statusCode } = await planted.ask('key', url, content)
      expect([url, statusCode]).toEqual([url, status])
      for (const who of BLIND) leaks.push(...(await leaksOf(who, url, content)))
    }
    expect(leaks).toEqual([])
  }, 60_000)

  it('stand neither in the log of the server nor in the audit log', async () => {
    const { server, logged } = planted
    const entries = await server.database
      .selectFrom('audit_entries')
      .selectAll()
      .execute()
    expect(entries.length).toBeGreaterThan(10)
    expect(plantedIn(JSON.stringify(entries))).toEqual([])
    expect(logged.length).toBeGreaterThan(0)
    expect(plantedIn(logged.join(''))).toEqual([])
  })

  it('are withheld from what a publication keeps, for whoever asks', async () => {
    const url = '/v1/methodologies/test/versions/2/publication'
    const { body } = await planted.ask('admin', url)
    expect(plantedIn(body)).toEqual([])
    const { effect } = JSON.parse(body) as {
      effect: { dataSet: null; rankings: { ranking: string }[] }
    }
    expect(effect).toMatchObject({ kind: 'compared', dataSet: null })
    expect(effect.rankings.map(({ ranking }) => ranking)).toEqual(['plain'])
  })
})

function headersOf(headers: object): string {
  return decodeURIComponent(
    JSON.stringify(headers).replace(/%(?![0-9A-F]{2})/gi, ''),
  )
}
