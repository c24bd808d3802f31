import { describe, expect, it } from 'vitest'

import { score, type Body } from '../../helpers/score.js'

const RULES = `
  inputs:
    kind: { type: level, values: [region, ministry], missing: allowed }
    large: { type: boolean, missing: allowed }
    x: { type: number, missing: allowed }
    out: { type: boolean, default: false }
  populations:
    kinds: { by: kind }
    both: { by: [kind, large] }
    ministries: { where: kind == "ministry", cite: "16" }
  criteria: { total: { formula: x } }
  rules:
    gone: { when: out, exclude: { population: kinds }, cite: "9" }
    last: { when: { fact: below, ranking: kinds, operator: equal, value: 0 }, flag: {}, cite: "10" }
    first: { when: { fact: place, ranking: ministries, operator: equal, value: 1 }, flag: {}, cite: "11" }
  rankings:
    kinds: { output: total, among: kinds }
    both: { output: total, among: both }
    ministries: { output: total, among: ministries }`

/** Ministries 5, 9, 9 and regions 100, 300; half of them large. */
const BODIES: readonly Body[] = [
  { id: 'a', kind: 'ministry', large: true, x: 5 },
  { id: 'b', kind: 'ministry', large: false, x: 9 },
  { id: 'c', kind: 'ministry', large: true, x: 9 },
  { id: 'd', kind: 'region', large: true, x: 100 },
  { id: 'e', kind: 'region', large: true, x: 300 },
]

async function places(ranking: string, bodies = BODIES) {
  const { result } = await score(RULES, bodies)
  return (result.rankings[ranking] ?? []).map(
    ({ id, place, group }) =>
      `${Object.values(group ?? {}).join('/')} ${place} ${id}`,
  )
}

describe('a ranking among a population in groups', () => {
  it('counts places in each group, in the order of the levels', async () => {
    expect(await places('kinds')).toEqual([
      ...['region 1 e', 'region 2 d'],
      ...['ministry 1 b', 'ministry 1 c', 'ministry 3 a'],
    ])
  })

  it('names the group of every place', async () => {
    const { result } = await score(RULES, BODIES)
    expect(result.rankings['both']?.[0]).toEqual({
      place: 1,
      group: { kind: 'region', large: 'true' },
      id: 'e',
      value: 300,
    })
    expect(await places('both')).toEqual([
      ...['region/true 1 e', 'region/true 2 d'],
      ...['ministry/false 1 b', 'ministry/true 1 c', 'ministry/true 2 a'],
    ])
  })

  it('counts in each group how many stand below', async () => {
    const { of } = await score(RULES, BODIES)
    const flagged = BODIES.filter(({ id }) =>
      of(id).flags.some(({ rule }) => rule === 'last'),
    )
    expect(flagged.map(({ id }) => id)).toEqual(['a', 'd'])
  })

  it('lists a body without a group, and one that a rule keeps out', async () => {
    const lost = { id: 'f', large: true, x: 7 }
    const out = { id: 'g', kind: 'region', large: true, x: 8, out: true }
    const { result } = await score(RULES, [...BODIES, lost, out])
    expect(result.leftOutOfRankings['kinds']).toEqual([
      {
        id: 'f',
        reason:
          'the body is in no group of the population: kinds; kind: not given in the data',
        rule: null,
        citation: null,
      },
      { id: 'g', reason: 'excluded', rule: 'gone', citation: 'Test act, 9' },
    ])
    expect(result.rankings['kinds']?.map(({ id }) => id)).toEqual([
      'e',
      'd',
      'b',
      'c',
      'a',
    ])
  })
})

describe('a ranking among bodies for which `where` holds', () => {
  it('places them alone, and leaves the others unmentioned', async () => {
    expect(await places('ministries')).toEqual([' 1 b', ' 1 c', ' 3 a'])
    const { result, of } = await score(RULES, BODIES)
    expect(result.leftOutOfRankings['ministries']).toEqual([])
    const first = (id: string) => of(id).flags.map(({ rule }) => rule)
    expect(first('b')).toEqual(['first'])
    expect(first('e')).toEqual([])
  })

  it('lists a body of which it is undecided whether it belongs', async () => {
    const { result } = await score(RULES, [...BODIES, { id: 'f', x: 7 }])
    expect(result.leftOutOfRankings['ministries']).toMatchObject([
      {
        id: 'f',
        reason: 'it is undecided whether it belongs to the ranking',
      },
    ])
  })
})

describe('the populations of a result', () => {
  it('say how many bodies each holds and who is left out, and why', async () => {
    const out = { id: 'g', kind: 'region', large: true, x: 8, out: true }
    const { result } = await score(RULES, [...BODIES, out, { id: 'h', x: 1 }])
    expect(result.populations['kinds']).toEqual({
      bodies: 5,
      groups: [
        { group: { kind: 'region' }, bodies: 2 },
        { group: { kind: 'ministry' }, bodies: 3 },
      ],
      leftOut: [
        {
          id: 'g',
          reason: 'excluded by rule "gone"',
          rule: 'gone',
          citation: 'Test act, 9',
        },
        {
          id: 'h',
          reason:
            'the body is in no group of the population: kinds; kind: not given in the data',
          rule: null,
          citation: null,
        },
      ],
    })
    expect(result.populations['ministries']).toEqual({
      bodies: 3,
      leftOut: [
        {
          id: 'h',
          reason:
            'it is undecided whether it belongs; kind: not given in the data',
          rule: null,
          citation: null,
        },
      ],
    })
  })
})
