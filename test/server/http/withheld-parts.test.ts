/** How what is withheld is named, where the rest of an answer is shown. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { DATABASES } from '../../helpers/databases.js'
import { BODIES, contentOf, plantedText } from '../../helpers/planted.js'
import {
  plantedServer,
  type PlantedServer,
  type Who,
} from '../../helpers/planted-server.js'

describe.each(DATABASES)('what is withheld, on $kind', (kind) => {
  let planted: PlantedServer
  const json = async (who: Who, url: string, sent?: object) =>
    (await planted.ask(who, url, sent)).json<unknown>()

  beforeAll(async () => {
    planted = await plantedServer(kind)
  }, 120_000)

  afterAll(() => planted.close())

  it('is a cell that says so in tables of results', async () => {
    const { first } = planted.ids
    const csv = await planted.ask('reader', `/v1/runs/${first}/result.csv`)
    const [header, line] = csv.body.split('\n')
    expect(header).toMatch(
      /^id,name,status,total,open_part,double,before,parts,taxed,plain,place\.plain,/,
    )
    // open is 2: plain is 3, and twice that is 6; of 3 and 4 the second is higher.
    expect(line).toMatch(
      /^b1,Body 1,restricted,restricted,6,restricted,restricted,restricted,restricted,3,2,/,
    )
    const xlsx = await planted.ask('reader', `/v1/runs/${first}/result.xlsx`)
    const content = contentOf(xlsx.rawPayload)
    expect(content).toContain('hashes: data.sha256')
    expect(content).not.toContain('place total')
  })

  it('is named in a comparison, and never stands beside a value', async () => {
    const { first, second } = planted.ids
    const url = `/v1/run-comparison?a=${first}&b=${second}`
    expect(await json('reader', url)).toMatchObject({
      ...{ isSame: null, inputs: [] },
      a: { dataSet: null },
      b: { dataSet: null },
      bodies: { notScored: [], outputs: [] },
      restricted: {
        inputs: ['data', 'register', 'based on'],
        outputs: ['total', 'double', 'before', 'parts', 'taxed'],
        rankings: ['total'],
      },
    })
    const { isSame, bodies } = (await json('analyst', url)) as {
      isSame: boolean
      bodies: { outputs: { output: string }[] }
    }
    expect(isSame).toBe(false)
    // Of one body another income was loaded; nothing else changed.
    const differing = bodies.outputs.map(({ output }) => output)
    expect(differing).toEqual(['total', 'double'])
  })

  it('is refused where signed hashes cannot be cut', async () => {
    const receipt = `/v1/runs/${planted.ids.first}/receipt`
    const refused = { code: 'RESTRICTED', status: 403 }
    expect(await json('reader', receipt)).toMatchObject(refused)
    expect(await json('analyst', receipt)).toMatchObject({
      dataSha256: planted.ids.data,
    })
  })

  it('is refused of a register, whether or not it has a state of the hash', async () => {
    const { register } = planted.ids
    const refused = { code: 'RESTRICTED', status: 403 }
    for (const more of ['', `/${register}`, `/${'0'.repeat(64)}`]) {
      const url = `/v1/registers/secret-bodies${more}`
      expect(await json('reader', url)).toMatchObject(refused)
    }
    expect(await json('reader', '/v1/registers')).toEqual({
      ...{ items: [], names: {}, restricted: ['secret-bodies'] },
    })
  })

  it('is what differs in a replay, not that it does', async () => {
    const url = `/v1/jobs/${planted.ids.job}`
    const hidden = ['difference', 'written', 'computed', 'why']
    const { result } = (await json('key', url)) as {
      result: { counts: object; replays: { run: string }[] }
    }
    expect(result.counts).toEqual({ identical: 2, different: 1 })
    const changed = result.replays.find(({ run }) => run === 'changed-run')
    expect(changed).toEqual({
      ...{ run: 'changed-run', outcome: 'different', why: [] },
      ...{ difference: null, written: null, computed: null },
      restricted: hidden,
    })
  })

  it('is seen in the effect of a draft by who writes drafts', async () => {
    const url = `/v1/drafts/${planted.ids.draft}/effect`
    const { effect } = (await json('owner', url)) as {
      effect: { dataSet: string; rankings: { ranking: string }[] }
    }
    const names = effect.rankings.map(({ ranking }) => ranking)
    expect(names).toEqual(['total', 'plain'])
  })

  it('warns authors of a draft that releases what can be solved', async () => {
    const text = `${plantedText('3')}\nreleased: [double]\n`
    const made = (await json('owner', '/v1/drafts', { text })) as {
      draft: { id: string }
    }
    expect(await json('owner', `/v1/drafts/${made.draft.id}`)).toMatchObject({
      ...{ mistakes: [], warnings: [{ code: 'RELEASE_SOLVABLE' }] },
    })
  })

  it('is not opened by a key that has the data scored by other rules', async () => {
    const { database } = planted.server
    // A run that does not come out the same stands in the way of publishing.
    const { changed } = planted.ids
    await database.deleteFrom('runs').where('id', '=', changed).execute()
    const { draft } = (await json('owner', '/v1/drafts', {
      text: plantedText('3').replace(
        'income: { type: number, restricted: true }',
        'income: { type: number }',
      ),
    })) as { draft: { id: string; sha256: string } }
    const url = `/v1/drafts/${draft.id}`
    const { sha256 } = draft
    await json('owner', `${url}/approval-request`, { sha256 })
    await json('approver', `${url}/approval`, { sha256 })
    const { publication } = (await json('owner', `${url}/publication`, {
      sha256,
    })) as { publication: object }
    // The new text shows incomes: of earlier data they stay withheld.
    expect(publication).toMatchObject({
      effect: { kind: 'compared', rankings: [], notScored: [] },
    })
    const sent = { year: 2024, bodies: BODIES }
    const about = 'methodology=test&year=2024&name=Data&source=hand'
    const loaded = (await json(
      'analyst',
      `/v1/data-sets?${about}&version=2`,
      sent,
    )) as { dataSet: { id: string } }
    const dataSet = loaded.dataSet.id
    const run = { methodology: 'test', year: 2024, dataSet, version: '3' }
    expect(await json('key', '/v1/runs', run)).toMatchObject({
      code: 'DATA_SET_UNKNOWN',
    })
    const same = await planted.ask('key', '/v1/runs', { ...run, version: '2' })
    expect(same.statusCode).toBe(201)
  })
})
