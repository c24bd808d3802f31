import { describe, expect, it } from 'vitest'

import { explainOutput, explanationText } from '../../../engine/index.js'
import { figure } from '../../helpers/figure.js'
import { knownRun } from '../../helpers/known-run.js'
import { methodology } from '../../helpers/methodology.js'
import { score } from '../../helpers/score.js'

const FALL = `
  inputs: { x: { type: number, missing: allowed } }
  criteria: { total: { formula: x } }
  rules:
    decline:
      when: "max(total - previous(total, 1), previous(total, 1) - previous(total, 2), previous(total, 2) - previous(total, 3)) < 0"
      flag: {}`

const years = (...totals: readonly (string | null)[]) =>
  totals.map((total, index) => knownRun(2019 - index, { b: { total } }))

const decline = async (now: number, ...before: readonly (string | null)[]) => {
  const history = years(...before)
  const { of } = await score(FALL, [{ id: 'b', x: now }], { history })
  return of('b').flags
}

describe('a flag for three falls in a row', () => {
  it('is raised where each of four years is below the one before', async () => {
    const flags = await decline(60, '65', '70', '80')
    expect(flags).toMatchObject([{ rule: 'decline', undecided: false }])
  })

  it('is not raised where one of the years rose', async () => {
    expect(await decline(60, '65', '64', '80')).toEqual([])
    expect(await decline(65, '65', '70', '80')).toEqual([])
  })

  it('is undecided where only two earlier years are known', async () => {
    const flags = await decline(60, '65', '70')
    expect(flags).toMatchObject([{ rule: 'decline', undecided: true }])
  })

  it('is undecided where a year had no value', async () => {
    const flags = await decline(60, '65', null, '80')
    expect(flags).toMatchObject([{ undecided: true }])
  })

  it('is not raised where the figure was not applicable in a year', async () => {
    expect(await decline(60, '65', 'not-applicable', '80')).toEqual([])
  })
})

describe('an output of an earlier year', () => {
  const CHANGE = `
    inputs: { x: { type: number, missing: allowed } }
    outputs: [total, change, score(g), d]
    total: total
    indicators: { g: { under: total, normalise: share } }
    normalisers: { share: { kind: goalposts, from: 0, to: 10 } }
    criteria: { total: { aggregate: only, round: { digits: 1, mode: half-up } } }
    computed:
      change: { formula: total - previous(total) }
      d: { formula: "previous(d, 2) + x" }
      s: { formula: previous(score(g)) }`
  const NOW = [{ id: 'b', g: 5, x: 1 }]

  it('is the figure as it was rounded then, whatever version it was made under', async () => {
    const history = [
      knownRun(2019, { b: { total: '0.3', 'score(g)': '0.31' } }),
    ]
    const { run, of } = await score(CHANGE, NOW, { history })
    // 5 / 10 rounded = 0.5; 0.5 - 0.3
    expect(of('b').exact['change']).toBe('0.2')
    expect(figure(run, 'b', 's')).toBe('0.31')
  })

  it('may be the figure itself: a value that is carried on is no cycle', async () => {
    const history = [knownRun(2018, { b: { d: '10' } })]
    const { of } = await score(CHANGE, NOW, { history })
    expect(of('b').exact['d']).toBe('11')
  })

  it.each([
    ['no result of the year was given', [], 'NO_HISTORY'],
    ['the result is of another year', [knownRun(2017, {})], 'NO_HISTORY'],
    [
      'the body is not in it',
      [knownRun(2019, { c: { total: '1' } })],
      'NO_PREVIOUS_BODY',
    ],
    [
      'the version of then had no such output',
      [knownRun(2019, { b: { A: '1' } })],
      'NOT_IN_HISTORY_RUN',
    ],
    [
      'it was missing then',
      [knownRun(2019, { b: { total: null } })],
      'MISSING_THEN',
    ],
    [
      'it was a level then',
      [knownRun(2019, { b: { total: 'good' } })],
      'OTHER_TYPE_THEN',
    ],
  ])('is missing where %s', async (_, history, code) => {
    const { run, of } = await score(CHANGE, NOW, { history })
    expect(figure(run, 'b', 'change')).toBe(`missing: ${code}`)
    const [lost] = of('b').missing.filter(({ output }) => output === 'change')
    expect(lost).toMatchObject({ input: 'previous(total)', code })
    expect(of('b').status).toBe('scored')
  })

  it('is not applicable where it was not applicable then', async () => {
    const history = [knownRun(2019, { b: { total: 'not-applicable' } })]
    const { run } = await score(CHANGE, NOW, { history })
    expect(figure(run, 'b', 'change')).toBe('not applicable: small')
  })

  it('equals the figure that its first 64 digits were cut from', async () => {
    const text = `
      inputs: { x: { type: number } }
      criteria: { total: { formula: x / 3 } }
      computed: { fell: { formula: total < previous(total) }, rose: { formula: total > previous(total) } }`
    for (const x of [1, 2]) {
      // 1/3 = 0.33..., and the last digit of 2/3 = 0.66...67 is rounded up
      const last = x === 1 ? '3' : '7'
      const total = `0.${String(x * 3).repeat(63)}${last}`
      const history = [knownRun(2019, { b: { total } })]
      const { run } = await score(text, [{ id: 'b', x }], { history })
      expect(figure(run, 'b', 'fell')).toBe('false')
      expect(figure(run, 'b', 'rose')).toBe('false')
    }
  })

  it('is recorded in the result and named in the explanation', async () => {
    const history = [knownRun(2019, { b: { total: '0.3' } })]
    const { run, result } = await score(CHANGE, NOW, { history })
    const { methodology: id, version, year, sha256 } = history[0] ?? {}
    const reference = { methodology: id, version, year, sha256 }
    expect(result.history).toEqual([reference])
    const explained = await explainOutput(run, 'b', 'change')
    const before = explained?.figures.find(({ kind }) => kind === 'previous')
    expect(before).toMatchObject({
      key: 'previous(total)',
      value: { text: '0.3' },
      run: reference,
      source: null,
    })
    expect(explained && explanationText(explained)).toContain(
      `result: test@old of 2019, sha256 ${sha256 ?? ''}`,
    )
  })
})

