/** Expected figures are calculated by hand beside them. */
import { describe, expect, it } from 'vitest'

import { explainOutput, explanationText } from '../../../engine/index.js'
import { score } from '../../helpers/score.js'

const RULES = `
  inputs:
    kind: { type: level, values: [central, local], missing: allowed }
    late: { type: boolean, default: false }
  indicators:
    x: { under: total, normalise: { kind: z-score, among: peers } }
    y: { under: total, normalise: { kind: goalposts, from: 0, to: 2 * population.most } }
  populations:
    peers: { by: kind, title: Bodies of a kind, cite: "4", note: as the ministry sorts them }
    central: { where: kind == "central", cite: "5" }
  computed:
    population.most: { formula: max(bodies.y), among: central, cite: "6" }
    population.range: { formula: max(bodies.x) - min(bodies.y), among: peers, cite: "7" }
    range: { formula: population.range }
    place: { formula: rank(x), among: central }
  criteria: { total: { aggregate: arithmetic, missing_child: share-weights } }
  rules: { lateness: { when: late, exclude: { population: peers }, cite: "9" } }
  rankings: { kinds: { output: total, among: peers, cite: "8" } }`

/** Central x 1, 3 and 8 (late); local x 10, 20; y 4, 8, missing, 1, 2. */
const BODIES = [
  { id: 'a', kind: 'central', x: 1, y: 4 },
  { id: 'b', kind: 'central', x: 3, y: 8 },
  { id: 'c', kind: 'central', x: 8, late: true },
  { id: 'd', kind: 'local', x: 10, y: 1 },
  { id: 'e', kind: 'local', x: 20, y: 2 },
]

async function explain(id: string, of: string | null = null) {
  const { run } = await score(RULES, BODIES)
  const explanation = await explainOutput(run, id, of)
  if (!explanation) throw new Error(`No explanation of ${id}`)
  const figure = (key: string) => {
    const found = explanation.figures.find((each) => each.key === key)
    if (!found) throw new Error(`No figure ${key}`)
    return found
  }
  return { figure, text: explanationText(explanation) }
}

describe('the explanation of a normaliser among a population', () => {
  it('says how many bodies of which group it looked at', async () => {
    const { figure, text } = await explain('d')
    // 10, 20: mean 15, deviation 5
    expect(text).toContain(
      'z-score: (10 - 15) / 5, among 2 bodies of peers (kind: local) = -1',
    )
    expect(figure('all x of peers')).toMatchObject({
      bodies: 2,
      population: { name: 'peers', group: { kind: 'local' } },
      value: { text: '2 figures from 10 to 20' },
      operands: ['population peers'],
    })
  })

  it('shows a goalpost that is a formula, its number and what it was made from', async () => {
    const { figure, text } = await explain('d')
    // most of central 8, twice 16; 1 / 16
    expect(text).toContain(
      'goalposts: (1 - 0) / (16 - 0), to 2 * population.most = 16 = 0.0625',
    )
    expect(text).toContain('over 2 bodies of central')
    expect(figure('population.most')).toMatchObject({
      value: { text: '8' },
      bodies: 2,
      population: { name: 'central', group: null },
    })
  })
})

describe('the explanation of a population', () => {
  it('says who belongs, how many they are, and who is left out', async () => {
    const { figure, text } = await explain('a')
    expect(figure('population peers')).toMatchObject({
      kind: 'population',
      title: { en: 'Bodies of a kind' },
      value: { state: 'present', text: '2 bodies (kind: central)' },
      bodies: 2,
      population: { name: 'peers', group: { kind: 'central' } },
      steps: [{ step: 'membership', value: { text: 'true' } }],
      skipped: [
        { row: 'c', reason: 'excluded by rule "lateness" (Test act, 9)' },
      ],
      citation: 'Test act, 4',
      note: 'as the ministry sorts them',
      rules: [{ rule: 'lateness', state: 'not-fired' }],
      operands: ['kind', 'late'],
    })
    expect(text).toContain(
      'population peers = 2 bodies (kind: central)  [Bodies of a kind]',
    )
  })

  it('shows the condition with the facts of the body', async () => {
    const { figure } = await explain('d', 'place')
    expect(figure('place').value).toEqual({
      state: 'not-applicable',
      text: null,
      reason: 'not of population "central" (Test act, 5)',
    })
    expect(figure('population central')).toMatchObject({
      formula: 'kind == "central"',
      substituted: '"local" == "central": false',
      steps: [{ value: { text: 'false' } }],
      bodies: 3,
    })
  })

  it('names the rule that keeps the body itself out', async () => {
    const { figure, text } = await explain('c')
    expect(figure('population peers').steps[0]?.value.reason).toBe(
      'excluded by rule "lateness" (Test act, 9)',
    )
    expect(text).toContain('rule lateness: fired, exclude population peers')
  })
})

describe('the explanation of a figure with several statistics', () => {
  it('gives the number of bodies of each', async () => {
    const { figure, text } = await explain('a', 'range')
    // of the central bodies but c: x at most 3, y at least 4
    expect(figure('population.range')).toMatchObject({
      value: { text: '-1' },
      steps: [
        { words: 'max(1, 3) over 2 bodies of peers (kind: central)' },
        { words: 'min(4, 8) over 2 bodies of peers (kind: central)' },
      ],
    })
    expect(text).toContain(
      'max(1, 3) over 2 bodies of peers (kind: central) = 3',
    )
  })
})
