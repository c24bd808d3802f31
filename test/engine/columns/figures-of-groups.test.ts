/** Figures of groups in columns, as bodies read them that are in a group and in none. */
import { describe, expect, it } from 'vitest'

import { figuresInColumns, WAYS } from './figures-in-columns.js'

/** North: 2 and 4, south: 9; `c` is in no group, and what `d` would be grouped by was taken away. */
const BODIES = [
  { id: 'a', kind: 'north', x: 2, old: false },
  { id: 'b', kind: 'north', x: 4, old: false },
  { id: 'c', x: 7, old: false },
  { id: 'd', kind: 'north', x: 8, old: true },
  { id: 'e', kind: 'south', x: 9, old: false },
]

const RULES = `
  inputs:
    kind: { type: level, values: [north, south], missing: allowed }
    x: { type: number }
    old: { type: boolean }
  indicators:
    share: { type: number, missing: allowed, under: left }
  criteria:
    left: { formula: "old ? share : 1", round: { digits: 0, mode: half-up } }
    total: { formula: x - population.mean }
    size: { formula: population.size }
    known: { formula: "isMissing(population.size) ? 0 : 1" }
    both: { formula: "coalesce(population.mean, 100)" }
    order: { formula: population.twice }
  outputs: [total, size, known, both, order]
  total: total
  computed:
    side: { formula: "left == 1 ? kind : kind" }
    population.size: { formula: count(bodies), among: peers }
    population.mean: { formula: mean(bodies.x), among: peers }
    population.twice: { formula: 2 * population.paired, among: swapped }
    population.paired: { formula: sum(bodies.x), among: pairs }
  populations:
    peers: { by: side }
    pairs: { by: [kind, old] }
    swapped: { by: [old, kind] }
  rules:
    outside: { when: { fact: old, operator: equal, value: true }, exclude: { criterion: share } }
    grouped: { when: { fact: present(population.mean), operator: equal, value: true }, flag: { name: in-a-group } }
`

describe.each(WAYS)('a figure of each group, by $way', (way) => {
  it('is that of the own group', async () => {
    const { outputs } = await figuresInColumns(RULES, BODIES, way)
    // North 2 and 4: mean 3, two bodies; south 9: mean 9, one body.
    expect(outputs['total']).toEqual([-1, 1, 'missing', 'not-applicable', 0])
    expect(outputs['size']).toEqual([2, 2, 'missing', 'not-applicable', 1])
  })

  it('is absent for bodies in no group, also where it is asked whether it is there', async () => {
    const { outputs, rules } = await figuresInColumns(RULES, BODIES, way)
    expect(outputs['known']).toEqual([1, 1, 0, 0, 1])
    expect(outputs['both']).toEqual([3, 3, 100, 100, 9])
    expect(rules['grouped']).toEqual([1, 1, 0, 0, 1])
  })

  it('is found by groups of the same attributes in another order', async () => {
    const { outputs } = await figuresInColumns(RULES, BODIES, way)
    expect(outputs['order']).toEqual([12, 12, 'missing', 16, 18])
  })
})
