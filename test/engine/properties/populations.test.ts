/** Groups, and bodies inside and outside a population, do not influence each other. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { ScoreResult } from '../../../engine/index.js'
import { methodology } from '../../helpers/methodology.js'
import { score, type Body } from '../../helpers/score.js'

const rules = (population: string) =>
  methodology(`
  inputs:
    kind: { type: level, values: [one, two, three], missing: allowed }
    late: { type: boolean, missing: allowed }
  populations: { chosen: ${population} }
  indicators:
    a: { under: total, normalise: { kind: min-max, among: chosen, if_constant: 0.5 } }
    b: { under: total, normalise: { kind: z-score, among: chosen, if_constant: 0 } }
    c: { under: total, normalise: { kind: percentile-rank, among: chosen } }
    d: { under: total, normalise: { kind: goalposts, from: population.low, to: population.high } }
  computed:
    population.low: { formula: "percentile(bodies.d, 10)", among: chosen }
    population.high: { formula: max(bodies.d) + 1, among: chosen }
    population.n: { formula: count(bodies), among: chosen }
    place_of_a: { formula: rank(a), among: chosen }
    n: { formula: population.n }
  criteria: { total: { aggregate: arithmetic, missing_child: share-weights, excluded_child: share-weights } }
  rules: { lateness: { when: late, exclude: { population: chosen } } }
  rankings: { main: { output: total, among: chosen } }
  outputs: [total, n, place_of_a, score(a), score(b), score(c), score(d)]`)

const cell = fc.option(fc.integer({ min: -3, max: 6 }), { freq: 6 })

const body = fc.record({
  kind: fc.option(fc.constantFrom('one', 'two', 'three'), { freq: 10 }),
  late: fc.option(fc.boolean(), { freq: 12 }),
  a: cell,
  b: cell,
  c: cell,
  d: cell,
})

const bodies = fc
  .array(body, { minLength: 1, maxLength: 9 })
  .map((list) =>
    list.map((each, index): Body => ({ id: `b${index}`, ...each })),
  )

const idsOf = (list: readonly Body[]) => new Set(list.map(({ id }) => id))

function only(result: ScoreResult, ids: ReadonlySet<string>) {
  const isOf = ({ id }: { readonly id: string }) => ids.has(id)
  return {
    results: result.results.filter(isOf),
    places: (result.rankings['main'] ?? []).filter(isOf),
    leftOut: (result.leftOutOfRankings['main'] ?? []).filter(isOf),
  }
}

describe('a population in groups', () => {
  const grouped = rules('{ by: kind }')

  it('gives each group what it has where there is no other', async () => {
    await fc.assert(
      fc.asyncProperty(
        bodies,
        fc.constantFrom('one', 'two', 'three', null),
        async (list, kind) => {
          const group = list.filter((each) => each['kind'] === kind)
          if (group.length === 0) return
          const { result } = await score(grouped, list)
          const { result: alone } = await score(grouped, group)
          const ids = idsOf(group)
          expect(only(result, ids)).toEqual(only(alone, ids))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a population of the bodies for which `where` holds', () => {
  const some = rules('{ where: kind == "one" }')

  it('gives them what they have where nobody else is', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (list) => {
        const known = list.filter((each) => each['kind'] !== null)
        const inside = known.filter((each) => each['kind'] === 'one')
        if (inside.length === 0) return
        const { result } = await score(some, known)
        const { result: alone } = await score(some, inside)
        const ids = idsOf(inside)
        expect(only(result, ids)).toEqual(only(alone, ids))
      }),
      { numRuns: 60 },
    )
  })
})
