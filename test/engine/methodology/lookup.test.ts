import { describe, expect, it } from 'vitest'

import { explainOutput, loadMethodology } from '../../../engine/index.js'
import { withHeader } from '../../helpers/methodology.js'
import { figure } from '../../helpers/figure.js'
import { score } from '../../helpers/score.js'

const CAPS = `
    inputs:
      kind: { type: level, values: [central, local, other] }
      size: { type: number, missing: allowed }
    tables:
      caps:
        title: Highest points
        cite: "12"
        key: kind
        columns:
          kind: text
          points: { type: number, unit: points }
          tone: { type: level, values: [mild, harsh] }
        rows:
          - [central, 0.10, mild]
          - { kind: local, tone: harsh }
      steps:
        key: [kind, size]
        columns: { kind: text, size: number, factor: number }
        rows:
          - [central, 1, 2]
          - [central, 1.5, 3]`

async function value(formula: string, given: object): Promise<string> {
  const { run } = await score(
    `${CAPS}
    computed: { result: { formula: ${JSON.stringify(formula)} } }
    outputs: [result]
    total: result`,
    [{ id: 'a', ...given }],
  )
  return figure(run, 'a', 'result')
}

function said(formula: string): readonly string[] {
  const { problems } = loadMethodology(
    'x.yaml',
    withHeader(`${CAPS}
    computed: { result: { formula: ${JSON.stringify(formula)} } }
    outputs: [result]
    total: result`),
  )
  return problems.map(({ code, message }) => `${code}: ${message}`)
}

describe('lookup', () => {
  it.each([
    ['lookup(caps.points, kind)', { kind: 'central' }, '0.1'],
    ['lookup(caps.points, "central") * 2', { kind: 'other' }, '0.2'],
    ['lookup(caps.tone, kind) == "harsh" ? 1 : 0', { kind: 'local' }, '1'],
    ['lookup(steps, kind, size)', { kind: 'central', size: '1.50' }, '3'],
    ['lookup(steps.factor, kind, size)', { kind: 'central', size: 1 }, '2'],
  ])('%s', async (formula, given, expected) => {
    expect(await value(formula, given)).toBe(expected)
  })

  it('is missing where no row has the key, the cell is empty, or the key is missing', async () => {
    expect(await value('lookup(caps.points, kind)', { kind: 'other' })).toBe(
      'missing: NO_TABLE_ROW',
    )
    expect(await value('lookup(caps.points, kind)', { kind: 'local' })).toBe(
      'missing: NOT_GIVEN',
    )
    expect(await value('lookup(steps, kind, size)', { kind: 'central' })).toBe(
      'missing: NOT_GIVEN',
    )
  })

  it.each([
    ['lookup(cap.points, kind)', 'UNKNOWN_NAME', 'Did you mean "caps"?'],
    ['lookup(caps.point, kind)', 'UNKNOWN_NAME', 'Did you mean "points"?'],
    ['lookup(caps, kind)', 'WRONG_ARGUMENTS', 'lookup(caps.points, ...)'],
    ['lookup(steps, kind)', 'WRONG_ARGUMENTS', '2 keys, and there are 1'],
    ['lookup(1, kind)', 'WRONG_ARGUMENTS', 'lookup(scopes.points, kind)'],
    ['lookup(caps.points, size)', 'TYPE_MISMATCH', 'the key of the table'],
    ['lookup(caps.tone, kind) + 1', 'TYPE_MISMATCH', 'a level stands'],
    ['lookup(caps.tone, kind) == "hash" ? 1 : 0', 'TYPE_MISMATCH', '"harsh"'],
  ])('%s is told why', (formula, code, words) => {
    const [only, ...more] = said(formula)
    expect(only).toContain(code)
    expect(only).toContain(words)
    expect(more).toEqual([])
  })

  it('is explained with its table, keys, citation and the line of the row', async () => {
    const { run } = await score(
      `${CAPS}
    criteria: { total: { formula: "lookup(caps.points, kind)" } }`,
      [{ id: 'a', kind: 'central' }],
    )
    const { figures = [] } = (await explainOutput(run, 'a', null)) ?? {}
    const cell = figures.find(({ kind }) => kind === 'table')
    expect(cell).toMatchObject({
      key: 'caps.points (kind central)',
      title: { en: 'Highest points' },
      unit: 'points',
      value: { text: '0.1' },
      citation: 'Test act, 12',
      source: {
        file: 'test.yaml',
        column: 'caps.points',
        says: 'kind central',
      },
    })
    const line =
      run.methodology.source.text.split('\n')[(cell?.source?.line ?? 0) - 1]
    expect(line).toContain('[central, 0.10, mild]')
    expect(cell && figures[0]?.operands).toContain(cell?.key)
  })
})

