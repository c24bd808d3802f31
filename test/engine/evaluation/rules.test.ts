import { describe, expect, it } from 'vitest'

import { figure } from '../../helpers/figure.js'
import { messages, score, tryScore } from '../../helpers/score.js'

describe('choose', () => {
  const RULES = `
    inputs:
      x: { type: number }
      central: { type: boolean, missing: allowed }
      local: { type: boolean, missing: allowed }
    criteria:
      total:
        variants:
          one: { formula: x + 1, cite: "1", mark: given }
          two: { formula: x + 2, cite: "2", mark: given }
    rules:
      first: { when: central, choose: { of: total, variant: one } }
      again: { when: central, choose: { of: total, variant: one } }
      second: { when: local, choose: { of: total, variant: two } }`
  const body = { id: 'b', x: 10, central: false, local: false }

  it('takes the variant of the rule that fires', async () => {
    const { of } = await score(RULES, [
      { ...body, id: 'one', central: true },
      { ...body, id: 'two', local: true },
    ])
    expect(of('one').exact['total']).toBe('11')
    expect(of('two').exact['total']).toBe('12')
  })

  it('leaves the criterion missing where no rule fires', async () => {
    const { run, of } = await score(RULES, [body])
    expect(figure(run, 'b', 'total')).toBe('missing: NO_VARIANT')
    expect(of('b')).toMatchObject({
      status: 'not-scored',
      missing: [{ output: 'total', input: 'total', code: 'NO_VARIANT' }],
    })
  })

  it('leaves it missing where a rule is undecided, even beside one that fires', async () => {
    const { run, of } = await score(RULES, [{ id: 'b', x: 10, central: true }])
    expect(figure(run, 'b', 'total')).toBe('missing: VARIANT_UNDECIDED')
    expect(of('b').missing).toEqual([
      {
        output: 'total',
        input: 'local',
        row: null,
        reason: 'not given in the data',
        code: 'NOT_GIVEN',
      },
    ])
  })

  it('refuses a body for which two variants are chosen', async () => {
    const both = { id: 'both', x: 1, central: true, local: true }
    const { result, problems } = await tryScore(RULES, [body, both])
    expect(result).toBeNull()
    expect(messages(problems)).toEqual([
      'VARIANT_AMBIGUOUS both - total: the rules choose one and two for "total"; let only one of them fire for a body.',
    ])
  })

  it('leaves such a body out where that is asked for, and lists it', async () => {
    const both = { id: 'both', x: 1, central: true, local: true }
    const { result } = await score(RULES, [both, body], {
      leaveOutBroken: true,
    })
    expect(result.results.map(({ id }) => id)).toEqual(['b'])
    expect(
      result.leftOut.map(({ id, errors }) => [id, errors[0]?.code]),
    ).toEqual([['both', 'VARIANT_AMBIGUOUS']])
    const { result: alone } = await score(RULES, [body])
    expect(result.data.sha256).toBe(alone.data.sha256)
  })

  it('lists the bodies left out in the order of their ids, whatever was wrong with them', async () => {
    const { result } = await score(
      RULES,
      [
        { id: 'c', x: 'many' },
        { id: 'a', x: 1, central: true, local: true },
        body,
      ],
      { leaveOutBroken: true },
    )
    expect(result.leftOut.map(({ id }) => id)).toEqual(['a', 'c'])
  })
})

