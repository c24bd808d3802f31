/** Two years of a tiny index side by side; every figure is calculated by hand: total = a + b. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { DATABASES } from '../../helpers/databases.js'
import { tinyServers, type TinyApp, type TinyServers } from './tiny-app.js'

describe.each(DATABASES)('two runs on $kind', (kind) => {
  let servers: TinyServers
  let server: TinyApp
  let before: string
  let after: string

  beforeAll(async () => {
    servers = await tinyServers(kind)
    server = await servers.start()
    // Totals 3, 7, 0 and 5; then 3.1, 2, missing and 0.
    before = await server.run('id,a,b\nm1,1,2\nm2,3,4\nm3,0,0\nm4,2,3\n', 2020)
    after = await server.run('id,a,b\nm1,1,2.1\nm2,2,0\nm3,0,\nm5,0,0\n', 2021)
  })
  afterAll(async () => {
    await server.close()
    await servers.close()
  })

  const compare = async (a: string, b: string) => {
    const { statusCode, body } = await server.ask({
      url: `/v1/run-comparison?a=${a}&b=${b}`,
    })
    return { statusCode, body: JSON.parse(body) as never }
  }

  it('show who moved by how many places, with the figures as decimal text', async () => {
    const { body } = await compare(before, after)
    const placed = (place: number, value: string) => ({
      ...{ kind: 'placed', place, value, group: null },
    })
    const leftOut = expect.objectContaining({ kind: 'left-out' }) as unknown
    expect(body).toMatchObject({
      isSame: false,
      rankings: [
        {
          ranking: 'total',
          places: [
            { id: 'm1', a: placed(3, '3'), b: placed(1, '3.1'), movedBy: 2 },
            { id: 'm2', a: placed(1, '7'), b: placed(2, '2'), movedBy: -1 },
            { id: 'm5', a: null, b: placed(3, '0'), movedBy: null },
            { id: 'm4', a: placed(2, '5'), b: null, movedBy: null },
            { id: 'm3', a: placed(4, '0'), b: leftOut, movedBy: null },
          ],
        },
      ],
    })
  })

  it('keep zero and missing apart, and name who is in one of them alone', async () => {
    const { body } = await compare(before, after)
    const missing = [expect.objectContaining({ input: 'b' }) as unknown]
    const value = (text: string) => ({ kind: 'value', value: text })
    expect(body).toMatchObject({
      bodies: {
        onlyInA: [{ id: 'm4', name: null }],
        onlyInB: [{ id: 'm5', name: null }],
        notScored: [
          {
            id: 'm3',
            a: { status: 'scored', missing: [] },
            b: { status: 'not-scored', missing },
          },
        ],
        outputs: [
          { id: 'm1', output: 'total', a: value('3'), b: value('3.1') },
          { id: 'm2', output: 'total', a: value('7'), b: value('2') },
          {
            ...{ id: 'm3', output: 'total', a: value('0') },
            b: { kind: 'missing', because: missing },
          },
        ],
      },
    })
  })

  it('name the inputs that differ, by their hashes', async () => {
    const { body } = await compare(before, after)
    const { inputs, a, b } = body as {
      inputs: { what: string; a: string; b: string }[]
      a: { dataSet: string; id: string }
      b: { dataSet: string; id: string }
    }
    expect([a.id, b.id]).toEqual([before, after])
    expect(inputs).toEqual([
      { what: 'year', a: '2020', b: '2021' },
      { what: 'data', a: a.dataSet, b: b.dataSet },
    ])
  })

  it('of the same data are the same, and nothing differs', async () => {
    const again = await server.run(
      'id,a,b\nm1,1,2\nm2,3,4\nm3,0,0\nm4,2,3\n',
      2020,
    )
    const { body } = await compare(before, again)
    expect(body).toMatchObject({
      ...{ isSame: true, inputs: [] },
      bodies: { onlyInA: [], onlyInB: [], outputs: [] },
    })
  })

  it('are both to be named, and to be there whole', async () => {
    const one = await server.ask({ url: `/v1/run-comparison?a=${before}` })
    expect(one.statusCode).toBe(400)
    expect((await compare(before, 'none')).statusCode).toBe(404)
    const damaged = await server.run('id,a,b\nm1,5,5\n')
    await sql`update runs set result = replace(result, '"total": "10"', '"total": "11"') where id = ${damaged}`.execute(
      servers.database,
    )
    const refused = await compare(before, damaged)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toMatchObject({ code: 'RUN_DAMAGED' })
  })
})
