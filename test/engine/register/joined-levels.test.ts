import { describe, expect, it } from 'vitest'

import { figure } from '../../helpers/figure.js'
import { register } from '../../helpers/register.js'
import { score } from '../../helpers/score.js'

const joined = () =>
  register(`
    id,region,valid_from,valid_to,successor
    a,north,,2023-03-12,b
    b,north,2023-03-13,,
    idle,south,,,`)

describe('levels of joined bodies', () => {
  it.each([
    ['worst-first', '[red, amber, green]'],
    ['best-first', '[green, amber, red]'],
  ])('are worse by their scale, listed %s', async (order, levels) => {
    const { run } = await score(
      `
      register:
        id: bodies
        reorganised: [{ ended: { from: 01-01, to: 06-30 }, then: joined-to-successor, cite: "53" }]
      scales: { risk: { order: ${order}, levels: ${levels} } }
      inputs: { risk: { type: level, scale: risk, when_joined: worst } }
      criteria: { total: { formula: risk } }`,
      [
        { id: 'a', risk: 'amber' },
        { id: 'b', risk: 'green' },
      ],
      { year: 2023, register: await joined() },
    )
    expect(figure(run, 'b', 'total')).toBe('amber')
  })
})

describe('a body without data', () => {
  it('goes through steps, populations and rankings without a figure, and is in no statistic', async () => {
    const { of, result } = await score(
      `
      register: bodies
      inputs: { region: { type: level, values: [north, south], from: register } }
      populations: { south: { where: region == "south" }, regions: { by: region } }
      steps:
        - { name: filled, impute: { method: mean, among: regions } }
        - { name: scaled, normalise: { kind: min-max, range: [0, 100], if_constant: 50 } }
      indicators: { x: { under: total }, y: { under: total } }
      criteria: { total: { aggregate: arithmetic } }
      rules: { no_y: { when: region == "south", exclude: { criterion: y }, cite: "9" } }
      rankings: { all: { output: total, among: regions }, south: { output: total, among: south } }`,
      [{ id: 'b', x: 3, y: 4 }],
      { year: 2023, register: await joined() },
    )
    expect(of('b').outputs['total']).toBe(50)
    expect(of('idle').status).toBe('not-applicable')
    expect(result.rankings['all']?.map(({ id }) => id)).toEqual(['b'])
    expect(result.leftOutOfRankings['south']?.map(({ id }) => id)).toEqual([
      'idle',
    ])
  })
})
