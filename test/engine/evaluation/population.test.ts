import { describe, expect, it } from 'vitest'

import { figure } from '../../helpers/figure.js'
import { score } from '../../helpers/score.js'

const RULES = `
  inputs:
    x: { type: number, missing: allowed }
    small: { type: boolean, missing: allowed }
  computed:
    population.best: { formula: max(bodies.x) }
    population.mean: { formula: mean(bodies.x) }
    population.n: { formula: count(bodies.x) }
    place: { formula: rank(x) }
    placeFromBelow: { formula: 'rank(x, "less")' }
    standing: { formula: percentileRank(x) }
    share: { formula: x / population.best }
  criteria: { total: { formula: x - population.mean } }
  rules: { small_body: { when: small, exclude: { body: true }, cite: "7" } }
  rankings: { total: { output: total } }
  outputs: [total, share, place, placeFromBelow, standing]`

const BODIES = [
  { id: 'a', x: 2, small: false },
  { id: 'b', x: 4, small: false },
  { id: 'c', x: 4, small: false },
  { id: 'd', x: 6, small: false },
]

describe('a figure of the population', () => {
  it('aggregates the bodies, and every body may read it', async () => {
    const { of } = await score(RULES, BODIES)
    // best 6, mean 4
    expect(of('a').exact).toMatchObject({ total: '-2', place: '4' })
    expect(of('b').exact).toMatchObject({ total: '0', place: '2' })
    expect(of('d').exact).toMatchObject({ total: '2', share: '1', place: '1' })
    expect(of('a').exact['placeFromBelow']).toBe('1')
    expect(of('d').exact['placeFromBelow']).toBe('4')
  })

  it('gives the percentile rank with equal ones by half', async () => {
    const { run } = await score(RULES, BODIES)
    const found = ['a', 'b', 'c', 'd'].map((id) => figure(run, id, 'standing'))
    // of 3 others: 0; 1 + 1/2; 1 + 1/2; 3
    expect(found).toEqual(['0', '0.5', '0.5', '1'])
  })

  it('skips bodies without a value', async () => {
    const lost = { id: 'e', small: false }
    const { run, of } = await score(RULES, [...BODIES, lost])
    expect(figure(run, 'a', 'total')).toBe('-2')
    expect(figure(run, 'e', 'standing')).toBe('missing: NOT_GIVEN')
    expect(of('e').status).toBe('not-scored')
  })

  it('of no body at all is missing', async () => {
    const { of } = await score(RULES, [{ id: 'a', small: false }])
    expect(of('a').missing.map(({ input }) => input)).toContain('x')
    expect(of('a').exact['share']).toBeNull()
  })
})

describe('a body that a rule excludes', () => {
  const large = { id: 'e', x: 1000, small: true }

  it('is not looked at by statistics', async () => {
    const { result: without } = await score(RULES, BODIES)
    const { result, of } = await score(RULES, [...BODIES, large])
    const others = result.results.filter(({ id }) => id !== 'e')
    expect(others).toEqual(without.results)
    expect(result.rankings).toEqual(without.rankings)
    expect(of('e')).toMatchObject({
      status: 'not-applicable',
      outputs: { total: null, share: null },
      notApplicable: [
        { criterion: null, rule: 'small_body', citation: 'Test act, 7' },
      ],
      missing: [],
    })
    expect(result.leftOutOfRankings['total']).toEqual([
      {
        id: 'e',
        reason: 'excluded',
        rule: 'small_body',
        citation: 'Test act, 7',
      },
    ])
  })

  it('makes statistics missing where its exclusion is undecided', async () => {
    const undecided = { id: 'e', x: 5 }
    const { run, of, result } = await score(RULES, [...BODIES, undecided])
    expect(figure(run, 'a', 'total')).toBe('missing: MEMBERSHIP_UNDECIDED')
    expect(figure(run, 'a', 'place')).toBe('missing: MEMBERSHIP_UNDECIDED')
    expect(of('a').status).toBe('not-scored')
    expect(of('e').status).toBe('not-scored')
    expect(of('e').missing[0]).toMatchObject({ input: 'small', row: null })
    expect(result.rankings['total']).toEqual([])
    expect(result.leftOutOfRankings['total']).toHaveLength(5)
  })

  it('leaves statistics alone where it has no value anyhow', async () => {
    const { run } = await score(RULES, [...BODIES, { id: 'e' }])
    expect(figure(run, 'a', 'total')).toBe('-2')
  })
})
