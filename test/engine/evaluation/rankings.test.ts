import { describe, expect, it } from 'vitest'

import { figure } from '../../helpers/figure.js'
import { score, type Body } from '../../helpers/score.js'

function rules(ranking: string, further = ''): string {
  return `
    inputs: { kind: { type: text, missing: allowed }, big: { type: boolean, missing: allowed } }
    indicators: { x: { under: total }, y: { under: other } }
    criteria:
      total: { aggregate: only }
      other: { aggregate: only }
    total: total
    rankings: { main: { output: total, ${ranking} } }
    ${further}`
}

const BODIES = [
  { id: 'a', x: 7, y: 1 },
  { id: 'b', x: 9, y: 2 },
  { id: 'c', x: 7, y: 3 },
  { id: 'd', x: 5, y: 4 },
  { id: 'e', x: 7, y: 1 },
]

/** The places as `1 b, 2 a`. */
async function places(
  text: string,
  bodies: readonly Body[] = BODIES,
): Promise<string> {
  const { result } = await score(text, bodies)
  return (result.rankings['main'] ?? [])
    .map(({ place, id }) => `${place} ${id}`)
    .join(', ')
}

describe('places', () => {
  it('are shared by equal figures, and the next ones are left free', async () => {
    const text = rules('ties: competition')
    expect(await places(text)).toBe('1 b, 2 a, 2 c, 2 e, 5 d')
  })

  it('are not left free where they are dense', async () => {
    expect(await places(rules('ties: dense'))).toBe('1 b, 2 a, 2 c, 2 e, 3 d')
  })

  it('are told apart by a further figure, and shared where that is equal too', async () => {
    const text = rules('ties: { by: other }')
    expect(await places(text)).toBe('1 b, 2 c, 3 a, 3 e, 5 d')
    const less = rules('ties: { by: other, better: less }')
    expect(await places(less)).toBe('1 b, 2 a, 2 e, 4 c, 5 d')
  })

  it('give a body without the further figure the last place among equals', async () => {
    const bodies = BODIES.map((body) =>
      body.id === 'c' ? { id: 'c', x: 7 } : body,
    )
    const text = rules('ties: { by: other }')
    expect(await places(text, bodies)).toBe('1 b, 2 a, 2 e, 4 c, 5 d')
  })

  it('begin with the smallest where less is better', async () => {
    expect(await places(rules('better: less'))).toBe('1 d, 2 a, 2 c, 2 e, 5 b')
  })

  it('compare so many digits as the ranking says, half-up', async () => {
    const bodies = [
      { id: 'a', x: 0.8114 },
      { id: 'b', x: 0.8106 },
      { id: 'c', x: 0.8105 },
      { id: 'd', x: 0.8104 },
    ]
    const text = rules('digits: 3')
    expect(await places(text, bodies)).toBe('1 a, 1 b, 1 c, 4 d')
    const { result } = await score(text, bodies)
    expect(result.rankings['main']?.[1]).toEqual({
      place: 1,
      id: 'b',
      value: 0.811,
    })
  })

  it('compare all digits where nothing is said', async () => {
    const bodies = [
      { id: 'a', x: '0.30000000000000000000000000000000000001' },
      { id: 'b', x: '0.30000000000000000000000000000000000002' },
    ]
    expect(await places(rules('better: more'), bodies)).toBe('1 b, 2 a')
  })
})

