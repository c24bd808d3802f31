import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { methodology } from '../../helpers/methodology.js'
import { score, type Body } from '../../helpers/score.js'
import { stream } from '../../helpers/stream-in-memory.js'

/** Every way of ranking, on figures that are fractions, roots and short decimals. */
const RULES = methodology(`
  inputs:
    kind: { type: level, values: [region, ministry], missing: allowed }
    size: { type: number, missing: allowed }
    x: { type: number, missing: allowed }
    y: { type: number, missing: allowed }
    out: { type: boolean, default: false }
  populations:
    kinds: { by: kind }
    both: { by: [size, kind] }
    ministries: { where: kind == "ministry", cite: "16" }
  computed:
    third: { formula: x / 3 }
    root: { formula: sqrt(x) }
  criteria: { total: { formula: x } }
  outputs: [total, third, root]
  rules:
    gone: { when: out, exclude: { body: true }, cite: "9" }
  rankings:
    plain: { output: total }
    dense: { output: total, ties: dense }
    rounded: { output: third, digits: 1 }
    thirds: { output: third, ties: { by: y, better: less } }
    roots: { output: root, ties: { by: third } }
    kinds: { output: third, among: kinds }
    both: { output: root, among: both, ties: dense }
    ministries: { output: total, among: ministries }
    large: { output: total, where: x > 3 }`)

function ndjson(bodies: readonly Body[]): string {
  return bodies.map((body) => `${JSON.stringify(body)}\n`).join('')
}

async function placesAtOnce(bodies: readonly Body[]) {
  const { result } = await score(RULES, bodies)
  return Object.entries(result.rankings).flatMap(([ranking, placed]) =>
    placed.map((place) => JSON.stringify({ ranking, ...place })),
  )
}

describe('the places of a stream', () => {
  it('share a place where figures are equal, and come in the order of the ids there', async () => {
    const { places } = await stream(
      RULES,
      ndjson([
        { id: 'c', x: 2 },
        { id: 'a', x: 2 },
        { id: 'b', x: 5 },
        { id: 'd', x: 1 },
      ]),
    )
    const plain = places
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ ranking }) => ranking === 'plain')
    expect(plain).toEqual([
      { ranking: 'plain', place: 1, id: 'b', value: 5 },
      { ranking: 'plain', place: 2, id: 'a', value: 2 },
      { ranking: 'plain', place: 2, id: 'c', value: 2 },
      { ranking: 'plain', place: 4, id: 'd', value: 1 },
    ])
  })

  it('tell 1/3 from the decimals beside it', async () => {
    const close = '0.333333333333333333333333333333'
    const bodies = [
      { id: 'a', x: close },
      { id: 'b', x: 1, y: 1 },
      { id: 'c', x: '0.9999999999999999999999' },
      { id: 'd', x: '1.0000000000000000000001' },
    ]
    const { places } = await stream(RULES, ndjson(bodies))
    const thirds = places.filter((line) => line.includes('"thirds"'))
    expect(thirds.map((line) => line.replace(/.*"id":"(.)".*/, '$1'))).toEqual([
      'd',
      'b',
      'c',
      'a',
    ])
  })

  it('are those of the whole run, whatever the bodies', async () => {
    const figure = fc.option(
      fc.oneof(
        fc.constantFrom(0, 1, 2, 3, 4, 4.5, 9),
        fc.constantFrom('1.00000000000000000001', '3.0000000000000001'),
        fc.integer({ min: 0, max: 30 }),
      ),
    )
    const body = fc.record({
      kind: fc.constantFrom('region', 'ministry', null),
      size: fc.constantFrom(1, 2, 0.5, null),
      x: figure,
      y: figure,
      out: fc.constantFrom(false, false, true, null),
    })
    const list = fc.array(body, { minLength: 1, maxLength: 24 })
    await fc.assert(
      fc.asyncProperty(list, async (rows) => {
        const bodies = rows.map((row, index) => ({
          id: `b${(index * 7) % rows.length}-${index}`,
          ...row,
        }))
        const { places } = await stream(RULES, ndjson(bodies))
        expect(places).toEqual(await placesAtOnce(bodies))
      }),
      { numRuns: 60 },
    )
  })
})
