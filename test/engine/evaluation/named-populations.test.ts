import { describe, expect, it } from 'vitest'

import { figure } from '../../helpers/figure.js'
import { score } from '../../helpers/score.js'

const INPUTS = `
  inputs:
    kind: { type: level, values: [central, local], missing: allowed }
    x: { type: number, missing: allowed }
    late: { type: boolean, missing: allowed }`

/** Central: 2, 4, 9; local: 100, 300. */
const BODIES = [
  { id: 'a', kind: 'central', x: 2, late: false },
  { id: 'b', kind: 'central', x: 4, late: false },
  { id: 'c', kind: 'central', x: 9, late: false },
  { id: 'd', kind: 'local', x: 100, late: false },
  { id: 'e', kind: 'local', x: 300, late: false },
]

const all = (run: Parameters<typeof figure>[0], name: string) =>
  ['a', 'b', 'c', 'd', 'e'].map((id) => figure(run, id, name))

describe('a population of the bodies for which `where` holds', () => {
  const rules = `${INPUTS}
  populations: { central: { where: kind == "central" } }
  computed:
    population.mean: { formula: mean(bodies.x), among: central }
    population.n: { formula: count(bodies), among: central }
    mean: { formula: population.mean }
    n: { formula: population.n }
    place: { formula: rank(x), among: central }
    standing: { formula: percentileRank(x), among: central }
  criteria: { total: { formula: x - population.mean } }`

  it('is what aggregates over the bodies look at', async () => {
    const { run } = await score(rules, BODIES)
    // (2 + 4 + 9) / 3 = 5
    expect(all(run, 'mean')).toEqual(['5', '5', '5', '5', '5'])
    expect(all(run, 'n')).toEqual(['3', '3', '3', '3', '3'])
    expect(all(run, 'total')).toEqual(['-3', '-1', '4', '95', '295'])
  })

  it('ranks its own bodies only', async () => {
    const { run } = await score(rules, BODIES)
    const outside = 'not applicable: population central'
    expect(all(run, 'place')).toEqual(['3', '2', '1', outside, outside])
    expect(all(run, 'standing')).toEqual(['0', '0.5', '1', outside, outside])
  })

  it('leaves a statistic missing where it is undecided whether a body belongs', async () => {
    const { run } = await score(rules, [...BODIES, { id: 'f', x: 7 }])
    expect(figure(run, 'a', 'mean')).toBe('missing: MEMBERSHIP_UNDECIDED')
    expect(figure(run, 'a', 'place')).toBe('missing: MEMBERSHIP_UNDECIDED')
  })

  it('of no bodies has no mean and counts 0', async () => {
    const { run } = await score(rules, BODIES.slice(3))
    expect(figure(run, 'd', 'mean')).toBe('missing: NO_BODY_WITH_VALUE')
    expect(figure(run, 'd', 'n')).toBe('0')
  })
})

describe('a population in groups', () => {
  const rules = `${INPUTS}
  populations: { peers: { by: kind } }
  computed:
    population.best: { formula: max(bodies.x), among: peers }
    population.worst: { formula: min(bodies.x), among: peers }
    population.range: { formula: population.best - population.worst, among: peers }
    best: { formula: population.best }
    range: { formula: population.range }
    place: { formula: rank(x), among: peers }
  criteria: { total: { formula: x / population.best } }`

  it('gives every body the figure of its own group', async () => {
    const { run } = await score(rules, BODIES)
    expect(all(run, 'best')).toEqual(['9', '9', '9', '300', '300'])
    expect(all(run, 'range')).toEqual(['7', '7', '7', '200', '200'])
    expect(all(run, 'place')).toEqual(['3', '2', '1', '2', '1'])
    expect(figure(run, 'd', 'total')).toBe('1/3')
  })

  it('reads figures of another population in the same groups', async () => {
    const { run } = await score(
      `${INPUTS}
  populations:
    peers: { by: [kind, late] }
    large: { where: x > 3, by: [late, kind] }
  computed:
    population.all: { formula: count(bodies), among: peers }
    population.share: { formula: count(bodies) / population.all, among: large }
    share: { formula: population.share }
  criteria: { total: { formula: x } }`,
      BODIES,
    )
    // Of the three central bodies 4 and 9 are above 3; both local ones are.
    expect(all(run, 'share')).toEqual(['2/3', '2/3', '2/3', '1', '1'])
  })

  it('leaves out a body without a group, and gives it nothing', async () => {
    const lost = { id: 'f', x: 1_000_000, late: false }
    const { run } = await score(rules, [...BODIES, lost])
    expect(all(run, 'best')).toEqual(['9', '9', '9', '300', '300'])
    expect(figure(run, 'f', 'best')).toBe('missing: NO_GROUP')
    expect(figure(run, 'f', 'place')).toBe('missing: NO_GROUP')
  })

  it('of several attributes holds the bodies that agree in all', async () => {
    const { run } = await score(
      `${INPUTS}
  populations: { both: { by: [kind, late] } }
  computed:
    population.best: { formula: max(bodies.x), among: both }
    best: { formula: population.best }
  criteria: { total: { formula: x } }`,
      BODIES.map((body) => (body.id === 'c' ? { ...body, late: true } : body)),
    )
    expect(all(run, 'best')).toEqual(['4', '4', '9', '300', '300'])
  })
})

