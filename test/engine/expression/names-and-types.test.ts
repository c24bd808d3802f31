import { describe, expect, it } from 'vitest'

import { loadMethodology } from '../../../engine/index.js'
import { figure } from '../../helpers/figure.js'
import { withHeader } from '../../helpers/methodology.js'
import { score } from '../../helpers/score.js'

const INPUTS = `
    parameters: { limit: { value: 2 } }
    inputs:
      x: { type: number, missing: allowed }
      yes: { type: boolean, missing: allowed }
      day: { type: date, missing: allowed }
      story: { type: text, missing: allowed }
      kind: { type: level, values: [central, local], missing: allowed }
      goals:
        x: { type: number, missing: allowed }
        a: { type: number, missing: allowed }
        b: { type: number, missing: allowed }
        tasks: { done: { type: number, missing: allowed } }
      risks: { size: { type: number, missing: allowed } }`

/** What is said of a computed column. */
function said(key: string, formula: string): readonly string[] {
  const { problems } = loadMethodology('x.yaml', file(key, formula))
  return problems.map(({ code, message }) => `${code}: ${message}`)
}

function file(key: string, formula: string): string {
  return withHeader(`${INPUTS}
    computed:
      ${key}: { formula: ${JSON.stringify(formula)} }
      result: { formula: 1 }
    outputs: [result]
    total: result`)
}

/** The value of a formula on the body; \`own\` is a column of each goal. */
async function value(
  formula: string,
  body: { readonly [column: string]: unknown },
  own = '1',
): Promise<string> {
  const rules = `${INPUTS}
    computed:
      goals.own: { formula: ${JSON.stringify(own)} }
      result: { formula: ${JSON.stringify(formula)} }
    outputs: [result]
    total: result`
  const { run } = await score(rules, [{ id: 'b', ...body }])
  return figure(run, 'b', 'result')
}

describe('types', () => {
  it.each([
    ['yes + 1', '"yes": true or false stands where a number is needed'],
    ['x and yes', '"x": a number stands where true or false is needed'],
    ['not x', '"x": a number stands where true or false is needed'],
    ['x ? 1 : 2', '"x": a number stands where true or false is needed'],
    ['yes > 0', 'true or false cannot be compared with a number'],
    ['yes > false', 'true and false have no order'],
    ['kind < "local"', 'only == and != compare them'],
    ['kind == "locl"', 'Did you mean "local"?'],
    ['kind == 1', 'a level cannot be compared with a number'],
    ['kind + 1', '"kind": a level stands where a number is needed'],
    ['story < "a"', 'only == and != compare it'],
    ['story == kind', 'with other text, not with a level'],
    ['story == 1', 'with other text, not with a number'],
    ['day > 1', 'a date cannot be compared with a number'],
    ['day > "2012"', 'a date as "2012-01-19"'],
    ['day > "2023-02-29"', 'a date as "2012-01-19"'],
    ['yes ? 1 : "a"', 'one branch is a number, the other a level'],
    ['coalesce(x, yes)', 'give them one type'],
    ['sqrt(yes)', 'sqrt needs a number'],
  ])('%s is told why', (formula, words) => {
    const [only, ...more] = said('y', formula)
    expect(only).toMatch(/^TYPE_MISMATCH: /)
    expect(only).toContain(words)
    expect(more).toEqual([])
  })

  it.each([
    ['yes == true ? 1 : 0', '1'],
    ['kind == "local" ? 1 : 0', '1'],
    ['kind != "local" ? 1 : 0', '0'],
    ['"local" == kind ? 1 : 0', '1'],
    ['day >= "2012-01-19" ? 1 : 0', '1'],
    ['day < "2012-01-19" ? 1 : 0', '0'],
  ])('%s is %s', async (formula, expected) => {
    const body = { yes: true, kind: 'local', day: '2012-01-19' }
    expect(await value(formula, body)).toBe(expected)
  })
})