describe('exclude', () => {
  const RULES = `
    inputs: { kind: { type: level, values: [central, local], missing: allowed } }
    indicators:
      a: { under: left }
      b: { under: left }
      c: { under: right }
    criteria:
      total:
        aggregate: arithmetic
        excluded_child: share-weights
        children:
          left: { aggregate: sum }
          right: { aggregate: sum }
    computed:
      raw: { formula: a }
      scored: { formula: score(a) }
    rules:
      no_left: { when: { fact: kind, operator: equal, value: local }, exclude: { criterion: left }, cite: "3" }
    rankings:
      total: { output: total }
      left: { output: left }
      complete: { output: total, in: { all_of: [left, a] } }`
  const figures = { a: 1, b: 2, c: 9 }

  it('takes a criterion away with all that is below it, raw values included', async () => {
    const { run } = await score(RULES, [{ id: 'x', kind: 'local', ...figures }])
    for (const name of [
      'left',
      'score(a)',
      'score(b)',
      'a',
      'b',
      'raw',
      'scored',
    ])
      expect(figure(run, 'x', name)).toBe('not applicable: no_left')
    expect(figure(run, 'x', 'c')).toBe('9')
    expect(figure(run, 'x', 'total')).toBe('9')
  })

  it('leaves others as they are', async () => {
    const { of } = await score(RULES, [
      { id: 'x', kind: 'central', ...figures },
    ])
    expect(of('x').exact).toEqual({ total: '6', left: '3', right: '9' })
    expect(of('x').notApplicable).toEqual([])
  })

  it('makes the given figures of what is excluded count for nothing', async () => {
    const bodies = (a: number) => [
      { id: 'x', kind: 'local', ...figures, a },
      { id: 'y', kind: 'local', c: 8 },
    ]
    const { result } = await score(RULES, bodies(1))
    const { result: other } = await score(RULES, bodies(1000))
    expect(result.results).toEqual(other.results)
    expect(result.rankings).toEqual(other.rankings)
  })

  it('says in the result which rule took what away', async () => {
    const { of, result } = await score(RULES, [
      { id: 'x', kind: 'local', ...figures },
    ])
    expect(of('x')).toMatchObject({
      status: 'scored',
      outputs: { left: null },
      missing: [],
      notApplicable: [
        { criterion: 'left', rule: 'no_left', citation: 'Test act, 3' },
      ],
    })
    const left = {
      id: 'x',
      rule: 'no_left',
      citation: 'Test act, 3',
      reason: 'excluded from left',
    }
    expect(result.leftOutOfRankings).toEqual({
      total: [],
      left: [left],
      complete: [left],
    })
  })

  it('makes what needs the criterion missing where it is undecided', async () => {
    const { run, of, result } = await score(RULES, [{ id: 'x', ...figures }])
    expect(figure(run, 'x', 'left')).toBe('missing: RULE_UNDECIDED')
    expect(figure(run, 'x', 'a')).toBe('missing: RULE_UNDECIDED')
    expect(of('x').missing.map(({ output, input }) => [output, input])).toEqual(
      [
        ['total', 'kind'],
        ['left', 'kind'],
      ],
    )
    expect(result.leftOutOfRankings['total']).toEqual([
      {
        id: 'x',
        reason: 'total is missing: a child of the criterion is missing',
        rule: null,
        citation: null,
      },
    ])
  })

  it('of an indicator alone leaves its siblings', async () => {
    const text = `
      indicators: { a: { under: total }, b: { under: total } }
      criteria: { total: { aggregate: sum, excluded_child: count-as-zero } }
      rules: { away: { when: b > 5, exclude: { criterion: a } } }`
    const { of } = await score(text, [
      { id: 'x', a: 1, b: 6 },
      { id: 'y', a: 1, b: 5 },
    ])
    expect(of('x').exact['total']).toBe('6')
    expect(of('y').exact['total']).toBe('6')
    expect(of('x').notApplicable).toHaveLength(1)
  })

  it('from a ranking alone leaves the figures and the status', async () => {
    const text = `
      indicators: { a: { under: total } }
      criteria: { total: { aggregate: only } }
      rules: { foreign: { when: a > 10, exclude: { ranking: main }, cite: "5" } }
      rankings: { main: { output: total }, all: { output: total } }`
    const { of, result } = await score(text, [
      { id: 'x', a: 11 },
      { id: 'y', a: 1 },
    ])
    expect(of('x')).toMatchObject({ status: 'scored', notApplicable: [] })
    expect(result.rankings['main']).toEqual([{ place: 1, id: 'y', value: 1 }])
    expect(result.leftOutOfRankings['main']).toEqual([
      { id: 'x', reason: 'excluded', rule: 'foreign', citation: 'Test act, 5' },
    ])
    expect(result.rankings['all']?.map(({ id }) => id)).toEqual(['x', 'y'])
  })
})

describe('flag', () => {
  const RULES = `
    inputs: { x: { type: number, missing: allowed } }
    criteria: { total: { formula: x } }
    rankings: { main: { output: total } }
    rules:
      low: { when: x < 1, flag: {}, cite: "8" }
      last: { when: { fact: below, ranking: main, operator: equal, value: 0 }, flag: {}, cite: "9" }
      about: { when: x < 1, flag: { about: main }, cite: "10" }`

  it('is reported where it fires, with the ranking that it is about', async () => {
    const { of } = await score(RULES, [
      { id: 'a', x: 0 },
      { id: 'b', x: 5 },
    ])
    expect(of('b').flags).toEqual([])
    expect(of('a').flags).toEqual([
      {
        flag: 'low',
        rule: 'low',
        about: null,
        citation: 'Test act, 8',
        undecided: false,
      },
      {
        flag: 'last',
        rule: 'last',
        about: 'main',
        citation: 'Test act, 9',
        undecided: false,
      },
      {
        flag: 'about',
        rule: 'about',
        about: 'main',
        citation: 'Test act, 10',
        undecided: false,
      },
    ])
  })

  it('is reported as undecided where it is, and takes nothing away', async () => {
    const { of } = await score(RULES, [{ id: 'a' }, { id: 'b', x: 5 }])
    expect(
      of('a').flags.map(({ rule, undecided }) => [rule, undecided]),
    ).toEqual([
      ['low', true],
      ['last', true],
      ['about', true],
    ])
    expect(of('b').status).toBe('scored')
  })

  it('is not raised for a body that is excluded as a whole', async () => {
    const text = `${RULES}
      gone: { when: x == 0, exclude: { body: true } }`
    const { of } = await score(text, [
      { id: 'a', x: 0 },
      { id: 'b', x: 5 },
    ])
    expect(of('a').flags).toEqual([])
    // b is now the only one, and the last
    expect(of('b').flags.map(({ rule }) => rule)).toEqual(['last'])
  })
})