describe('a parameter that varies', () => {
  const RULES = `
    inputs:
      kind: { type: level, values: [central, local] }
      x: { type: number }
    parameters:
      cap: { by: kind, values: { central: 5, local: 1/3 }, unit: points, cite: "42" }
      rate: { by: [year, kind], values: { 2012-2014: { central: 1 }, 2015-: { central: 2, local: 3 } }, cite: "43" }
      base: { by: year, values: { 2019: 10, 2020: 100 }, cite: "44" }
    computed: { population.sum: { formula: sum(bodies.x) * base } }
    criteria:
      total: { formula: x * cap * rate }
      share: { formula: x / population.sum }
    total: total`

  it('has the value of its body and year, as a fraction too', async () => {
    const bodies = [
      { id: 'c', kind: 'central', x: 2 },
      { id: 'l', kind: 'local', x: 2 },
    ]
    const { run } = await score(RULES, bodies)
    // 2 * 5 * 2; 2 * 1/3 * 3; 2 / ((2 + 2) * 100).
    expect(figure(run, 'c', 'total')).toBe('20')
    expect(figure(run, 'l', 'total')).toBe('2')
    expect(figure(run, 'c', 'share')).toBe('0.005')
    const { run: earlier } = await score(RULES, bodies, { year: 2013 })
    expect(figure(earlier, 'c', 'total')).toBe('10')
    expect(figure(earlier, 'l', 'total')).toBe('missing: NO_PARAMETER_VALUE')
    expect(figure(earlier, 'c', 'share')).toBe('missing: NO_PARAMETER_VALUE')
  })

  it('is explained with what it varies by and the line of its value', async () => {
    const { run } = await score(RULES, [{ id: 'c', kind: 'central', x: 2 }])
    const { figures = [] } = (await explainOutput(run, 'c', 'total')) ?? {}
    expect(
      figures.find(({ key }) => key.startsWith('parameter rate')),
    ).toMatchObject({
      key: 'parameter rate (year 2020, kind central)',
      value: { text: '2' },
      citation: 'Test act, 43',
    })
    expect(figures.some(({ key }) => key === 'kind')).toBe(true)
  })

  function problemsOf(
    parameter: string,
    rest = 'criteria: { c: { formula: p } }',
  ) {
    return loadMethodology(
      'x.yaml',
      withHeader(`
        inputs: { kind: { type: level, values: [central, local] } }
        parameters: { p: ${parameter} }
        ${rest}`),
    ).problems.map(({ code, message }) => `${code}: ${message}`)
  }

  it.each([
    ['{ by: kynd, values: { central: 1 } }', 'UNKNOWN_NAME', '"kind"'],
    ['{ by: kind, values: { centrl: 1 } }', 'UNKNOWN_NAME', '"central"'],
    ['{ by: kind, values: { central: one } }', 'WRONG_TYPE', '"one"'],
    [
      '{ by: kind, values: { central: { a: 1 } } }',
      'WRONG_TYPE',
      'a table of a',
    ],
    ['{ by: kind, values: 5 }', 'WRONG_TYPE', 'a table'],
    ['{ by: kind }', 'MISSING_KEY', '"values"'],
    ['{ value: 1, by: kind, values: { central: 1 } }', 'SETTING_NOT_USED', ''],
    ['{ unit: points }', 'MISSING_KEY', '"value"'],
    [
      '{ by: year, values: { 2012-2014: 1, 2014-: 2 } }',
      'WRONG_TYPE',
      '2012-2014 and 2014-',
    ],
    ['{ by: year, values: { now: 1 } }', 'WRONG_TYPE', '2015- from then on'],
  ])('%s is told why', (parameter, code, words) => {
    const [only, ...more] = problemsOf(parameter)
    expect(only).toContain(code)
    expect(only).toContain(words)
    expect(more).toEqual([])
  })

  it('varies by the year alone where all bodies are looked at together', () => {
    const rest = `
        computed: { population.y: { formula: p * 2 } }
        criteria: { c: { formula: 1 } }`
    const [only, ...more] = problemsOf(
      '{ by: kind, values: { central: 1 } }',
      rest.trim(),
    )
    expect(only).toContain('WRONG_ARGUMENTS: p: it varies by "kind" of a body')
    expect(more).toEqual([])
  })
})

