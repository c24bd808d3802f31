import { describe, expect, it } from 'vitest'

import { figure } from '../../helpers/figure.js'
import { score, tryScore } from '../../helpers/score.js'
import { loadMethodology } from '../../../engine/index.js'
import { withHeader } from '../../helpers/methodology.js'

const RULES = `
  inputs:
    x: { type: number, missing: allowed }
    d: { type: number, default: 7 }
    goals:
      v: { type: number, missing: allowed }
      parts:
        w: { type: number, missing: allowed }
  indicators: { k: { under: total, default: 4 } }
  criteria: { total: { aggregate: only } }
  computed:
    growth: { formula: x - previous(x) }
    d0: { formula: previous(d) }
    k0: { formula: previous(k) }
    goals.growth: { formula: v - previous(v) }
    goals.parts.before: { formula: previous(w) }
    goals.parts.outer: { formula: previous(v) }
    sum: { formula: sum(goals.growth) }
    parts: { formula: sum(goals.parts.before) }
    outer: { formula: sum(goals.parts.outer) }`

const NOW = { id: 'b', x: 5, k: 1, goals: [{ id: 'g', v: 3 }] }

describe('the value of a year ago', () => {
  it('is read for inputs of the body, and for nested rows by their ids', async () => {
    const now = {
      id: 'b',
      x: 5,
      goals: [
        { id: 'g', v: 3, parts: [{ id: 'p', w: 1 }] },
        { id: 'h', v: 10 },
      ],
    }
    const before = {
      id: 'b',
      x: 4.5,
      d: 2,
      k: 3,
      goals: [
        { id: 'h', v: 1 },
        { id: 'g', v: 2, parts: [{ id: 'p', w: 30 }] },
      ],
    }
    const { run } = await score(RULES, [now], { previous: [before] })
    expect(figure(run, 'b', 'growth')).toBe('0.5')
    // (3 - 2) + (10 - 1), whatever the order of the rows
    expect(figure(run, 'b', 'sum')).toBe('10')
    expect(figure(run, 'b', 'parts')).toBe('30')
    expect(figure(run, 'b', 'outer')).toBe('2')
    expect(figure(run, 'b', 'd0')).toBe('2')
    expect(figure(run, 'b', 'k0')).toBe('3')
  })

  it('of an empty cell is what the methodology says that means, or missing', async () => {
    const { run } = await score(RULES, [NOW], { previous: [{ id: 'b' }] })
    expect(figure(run, 'b', 'd0')).toBe('7')
    expect(figure(run, 'b', 'k0')).toBe('4')
    expect(figure(run, 'b', 'growth')).toBe('missing: NOT_GIVEN')
  })

  it('is missing where no data of that year were given', async () => {
    const { run } = await score(RULES, [NOW])
    expect(figure(run, 'b', 'growth')).toBe('missing: NO_PREVIOUS_DATA')
    expect(figure(run, 'b', 'd0')).toBe('missing: NO_PREVIOUS_DATA')
  })

  it('is missing where the body was not there', async () => {
    const previous = [{ id: 'other', x: 1 }]
    const { run, of } = await score(RULES, [NOW], { previous })
    expect(figure(run, 'b', 'growth')).toBe('missing: NO_PREVIOUS_BODY')
    expect(figure(run, 'b', 'd0')).toBe('missing: NO_PREVIOUS_BODY')
    expect(of('b').status).toBe('scored')
  })

  it.each([
    ['has no id', [{ v: 3 }], 'ROW_WITHOUT_ID'],
    ['has no partner', [{ id: 'new', v: 3 }], 'NO_PREVIOUS_ROW'],
    ['has a partner without the value', [{ id: 'g', v: 3 }], 'NOT_GIVEN'],
  ])('is missing where the row %s', async (_, goals, code) => {
    const text = `${RULES}
  outputs: [sum]
  total: sum`
    const { of } = await score(text, [{ id: 'b', goals }], {
      previous: [{ id: 'b', goals: [{ id: 'g' }, { v: 1 }] }],
    })
    expect(of('b').missing).toMatchObject([{ output: 'sum', code }])
    expect(of('b').missing[0]?.row).toMatch(/^goals\[/)
  })
})

describe('what hangs on itself', () => {
  it('is a mistake of the file, found before any data is seen', () => {
    const text = withHeader(`
      inputs: { x: { type: number } }
      criteria: { total: { formula: x + population.best } }
      computed: { population.best: { formula: max(bodies.x) } }
      rules: { low: { when: total < 1, exclude: { body: true } } }`)
    const { problems, methodology } = loadMethodology('test.yaml', text)
    expect(methodology).toBeNull()
    expect(problems.map(({ code }) => code)).toEqual(['CYCLE'])
    const [cycle] = problems
    for (const name of ['total', 'population.best', 'rule low'])
      expect(cycle?.message).toContain(name)
  })

  it('through a ranking and a deduction too', () => {
    const text = withHeader(`
      inputs: { x: { type: number } }
      criteria: { total: { formula: x - W } }
      deductions: { W: {} }
      rankings: { main: { output: total } }
      rules: { last: { when: { fact: below, ranking: main, operator: equal, value: 0 }, deduct: { points: 1, into: W } } }`)
    const { problems } = loadMethodology('test.yaml', text)
    expect(problems.map(({ code }) => code)).toEqual(['CYCLE'])
    expect(problems[0]?.message).toContain('ranking main')
  })

  it('through the year before is no cycle', async () => {
    const text = `
      inputs: { x: { type: number }, late: { type: boolean } }
      criteria: { total: { formula: x - W } }
      deductions: { W: {} }
      rules: { again: { when: late and previous(late), deduct: { points: 1, into: W } } }`
    const now = [{ id: 'b', x: 5, late: true }]
    const { result } = await tryScore(text, now, { previous: now })
    expect(result?.results[0]?.exact['total']).toBe('4')
  })
})
