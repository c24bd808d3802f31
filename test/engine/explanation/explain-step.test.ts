import { describe, expect, it } from 'vitest'
import { explainOutput, explanationText } from '../../../engine/index.js'
import { score } from '../../helpers/score.js'

const RULES = `
  act: { title: Rules of the test }
  populations: { peers: { by: kind, cite: "2" } }
  inputs:
    kind: { type: level, values: [x] }
    people: { type: number }
  indicators: { gdp: { under: total, unit: euro } }
  criteria: { total: { aggregate: only, cite: "1" } }
  steps:
    - { name: per_head, formula: x / people, cite: "4", mark: given }
    - { name: kept, screen: { at_least: 0 }, cite: "5" }
    - { name: filled, impute: { method: mean, among: peers }, cite: "6" }
    - { name: treated, winsorise: { skewness: 1, kurtosis: 0, most: 1 }, cite: "7" }
    - { name: scaled, normalise: { kind: min-max }, cite: "8" }`

const bodies = [
  ...[0, 0, 0, 0, 10].map((gdp, index) => ({
    id: `b${index}`,
    kind: 'x',
    people: 2,
    gdp,
  })),
  { id: 'gap', kind: 'x', people: 2, gdp: null },
  { id: 'told', kind: 'x', people: 1, gdp: 0, 'imputed:gdp': 'the ministry' },
]

async function explained(id: string) {
  const { run } = await score(RULES, bodies)
  const explanation = await explainOutput(run, id, null)
  if (!explanation) throw new Error(`No explanation of ${id}`)
  const figure = (key: string) =>
    explanation.figures.find((each) => each.key === key)
  return { text: explanationText(explanation), figure }
}

describe('the explanation of a step', () => {
  it('shows the formula with its values and the citation', async () => {
    const { figure } = await explained('b4')
    expect(figure('after(per_head, gdp)')).toMatchObject({
      kind: 'step',
      formula: 'x / people',
      substituted: '10 / 2',
      citation: 'Rules of the test, 4',
      operands: ['gdp', 'people'],
    })
  })

  it('shows what a body was screened by', async () => {
    const { figure } = await explained('told')
    expect(figure('screening kept')).toMatchObject({
      citation: 'Rules of the test, 5',
      steps: [
        {
          step: 'screened',
          words:
            '0 of 1 indicators have data (imputed values do not count), at least 0 of them needed',
        },
      ],
      skipped: [
        { row: 'after(per_head, gdp)', reason: 'imputed: the ministry' },
      ],
    })
  })

  it('shows from how many bodies a value was imputed', async () => {
    // (0 + 0 + 0 + 0 + 5 + 0) / 6
    const { figure } = await explained('gap')
    expect(figure('after(filled, gdp)')?.steps).toEqual([
      {
        step: 'impute',
        words:
          'step filled: missing, so the mean of 6 bodies of peers is put in',
        value: {
          state: 'present',
          text: '0.8333333333333333333333333333333333333333333333333333333333333333',
          reason: null,
        },
      },
    ])
  })

  it('shows what was done to the indicator and to the own value', async () => {
    // 0 five times, 5/6, 5: figures by Python's fractions
    const { text } = await explained('b4')
    expect(text).toContain(
      'step treated: of 7 bodies skewness 1.93218…, kurtosis 1.9 (limits 1 and 0): 1 value above 0.833333333333333… brought down to it; now skewness 0.948683…, kurtosis -1.1',
    )
    expect(text).toContain('; here 5 before = 0.83333333333333333333…')
    expect((await explained('b0')).text).toContain('; here unchanged = 0')
  })

  it('says of a cell by whom it was imputed', async () => {
    const { text } = await explained('told')
    expect(text).toContain('imputed outside: the ministry = 0')
  })
})