describe('conditions on earlier years', () => {
  const rules = (condition: string) => `
    inputs: { x: { type: number } }
    criteria: { total: { formula: x } }
    rules: { worse: { when: ${condition}, flag: {} } }`

  it.each([
    '{ fact: total, operator: lessThan, value: { fact: total, years_ago: 2 } }',
    '{ fact: total, years_ago: 2, operator: greaterThan, value: 4 }',
    '{ fact: "previous(total, 2)", operator: greaterThan, value: 4 }',
    '{ fact: x, years_ago: 2, operator: equal, value: 7 }',
  ])('%s', async (condition) => {
    const history = [knownRun(2018, { b: { total: '5' } })]
    const earlier = { 2018: [{ id: 'b', x: 7 }] }
    const now = [{ id: 'b', x: 4 }]
    const { of } = await score(rules(condition), now, { history, earlier })
    expect(of('b').flags).toMatchObject([{ undecided: false }])
    const none = await score(rules(condition), now)
    expect(none.of('b').flags).toMatchObject([{ undecided: true }])
  })

  it.each([
    ['years_ago: 0', 'from 1 to 20'],
    ['years_ago: 21', 'from 1 to 20'],
    ['years_ago: 1.5', 'from 1 to 20'],
  ])('%s is a mistake', (years, words) => {
    const condition = `{ fact: total, ${years}, operator: equal, value: 1 }`
    expect(() => methodology(rules(condition))).toThrow(words)
  })

  it('on places of earlier years are refused and not read as places of now', () => {
    const text = `
      inputs: { x: { type: number } }
      criteria: { total: { formula: x } }
      rankings: { all: { output: total } }
      rules: { first: { when: { fact: place, ranking: all, years_ago: 1, operator: equal, value: 1 }, flag: {} } }`
    expect(() => methodology(text)).toThrow('places of earlier years')
  })
})

describe('data of several earlier years', () => {
  const text = `
    inputs: { x: { type: number }, t: { v: { type: number } } }
    criteria: { total: { formula: "x - previous(x, 3)" } }
    computed:
      t.change: { formula: "v - previous(v, 2)" }
      sum: { formula: sum(t.change) }`
  const now = [{ id: 'b', x: 9, t: [{ id: 'r', v: 5 }] }]

  it('are looked at year by year', async () => {
    const earlier = {
      2018: [{ id: 'b', t: [{ id: 'r', v: 3 }] }],
      2017: [{ id: 'b', x: 2 }],
    }
    const { run, of, result } = await score(text, now, { earlier })
    expect(of('b').exact['total']).toBe('7')
    expect(figure(run, 'b', 'sum')).toBe('2')
    expect(result.data.earlier?.map(({ year }) => year)).toEqual([2018, 2017])
    expect(result.data.previous).toBeUndefined()
  })

  it('leave missing, with its year, what no data are given of', async () => {
    const { of } = await score(text, now, { previous: [{ id: 'b', x: 8 }] })
    expect(of('b').missing[0]).toMatchObject({
      input: 'previous(x, 3)',
      reason: 'no data of the earlier year were given: 2017',
    })
  })

  it('count in the checks of the data too', async () => {
    const rules = `
      inputs: { x: { type: number } }
      checks: { grows: { formula: x >= previous(x), says: Fell, otherwise: warning } }
      criteria: { total: { formula: x } }`
    const previous = [{ id: 'b', x: 10 }]
    const { result } = await score(rules, [{ id: 'b', x: 9 }], { previous })
    expect(result.warnings).toMatchObject([{ code: 'CHECK_FAILED', body: 'b' }])
  })
})
