import { describe, expect, it } from 'vitest'

import { evaluateCriterion } from '../../../engine/evaluation/evaluate-criterion.js'
import { figure, valueText } from '../../helpers/figure.js'
import { score } from '../../helpers/score.js'

/** Every stage that a criterion can have; ln of the value is not among them. */
const ALL_STAGES = `
  indicators:
    a: { under: total }
    b: { under: total }
  criteria:
    total:
      aggregate: arithmetic
      normalise: { kind: goalposts, from: 0, to: 10, range: [0, 100] }
      maximum: 60
      round: { digits: 1, mode: half-up }
  deductions: { W: { from: total } }
  rules: { late: { when: true, deduct: { points: 0.25, into: W } } }`

describe('the stages of a criterion', () => {
  it('are: compute, normalise, maximum, deductions, round', async () => {
    const { run } = await score(ALL_STAGES, [{ id: 'x', a: 6, b: 9 }])
    const node = run.methodology.nodes.find(({ name }) => name === 'total')
    const [body] = run.bodies
    if (node?.kind !== 'criterion' || !body) throw new Error('no total')
    const { stages, value } = evaluateCriterion(node, body)
    expect(stages.map((stage) => [stage.kind, valueText(stage.value)])).toEqual(
      [
        ['computed', '7.5'],
        ['normalised', '75'],
        ['maximum', '60'],
        ['deducted', '59.75'],
        ['rounded', '59.8'],
      ],
    )
    expect(valueText(value)).toBe('59.8')
  })

  it('keep a figure below the maximum as it is', async () => {
    // (1 + 2) / 2 = 1.5 -> 15; 15 - 0.25 = 14.75 -> 14.8
    const { of } = await score(ALL_STAGES, [{ id: 'x', a: 1, b: 2 }])
    expect(of('x').exact['total']).toBe('14.8')
  })

  it('take several deductions one after another', async () => {
    const text = `
      inputs: { x: { type: number } }
      criteria: { total: { formula: x } }
      deductions: { V: { from: total }, W: { from: total } }
      rules:
        one: { when: true, deduct: { points: 1, into: V } }
        two: { when: true, deduct: { points: 2, into: W } }`
    const { of } = await score(text, [{ id: 'b', x: 10 }])
    expect(of('b').exact).toEqual({ total: '7', V: '1', W: '2' })
  })
})

describe('the round of an inner node', () => {
  const RULES = `
    indicators:
      a: { under: inner, weight: 1/3 }
      b: { under: inner, weight: 2/3 }
    criteria:
      total:
        aggregate: sum
        children:
          inner: { aggregate: arithmetic, round: { digits: 0, mode: half-up } }
          twice: { formula: 2 * inner }
    rankings: { inner: { output: inner }, total: { output: total } }`

  it('is used by its parent, by formulas and by rankings', async () => {
    const { of, result } = await score(RULES, [
      // (0.4 + 2 * 0.7) / 3 = 0.6 -> 1; total 1 + 2 = 3, not 1.8
      { id: 'a', a: 0.4, b: 0.7 },
      // (1.2 + 2 * 1.4) / 3 = 1.33 -> 1
      { id: 'b', a: 1.2, b: 1.4 },
      { id: 'c', a: 2, b: 2 },
    ])
    expect(of('a').exact).toEqual({ total: '3', inner: '1', twice: '2' })
    expect(result.rankings['inner']).toEqual([
      { place: 1, id: 'c', value: 2 },
      { place: 2, id: 'a', value: 1 },
      { place: 2, id: 'b', value: 1 },
    ])
  })

  it('is not what an indicator means by its own name, but what score() says', async () => {
    const text = `
      indicators:
        x: { under: total, round: { digits: 0, mode: half-up } }
      criteria:
        total:
          aggregate: only
      computed:
        raw: { formula: x }
        scored: { formula: score(x) }
      outputs: [total, raw, scored]`
    const { of } = await score(text, [{ id: 'b', x: 2.6 }])
    expect(of('b').exact).toEqual({ total: '3', raw: '2.6', scored: '3' })
  })
})

describe('a parent', () => {
  it('aggregates normalised values', async () => {
    const text = `
      normalisers: { tenth: { kind: goalposts, from: 0, to: 10 } }
      indicators:
        a: { under: total, normalise: tenth }
        b: { under: total, normalise: tenth, better: less }
      criteria: { total: { aggregate: arithmetic } }`
    const { run } = await score(text, [{ id: 'x', a: 4, b: 1 }])
    // 0.4 and 1 - 0.1
    expect(figure(run, 'x', 'score(a)')).toBe('0.4')
    expect(figure(run, 'x', 'score(b)')).toBe('0.9')
    expect(figure(run, 'x', 'total')).toBe('0.65')
  })
})
