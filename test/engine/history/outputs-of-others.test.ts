import { describe, expect, it } from 'vitest'

import { explainOutput, explanationText } from '../../../engine/index.js'
import { figure } from '../../helpers/figure.js'
import { knownRun } from '../../helpers/known-run.js'
import { methodology } from '../../helpers/methodology.js'
import { messages, score, tryScore } from '../../helpers/score.js'

const RULES = `
  inputs:
    goals: { type: number, bounds: { least: 0, most: 100 }, from: { methodology: kz-goals, output: A } }
  criteria: { total: { formula: goals / 2 } }`

const goals = (A: string | null) => [
  knownRun(2020, { b: { A } }, 'kz-goals', '2012'),
]

describe('an input that is an output of another methodology', () => {
  it('is read from the result of that methodology', async () => {
    const { of, result } = await score(RULES, [{ id: 'b' }], {
      others: goals('80.5'),
    })
    expect(of('b').exact['total']).toBe('40.25')
    expect(result.from).toMatchObject([
      { methodology: 'kz-goals', version: '2012', year: 2020 },
    ])
  })

  it('may stand in the data instead', async () => {
    const { of, result } = await score(RULES, [{ id: 'b', goals: 60 }])
    expect(of('b').exact['total']).toBe('30')
    expect(result.from).toBeUndefined()
  })

  it('may stand in both where they agree', async () => {
    const body = { id: 'b', goals: '80.50' }
    const { of } = await score(RULES, [body], { others: goals('80.5') })
    expect(of('b').exact['total']).toBe('40.25')
  })

  it('in both with different values is an error of the data', async () => {
    const { result, problems } = await tryScore(
      RULES,
      [{ id: 'b', goals: 60 }],
      { others: goals('80.5') },
    )
    expect(result).toBeNull()
    expect(messages(problems)).toEqual([
      'CELL_CONTRADICTS_RUN b - goals: the data say 60, and the result of kz-goals@2012, 2020 says 80.5; leave the cell empty, or give the result that it comes from.',
    ])
  })

  it('is missing where neither has it, and says how to give it', async () => {
    const { of } = await score(RULES, [{ id: 'b' }])
    expect(of('b')).toMatchObject({
      status: 'not-scored',
      missing: [{ input: 'goals', code: 'NOT_GIVEN' }],
    })
    expect(of('b').missing[0]?.reason).toContain('--from')
    const others = [knownRun(2020, { c: { A: '1' } }, 'kz-goals')]
    const absent = await score(RULES, [{ id: 'b' }], { others })
    expect(absent.of('b').missing[0]?.reason).toContain('kz-goals@old, 2020')
  })

  it('is absent as it was absent there', async () => {
    const none = await score(RULES, [{ id: 'b' }], { others: goals(null) })
    expect(figure(none.run, 'b', 'total')).toBe('missing: MISSING_THEN')
    const others = goals('not-applicable')
    const excluded = await score(RULES, [{ id: 'b' }], { others })
    expect(excluded.of('b').status).toBe('not-applicable')
  })

  it.each([
    ['120', 'RUN_VALUE_UNFIT', 'the most possible is 100'],
    ['good', 'RUN_VALUE_UNFIT', 'the input takes a number'],
  ])('%s is refused where the input does not take it', async (A, ...said) => {
    const others = goals(A)
    const { problems } = await tryScore(RULES, [{ id: 'b' }], { others })
    for (const words of said) expect(messages(problems)[0]).toContain(words)
  })

  it('that the result does not have is an error with the nearest name', async () => {
    const others = [knownRun(2020, { b: { AA: '1' } }, 'kz-goals')]
    const { problems } = await tryScore(RULES, [{ id: 'b' }], { others })
    const [only, ...more] = messages(problems)
    expect(only).toContain('RUN_OUTPUT_UNKNOWN')
    expect(more).toEqual([])
  })

  it('names its run in the explanation', async () => {
    const others = goals('80')
    const { run } = await score(RULES, [{ id: 'b' }], { others })
    const explained = await explainOutput(run, 'b', null)
    expect(explained && explanationText(explained)).toContain(
      'result: kz-goals@2012 of 2020',
    )
  })

  it.each([
    [
      'inputs: { t: { v: { type: number, from: { methodology: m, output: A } } } }',
      'a column of a table',
    ],
    [
      'inputs: { v: { type: number, default: 1, from: { methodology: m, output: A } } }',
      'contradict',
    ],
    [
      'inputs: { v: { type: number, from: { methodology: test, output: A } } }',
      'previous(NAME)',
    ],
    ['inputs: { v: { type: number, from: { methodology: m } } }', '"output"'],
  ])('%s is a mistake', (inputs, words) => {
    const text = `${inputs}\ncriteria: { total: { formula: "1" } }`
    expect(() => methodology(text)).toThrow(words)
  })
})