describe('a rule that excludes from a population', () => {
  const rules = `${INPUTS}
  populations: { punctual: {}, peers: { by: kind } }
  computed:
    population.mean: { formula: mean(bodies.x), among: punctual }
    population.all: { formula: mean(bodies.x) }
    population.peer_mean: { formula: mean(bodies.x), among: peers }
    mean: { formula: population.mean }
    all: { formula: population.all }
    peer_mean: { formula: population.peer_mean }
    place: { formula: rank(x), among: punctual }
  criteria: { total: { formula: x } }
  rules: { lateness: { when: late, exclude: { population: punctual }, cite: "9" } }`

  it('keeps the body out of its statistics and leaves the others alone', async () => {
    const bodies = BODIES.map((body) => ({ ...body, late: body.id === 'e' }))
    const { run, of } = await score(rules, bodies)
    // punctual (2 + 4 + 9 + 100) / 4; all (115 + 300) / 5 = 83
    expect(all(run, 'mean')).toEqual(Array(5).fill('28.75'))
    expect(all(run, 'all')).toEqual(Array(5).fill('83'))
    expect(figure(run, 'd', 'peer_mean')).toBe('200')
    expect(figure(run, 'e', 'place')).toBe('not applicable: lateness')
    expect(of('e').status).toBe('scored')
  })

  it('leaves the statistic missing where it is undecided', async () => {
    const { run } = await score(rules, [
      ...BODIES,
      { id: 'f', kind: 'local', x: 1 },
    ])
    expect(figure(run, 'a', 'mean')).toBe('missing: MEMBERSHIP_UNDECIDED')
    expect(figure(run, 'a', 'all')).not.toContain('missing')
  })
})

describe('a normaliser among a population', () => {
  const z = (among: string) => `
  inputs: { kind: { type: level, values: [central, local], missing: allowed } }
  populations: { peers: { by: kind }, central: { where: kind == "central" } }
  indicators: { x: { under: total, normalise: { kind: z-score, among: ${among} } } }
  criteria: { total: { aggregate: only } }`

  it('holds every body against its group', async () => {
    const { run } = await score(
      z('peers'),
      BODIES.slice(0, 2).concat(BODIES.slice(3)),
    )
    // central 2, 4: mean 3, deviation 1; local 100, 300: mean 200, deviation 100
    const found = ['a', 'b', 'd', 'e'].map((id) => figure(run, id, 'total'))
    expect(found).toEqual(['-1', '1', '-1', '1'])
  })

  it('holds a body outside against those inside', async () => {
    const { run } = await score(
      z('central'),
      BODIES.slice(0, 2).concat(BODIES.slice(3)),
    )
    // mean 3, deviation 1
    const found = ['a', 'b', 'd', 'e'].map((id) => figure(run, id, 'total'))
    expect(found).toEqual(['-1', '1', '97', '297'])
  })
})

describe('a goalpost that is a formula', () => {
  it('is computed for every body, as the percentiles of its group', async () => {
    const { run } = await score(
      `
      inputs: { kind: { type: level, values: [central, local], missing: allowed } }
      populations: { peers: { by: kind } }
      computed:
        population.low: { formula: "percentile(bodies.x, 25)", among: peers }
      indicators:
        x: { under: total, normalise: { kind: goalposts, from: population.low, to: 2 * population.low, clamp: below } }
      criteria: { total: { aggregate: only } }`,
      BODIES,
    )
    // central 2, 4, 9: h = 2 * 0.25, 2 + 0.5 * 2 = 3; local 100 + 0.25 * 200 = 150
    expect(all(run, 'total')).toEqual(['0', '1/3', '2', '0', '1'])
  })
})