describe('a weight that is a parameter', () => {
  const RULES = `
    inputs: { kind: { type: level, values: [central, local] } }
    parameters:
      a_share: { by: [kind, year], values: { central: { -2019: 0 }, local: {} }, cite: "7" }
      rest: { value: 0.25, cite: "8" }
    indicators:
      a: { under: total, weight: a_share }
      b: { under: total, weight: rest }
      c: { under: total, weight: 0.25 }
    criteria: { total: { aggregate: arithmetic } }`

  /** The rules with values of the weight of a. */
  const withShares = (values: string) =>
    RULES.replace('{ central: { -2019: 0 }, local: {} }', values)

  it('differs by body and year, and is explained', async () => {
    const rules = withShares(
      '{ central: { 2000-2019: 0.5, 2020-: 1/2 }, local: { 2020: 0.5 } }',
    )
    const { run } = await score(rules, [
      { id: 'x', kind: 'central', a: 8, b: 4, c: 0 },
    ])
    // 0.5 * 8 + 0.25 * 4 + 0.25 * 0 = 5
    expect(figure(run, 'x', 'total')).toBe('5')
    const { figures = [] } = (await explainOutput(run, 'x', 'total')) ?? {}
    expect(figures.map(({ key, citation }) => [key, citation])).toContainEqual([
      'parameter a_share (kind central, year 2020)',
      'Test act, 7',
    ])
    expect(figures[0]?.steps[0]?.words).toContain('0.5')
    const { run: late } = await score(
      rules,
      [{ id: 'x', kind: 'local', a: 8, b: 4, c: 0 }],
      { year: 2021 },
    )
    expect(figure(late, 'x', 'total')).toBe('missing: NO_PARAMETER_VALUE')
  })

  it('takes another value for another kind where all are relative', async () => {
    const rules = withShares(
      '{ central: { 2020: 0.5 }, local: { 2020: 1 } }',
    ).replace(
      'aggregate: arithmetic',
      'aggregate: arithmetic, weights: relative',
    )
    const { run } = await score(rules, [
      { id: 'c', kind: 'central', a: 8, b: 4, c: 0 },
      { id: 'l', kind: 'local', a: 9, b: 6, c: 0 },
    ])
    // 5; (9 + 0.25 * 6) / 1.5 = 7.
    expect(figure(run, 'c', 'total')).toBe('5')
    expect(figure(run, 'l', 'total')).toBe('7')
  })

  it('adds up for every value of what it varies by, or the combination is named', () => {
    const { problems } = loadMethodology(
      'x.yaml',
      withHeader(
        withShares('{ central: { 2020: 0.5 }, local: { 2020: 0.4 } }'),
      ),
    )
    expect(problems.map(({ code, message }) => [code, message])).toEqual([
      [
        'WEIGHTS_SUM',
        expect.stringContaining('for kind local, year 2020 add up to 0.9'),
      ],
    ])
  })

  it.each([
    [
      'a name that is no parameter',
      'weight: rest',
      'weight: rset',
      'UNKNOWN_NAME',
    ],
    [
      'a number of 300 digits',
      'weight: 0.25',
      `weight: 0.25${'1'.repeat(300)}`,
      'WRONG_TYPE',
    ],
    ['words', 'weight: 0.25', 'weight: a quarter', 'WRONG_TYPE'],
  ])('is not %s', (_, from, to, code) => {
    const { problems } = loadMethodology(
      'x.yaml',
      withHeader(
        withShares('{ central: { 2020: 0.5 }, local: { 2020: 0.5 } }').replace(
          from,
          to,
        ),
      ),
    )
    expect(problems.map((found) => found.code)).toEqual([code])
  })
})