describe('names', () => {
  it('means the nearest level that declares a name, even where its cell is missing', async () => {
    const body = { x: 5, goals: [{ x: 1 }, { x: null }] }

    expect(await value('sum(goals.own)', body, 'coalesce(x, 0)')).toBe('1')
  })

  it('reads enclosing rows and parameters where the own row has no such name', async () => {
    const body = { yes: true, goals: [{ a: 1 }, { a: 3 }] }

    expect(
      await value('sum(goals.own)', body, 'yes and a > limit ? a : 0'),
    ).toBe('3')
  })

  it.each([
    ['y', 'mean(gols.a)', 'UNKNOWN_NAME', 'Did you mean "goals.a"?'],
    ['y', 'goals', 'TYPE_MISMATCH', 'aggregate one of its columns'],
    ['y', 'goals.a', 'TYPE_MISMATCH', 'mean(table.column)'],
    ['y', 'population.z', 'UNKNOWN_NAME', '"population.z"'],
    ['y', 'mean(bodies.x)', 'WRONG_ARGUMENTS', 'computed: population.NAME'],
    [
      'goals.y',
      'sum(risks.size)',
      'SIBLING_TABLE',
      'aggregate on the enclosing row',
    ],
    ['goals.y', 'done + 1', 'UNKNOWN_NAME', '"done"'],
    ['goals.tasks.y', 'sum(goals.a)', 'SIBLING_TABLE', '"goals.a"'],
    ['population.y', 'x + 1', 'UNKNOWN_NAME', '"x"'],
    ['y', 'rank(goals.a)', 'TYPE_MISMATCH', 'many values'],
    ['goals.y', 'rank(a)', 'WRONG_ARGUMENTS', 'on the body'],
    ['y', 'score(x)', 'UNKNOWN_NAME', 'an indicator or criterion of the tree'],
    ['y', 'previous(x, 0)', 'WRONG_ARGUMENTS', 'from 1 to 20'],
    ['y', 'previous(x, 21)', 'WRONG_ARGUMENTS', 'and not "21"'],
    ['y', 'previous(x, 1.5)', 'WRONG_ARGUMENTS', 'a whole number of years'],
    ['y', 'previous(x, z)', 'WRONG_ARGUMENTS', 'written as a number'],
    ['y', 'previous(x, 1, 2)', 'WRONG_ARGUMENTS', 'previous(x, 2)'],
    ['y', 'previous(x + 1)', 'WRONG_ARGUMENTS', 'the name of an input'],
    ['y', 'previous(previous(x))', 'WRONG_ARGUMENTS', 'the name of an input'],
    [
      'y',
      'previous(limit)',
      'WRONG_ARGUMENTS',
      'neither an input nor an output',
    ],
    ['y', 'previous(y)', 'WRONG_ARGUMENTS', 'Add it to outputs'],
    ['y', 'previous(reslt)', 'UNKNOWN_NAME', 'Did you mean "result"?'],
  ])('%s: %s is told why', (key, formula, code, words) => {
    const [only, ...more] = said(key, formula)
    expect(only).toMatch(`${code}: `)
    expect(only).toContain(words)
    expect(more).toEqual([])
  })
})

describe('aggregates', () => {
  const goals = [
    { a: 1, b: 10, tasks: [{ done: 1 }, { done: 3 }] },
    { a: 2, b: 20, tasks: [{ done: 8 }] },
    { a: 3 },
  ]

  it.each([
    ['sum(goals.a)', '6'],
    ['count(goals)', '3'],
    ['count(goals.b)', '2'],
    // 1 * 10 + 2 * 20; the third goal has no b.
    ['sum(goals.a * goals.b)', '50'],
    ['countIf(goals.a > limit)', '1'],
    ['countIf(goals.a >= limit)', '2'],
    // (1 + 3 + 8) / 3, over the tasks of all goals.
    ['mean(goals.tasks.done)', '4'],
    ['count(goals.tasks)', '3'],
    // Columns of the goal beside those of its tasks: 1 * 1 + 1 * 3 + 2 * 8.
    ['sum(goals.tasks.done * goals.a)', '20'],
    // (1 * 10 + 2 * 20) / 30
    ['weightedMean(goals.a, goals.b)', '5/3'],
    ['max(goals.a)', '3'],
    ['max(sum(goals.a), sum(goals.b))', '30'],
    ['percentile(goals.a, 50)', '2'],
    // 1 of the 3 rows that have an a is above 2.
    ['share(goals.a > 2)', '1/3'],
  ])('%s is %s', async (formula, expected) => {
    expect(await value(formula, { goals })).toBe(expected)
  })

  it.each([
    ['mean(limit)', 'a column of a table below its own row'],
    ['mean(goals.a * risks.size)', 'one table at a time'],
    ['sum(goals.a, goals.b)', 'takes 1 arguments and has 2'],
    [
      'mean(mean(goals.tasks.done) + goals.a)',
      'Compute it in a column of the row first',
    ],
    ['percentile(goals.a, 101)', 'from 0 to 100'],
    ['standardDeviation(goals.a, "samples")', '"population", "sample"'],
    ['round(x, 0.5)', 'a whole number from -9 to 30'],
    ['clamp(x, 1)', 'clamp(x, least, most)'],
  ])('%s is told how it is written', (formula, words) => {
    const [only, ...more] = said('y', formula)
    expect(only).toMatch(/^WRONG_ARGUMENTS: /)
    expect(only).toContain(words)
    expect(more).toEqual([])
  })

  it('names the nearest function', () => {
    expect(said('y', 'avrage(goals.a)')).toEqual([
      expect.stringMatching(
        /^UNKNOWN_FUNCTION: "avrage" .*The reference lists them/,
      ),
    ])
    expect(said('y', 'meen(goals.a)')).toEqual([
      expect.stringContaining('Did you mean "mean"?'),
    ])
  })
})
