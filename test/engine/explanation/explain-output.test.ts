/** Expected figures are calculated by hand beside them. */
import { beforeAll, describe, expect, it } from 'vitest'

import {
  explainableFigures,
  explainOutput,
  type ExplainedFigure,
  type Explanation,
} from '../../../engine/index.js'
import { score, type ScoredBodies } from '../../helpers/score.js'
import { scoreEverything } from './everything.js'

let scored: ScoredBodies

beforeAll(async () => {
  scored = await scoreEverything()
})

async function explain(body: string, of?: string): Promise<Explanation> {
  const found = await explainOutput(scored.run, body, of ?? null)
  if (!found) throw new Error(`No explanation of ${body}`)
  return found
}

async function figureOf(
  body: string,
  key: string,
  of?: string,
): Promise<ExplainedFigure> {
  const { figures } = await explain(body, of)
  const found = figures.find((each) => each.key === key)
  if (!found) {
    const keys = figures.map((each) => each.key).join(', ')
    throw new Error(`No ${key} among ${keys}`)
  }
  return found
}

describe('an explanation', () => {
  it('is of the total where nothing else is asked for', async () => {
    const explanation = await explain('x')
    expect(explanation).toMatchObject({
      methodology: { id: 'test', version: '1' },
      year: 2020,
      body: { id: 'x', name: 'Body X' },
      of: 'total',
    })
    expect(explanation.figures[0]?.key).toBe('total')
  })

  it('is there for every figure of the body, and for nothing else', async () => {
    const names = explainableFigures(scored.run)
    expect([...names].sort()).toEqual(
      [
        ...['a', 'b', 'c', 'score(a)', 'score(b)', 'score(c)'],
        ...['total', 'left', 'goals_of_body', 'W'],
      ].sort(),
    )
    for (const name of names) expect(await explain('x', name)).toBeTruthy()
    expect(await explainOutput(scored.run, 'x', 'nothing')).toBeNull()
    expect(await explainOutput(scored.run, 'nobody', 'total')).toBeNull()
  })
})

describe('a criterion', () => {
  it('shows each step with its numbers put in, before and after rounding', async () => {
    const total = await figureOf('x', 'total')
    // a: (5 - 1) / (9 - 1) * 100 = 50; left 1/4 * 50 + 3/4 * 12 = 21.5;
    // goals (1/4 + 1/2) / 2 = 0.375; W 1.5 + 5; 21.875 - 6.5 = 15.375
    expect(total.steps.map(({ words, value }) => [words, value.text])).toEqual([
      ['sum: 21.5 + 0.375 + 0', '21.875'],
      ['at most 60', '21.875'],
      ['less W: 6.5', '15.375'],
      ['rounded to 1 digit, half-up', '15.4'],
    ])
    expect(total.value).toEqual({
      state: 'present',
      text: '15.4',
      reason: null,
    })
    expect(total).toMatchObject({
      unit: 'points',
      title: { en: 'Total', ru: 'Итог' },
      citation: 'No 14 of 2012-01-19, 16: "the sum of the parts"',
      mark: 'given',
    })
  })

  it('names the children that were left out or count 0, and why', async () => {
    const total = await figureOf('x', 'total')
    expect(total.skipped).toEqual([
      {
        row: 'score(c)',
        reason: 'counts 0: excluded by rule "no_c" (No 14 of 2012-01-19, 22)',
      },
    ])
    const left = await figureOf('undecided', 'left')
    expect(left.steps[0]?.words).toBe('arithmetic mean: (0.25 * 0) / (0.25)')
    expect(left.skipped).toEqual([
      { row: 'score(b)', reason: 'not given in the data' },
    ])
  })

  it('leads to what it was made from', async () => {
    const total = await figureOf('x', 'total')
    expect(total.operands).toEqual(
      expect.arrayContaining(['left', 'goals_of_body', 'score(c)', 'W']),
    )
  })
})

describe('a normalised indicator', () => {
  it('shows the formula and how many bodies the statistic looked at', async () => {
    const found = await figureOf('x', 'score(a)')
    expect(found.steps[1]).toMatchObject({
      words: 'min-max: ((5 - 1) / (9 - 1)) * (100 - 0), among 3 bodies',
      value: { text: '50' },
    })
    const bodies = await figureOf('x', 'all a')
    expect(bodies).toMatchObject({ kind: 'distribution', bodies: 3 })
    expect(bodies.value.text).toBe('3 figures from 1 to 9')
  })
})

describe('a formula', () => {
  it('shows its text, its operands put in, its citation, mark and other readings', async () => {
    expect(await figureOf('x', 'goals[g1].done')).toMatchObject({
      formula: 'fact / plan',
      substituted: '1 / 4',
      value: { text: '0.25' },
      citation: 'No 14 of 2012-01-19, 24',
      mark: 'reconstructed',
      note: 'rebuilt from the words',
      alternatives: [
        { formula: 'plan', setting: null, note: 'the plan alone' },
      ],
      operands: ['goals[g1].fact', 'goals[g1].plan'],
    })
  })

  it('names the rows that an aggregate skipped, and why', async () => {
    const found = await figureOf('x', 'goals_of_body')
    expect(found.substituted).toBe(
      'count(3 rows of goals) > 0 ? mean(0.25, 0.5) : 0',
    )
    expect(found.skipped).toEqual([
      { row: 'goals[2]', reason: 'not given in the data' },
    ])
    expect(await figureOf('x', 'goals[2].plan')).toMatchObject({
      value: { state: 'missing', reason: 'not given in the data' },
    })
  })

  it('follows only the branch that was taken', async () => {
    const found = await figureOf('y', 'goals_of_body')
    expect(found.value.text).toBe('0')
    expect(found.operands).toEqual([])
  })
})

