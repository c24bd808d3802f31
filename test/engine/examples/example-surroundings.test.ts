import { describe, expect, it } from 'vitest'

import { loadMethodology, runExamples } from '../../../engine/index.js'
import { withHeader } from '../../helpers/methodology.js'

/** The messages of one example of a methodology that looks back and aside. */
async function problemsOf(example: string): Promise<readonly string[]> {
  const text = withHeader(`
    inputs:
      x: { type: number }
      y: { type: number, missing: allowed }
      g: { type: number, from: { methodology: kz-goals, output: A } }
    criteria: { total: { formula: x + g } }
    computed:
      growth: { formula: total - previous(total) }
      older: { formula: "y - previous(y, 2)" }
    examples:
      - title: Example
        source: invented
        note: made up
        year: 2023
${example
  .trim()
  .split('\n')
  .map((line) => `        ${line.trim()}`)
  .join('\n')}`)
  const loaded = loadMethodology('test.yaml', text)
  expect(loaded.problems).toEqual([])
  const nothing = () => Promise.reject(new Error('no data file'))
  const { problems } = await runExamples(loaded, nothing)
  return problems.map(({ code, message }) => `${code} ${message}`)
}

describe('an example with a past', () => {
  it('gives outputs of earlier years, data of earlier years, and outputs of others', async () => {
    // total 1 + 80 = 81; growth 81 - 71.25 = 9.75; older 5 - 2 = 3
    const problems = await problemsOf(`
      body: { id: a, x: 1, y: 5 }
      previous: { 2021: [{ id: a, y: 2 }] }
      history: { 2022: { a: { total: 71.25 } } }
      from: { kz-goals: { a: { A: 80 } } }
      expect: { outputs: { total: 81, growth: 9.75, older: 3 } }`)
    expect(problems).toEqual([])
  })

  it('says what was missing or not applicable then', async () => {
    const problems = await problemsOf(`
      bodies: [{ id: a, x: 1, g: 2 }, { id: b, x: 1, g: 2 }]
      history: { 2022: { a: { total: null }, b: { total: not-applicable } } }
      expect: { a: { outputs: { growth: null } }, b: { outputs: { growth: not-applicable } } }`)
    expect(problems).toEqual([])
  })

  it('as a list gives the data of the year before, of which only what is read must be there', async () => {
    const problems = await problemsOf(`
      body: { id: a, x: 1, g: 2 }
      previous: [{ id: a, y: 1 }]
      expect: { outputs: { total: 3, older: null } }`)
    expect(problems).toEqual([])
  })

  it.each([
    [
      'history: { 2022: { a: { totl: 1 } } }',
      'UNKNOWN_NAME',
      'Did you mean "total"?',
    ],
    ['history: { 2023: { a: { total: 1 } } }', 'WRONG_TYPE', 'before 2023'],
    ['history: { then: { a: { total: 1 } } }', 'WRONG_TYPE', '"then"'],
    [
      'from: { kz-goal: { a: { A: 1 } } }',
      'UNKNOWN_NAME',
      'Did you mean "kz-goals"?',
    ],
    ['from: { kz-goals: { a: { B: 1 } } }', 'UNKNOWN_NAME', '"B"'],
    ['previous: { 2024: [{ id: a }] }', 'WRONG_TYPE', 'before 2023'],
    ['previous: { 2022: [{ id: a, y: z }] }', 'EXAMPLE_DATA', 'received "z"'],
  ])('%s is told what is wrong', async (line, code, words) => {
    const [only, ...more] = await problemsOf(`
      body: { id: a, x: 1, g: 2 }
      ${line}
      expect: { outputs: { total: 3 } }`)
    expect(only).toMatch(new RegExp(`^${code} `))
    expect(only).toContain(words)
    expect(more).toEqual([])
  })
})