describe('a ranking', () => {
  it('holds only the bodies that its condition names', async () => {
    const text = rules('where: big')
    const bodies = BODIES.map((body) => ({ ...body, big: body.x > 5 }))
    const { result } = await score(text, bodies)
    expect(result.rankings['main']).toHaveLength(4)
    expect(result.leftOutOfRankings['main']).toEqual([])
  })

  it('lists a body of which it is undecided whether it belongs', async () => {
    const { result } = await score(rules('where: big'), [
      { id: 'a', x: 1, big: true },
      { id: 'b', x: 1 },
    ])
    expect(result.leftOutOfRankings['main']).toEqual([
      {
        id: 'b',
        reason: 'it is undecided whether it belongs to the ranking',
        rule: null,
        citation: null,
      },
    ])
  })

  it('lists a body without a value with the reason', async () => {
    const { result } = await score(rules('ties: dense'), [
      { id: 'a', x: 1 },
      { id: 'b', y: 1 },
    ])
    expect(result.leftOutOfRankings['main']).toEqual([
      {
        id: 'b',
        reason: 'total is missing: no child of the criterion has a value',
        rule: null,
        citation: null,
      },
    ])
  })

  it('asks for criteria that are levels, or true or false, as well', async () => {
    const text = `
      scales: { marks: { order: worst-first, levels: [bad, good] } }
      indicators:
        x: { under: total }
        mark: { under: seen, type: level, scale: marks }
        met: { under: seen, type: boolean }
      criteria: { total: { aggregate: only }, seen: { formula: x } }
      total: total
      rankings: { main: { output: total, in: { all_of: [mark, met] } } }`
    const bodies = [
      { id: 'a', x: 1, mark: 'bad', met: false },
      { id: 'b', x: 2, mark: 'good', met: true },
      { id: 'c', x: 3, mark: 'good' },
    ]
    expect(await places(text, bodies)).toBe('1 b, 2 a')
  })

  it('asks for criteria that a body must have', async () => {
    const text = rules('in: { all_of: [other, y] }')
    const { result } = await score(text, [
      { id: 'a', x: 1, y: 1 },
      { id: 'b', x: 2 },
    ])
    expect(result.rankings['main']?.map(({ id }) => id)).toEqual(['a'])
    expect(result.leftOutOfRankings['main']?.[0]).toMatchObject({
      id: 'b',
      reason: 'other is missing: no child of the criterion has a value',
    })
  })

  it('lists a body whose exclusion is undecided, with the name of the rule', async () => {
    const text = rules(
      'ties: dense',
      'rules: { small: { when: not big, exclude: { body: true } } }',
    )
    const { result } = await score(text, [{ id: 'a', x: 1 }])
    expect(result.rankings['main']).toEqual([])
    expect(result.leftOutOfRankings['main']?.[0]?.reason).toBe(
      'it is undecided whether the rule "small" excludes it',
    )
  })
})

describe('the facts place and below', () => {
  const text = `
    inputs: { out: { type: boolean, default: false } }
    indicators: { x: { under: total } }
    criteria: { total: { aggregate: only } }
    rankings: { main: { output: total, digits: 0 } }
    rules:
      away: { when: out, exclude: { ranking: main } }
      top: { when: { fact: place, ranking: main, operator: lessThanInclusive, value: 1 }, flag: {} }
      above: { when: { fact: below, ranking: main, operator: greaterThanInclusive, value: 2 }, flag: {} }`

  it('are the place of the body and the number of those strictly worse', async () => {
    const { of, run } = await score(text, [
      { id: 'a', x: 10 },
      { id: 'b', x: 10.4 },
      { id: 'c', x: 5 },
      { id: 'd', x: 1 },
    ])
    const flags = (id: string) => of(id).flags.map(({ rule }) => rule)
    expect(flags('a')).toEqual(['top', 'above'])
    expect(flags('b')).toEqual(['top', 'above'])
    expect(flags('c')).toEqual([])
    expect(flags('d')).toEqual([])
    const below = ['a', 'b', 'c', 'd'].map((id) =>
      figure(run, id, 'below in main'),
    )
    expect(below).toEqual(['2', '2', '1', '0'])
  })

  it('are undecided for a body without a value, and not applicable for one that is excluded', async () => {
    const { of } = await score(text, [
      { id: 'a' },
      { id: 'b', x: 3, out: true },
      { id: 'c', x: 1 },
    ])
    expect(of('a').flags.map(({ undecided }) => undecided)).toEqual([
      true,
      true,
    ])
    expect(of('b').flags).toEqual([])
  })
})