describe('a cell of the data', () => {
  it('is where an explanation ends, with file, place and column', async () => {
    expect(await figureOf('x', 'goals[g1].fact')).toMatchObject({
      value: { text: '1' },
      operands: [],
      source: {
        file: 'data.json',
        line: null,
        path: 'bodies[0].goals[0]',
        column: 'fact',
        says: null,
      },
    })
    expect((await figureOf('x', 'facts')).source?.says).toBe('the register')
  })

  it('says what the methodology put in where it is empty', async () => {
    const found = await figureOf('y', 'facts')
    expect(found.value.text).toBe('0')
    expect(found.steps.map(({ step }) => step)).toEqual(['default'])
  })
})

describe('a deduction', () => {
  it('shows every rule with its facts, points before and after the cap', async () => {
    const { rules, value } = await figureOf('x', 'W')
    expect(value.text).toBe('6.5')
    expect(
      rules.map(({ rule, state, points }) => [rule, state, points]),
    ).toEqual([
      ['lateness', 'fired', '1.5'],
      ['unreliable', 'fired', '5'],
    ])
    expect(rules[1]).toMatchObject({
      event: 'deduct into W',
      citation: 'No 14 of 2012-01-19, 41',
      mark: 'given',
      facts: [
        {
          condition: 'facts greaterThanInclusive 3',
          received: '30',
          holds: 'true',
        },
      ],
      pointsBeforeCap: '6',
      caps: ['g (No 14 of 2012-01-19, 42)'],
    })
  })

  it('shows rules that did not fire, and those that are undecided', async () => {
    const states = async (id: string) =>
      (await figureOf(id, 'W')).rules.map(({ state }) => state)
    expect(await states('y')).toEqual(['not-fired', 'not-fired'])
    expect(await states('undecided')).toEqual(['undecided', 'not-fired'])
  })
})

describe('an excluded criterion', () => {
  it('names the rule, its facts on both sides, and leads to them', async () => {
    const found = await figureOf('x', 'score(c)')
    expect(found.value).toEqual({
      state: 'not-applicable',
      text: null,
      reason: 'excluded by rule "no_c" (No 14 of 2012-01-19, 22)',
    })
    expect(found.rules[0]).toMatchObject({
      rule: 'no_c',
      state: 'fired',
      event: 'exclude c',
      facts: [
        { condition: 'a lessThan b', received: '5 against 12', holds: 'true' },
      ],
    })
    expect(found.operands).toEqual(expect.arrayContaining(['a', 'b']))
  })
})

describe('a missing total', () => {
  it('says which facts are missing, step by step', async () => {
    const total = await figureOf('undecided', 'total')
    expect(total.value.state).toBe('missing')
    // Without b it is undecided whether c is excluded, and without late what W is.
    expect(total.value.reason).toBe(
      'operands are missing; b: not given in the data; late: not given in the data',
    )
    const late = await figureOf('undecided', 'late')
    expect(late).toMatchObject({
      value: { state: 'missing', text: null, reason: 'not given in the data' },
      source: { column: 'late', path: 'bodies[2]' },
    })
  })
})

describe('a body that is excluded as a whole', () => {
  it.each(['total', 'W', 'left', 'a'])(
    'has no %s, and the explanation names the rule and its fact',
    async (name) => {
      const { figures } = await explain('gone', name)
      expect(figures[0]).toMatchObject({
        key: name,
        value: {
          state: 'not-applicable',
          reason: 'excluded by rule "tiny" (No 14 of 2012-01-19, 3)',
        },
        rules: [
          {
            rule: 'tiny',
            state: 'fired',
            event: 'exclude the body',
            facts: [{ condition: 'small', received: 'true', holds: 'true' }],
          },
        ],
        operands: ['small'],
      })
      expect(figures[1]).toMatchObject({
        key: 'small',
        source: { path: 'bodies[3]', column: 'small' },
      })
      expect(figures).toHaveLength(2)
    },
  )

  it('or might be, has no figure that counts', async () => {
    const text = `
      inputs: { small: { type: boolean, missing: allowed } }
      indicators: { a: { under: total } }
      criteria: { total: { aggregate: only } }
      rules: { tiny: { when: small, exclude: { body: true } } }`
    const { run, of } = await score(text, [{ id: 'x', a: 1 }])
    const explained = await explainOutput(run, 'x', 'total')
    expect(of('x').outputs['total']).toBeNull()
    expect(explained?.figures[0]).toMatchObject({
      value: { state: 'missing', text: null },
      rules: [{ rule: 'tiny', state: 'undecided' }],
      operands: ['small'],
    })
  })
})

describe('a normaliser of pieces', () => {
  it('leads to what the piece that was taken read, and no further', async () => {
    const text = `
      parameters: { low: { value: 1 }, high: { value: 9 }, never: { value: 5 } }
      indicators:
        x:
          under: total
          normalise:
            kind: formula
            pieces: [{ when: x < low, value: 0 }, { when: x < high, value: x / high }, { value: never }]
            cite: "1"
            mark: given
      criteria: { total: { aggregate: only } }`
    const { run } = await score(text, [{ id: 'b', x: 3 }])
    const explained = await explainOutput(run, 'b', 'score(x)')
    const [figure] = explained?.figures ?? []
    expect(figure?.operands).toEqual(['x', 'parameter low', 'parameter high'])
    expect(figure?.steps[1]?.words).toContain('x / high with x = 3')
  })
})
