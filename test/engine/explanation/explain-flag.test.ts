/** A flag is explained by the rules that may raise it: each fact with its figure, and where that is from. */
import { describe, expect, it } from 'vitest'

import { explainableFlags, explainOutput } from '../../../engine/index.js'
import { knownRun } from '../../helpers/known-run.js'
import { methodology } from '../../helpers/methodology.js'
import { score } from '../../helpers/score.js'

const RULES = methodology(`
  act: { number: "954", date: 2010-03-19 }
  inputs: { closed: { type: boolean, default: false } }
  indicators: { a: { under: total } }
  criteria: { total: { aggregate: sum } }
  rankings: { all: { output: total } }
  rules:
    fell:
      title: Fell two years running
      when: total < previous(total, 1) and previous(total, 1) < previous(total, 2)
      flag: {}
      cite: "73"
      mark: reconstructed
      note: Our reading.
      alternatives: [{ setting: { years: 1 }, note: one year is enough }]
    last: { when: { fact: below, ranking: all, operator: lessThan, value: 1 }, flag: { name: weak, about: all }, cite: "74" }
    poor: { when: total < 5, flag: { name: weak }, cite: "75" }
    shut: { when: closed, exclude: { body: true }, cite: "3" }
`)

const BODIES = [
  { id: 'x', a: 3 },
  { id: 'y', a: 9 },
  { id: 'z', a: 1, closed: true },
]

const PAST = { x: { total: '4' }, y: { total: '8' } }

async function explain(body: string, flag: string, years = [2019, 2018]) {
  const history = years.map((year) =>
    knownRun(year, year === 2018 ? { x: { total: '7' } } : PAST),
  )
  const { run, of } = await score(RULES, BODIES, { history })
  const explanation = await explainOutput(run, body, flag)
  if (!explanation) throw new Error(`No explanation of ${flag}`)
  const { figures } = explanation
  const find = (key: string) => figures.find((each) => each.key === key)
  return { run, of, explanation, flag: figures[0], find }
}

describe('the explanation of a flag', () => {
  it('has the rule with its figures, and the results that they are from', async () => {
    // 3 < 4 and 4 < 7
    const { flag, find, explanation } = await explain('x', 'fell')
    expect(explanation.of).toBe('flag fell')
    expect(flag).toMatchObject({
      kind: 'flag',
      title: { en: 'Fell two years running' },
      value: { text: 'raised' },
      citation: 'No 954 of 2010-03-19, 73',
      mark: 'reconstructed',
      note: 'Our reading.',
      rules: [{ rule: 'fell', state: 'fired' }],
    })
    expect(find('total')?.value.text).toBe('3')
    expect(find('previous(total, 1)')).toMatchObject({
      value: { text: '4' },
      run: { year: 2019, version: 'old' },
    })
    expect(find('previous(total, 2)')).toMatchObject({
      value: { text: '7' },
      run: { year: 2018 },
    })
  })

  it('says what is missing where it is undecided', async () => {
    const { flag } = await explain('x', 'fell', [2019])
    expect(flag?.value.state).toBe('missing')
    expect(flag?.value.reason).toContain('2018')
    expect(flag?.rules[0]?.state).toBe('undecided')
  })

  it('tells all rules that may raise it, fired or not', async () => {
    const x = await explain('x', 'weak')
    expect(x.flag?.value.text).toBe('raised')
    expect(x.flag?.rules.map(({ rule, state }) => [rule, state])).toEqual([
      ['last', 'fired'],
      ['poor', 'fired'],
    ])
    expect(x.find('below in all')?.value.text).toBe('0')
    const y = await explain('y', 'weak')
    expect(y.flag?.value.text).toBe('not raised')
    expect(y.of('y').flags.map(({ flag }) => flag)).not.toContain('weak')
  })

  it('of a body that is excluded as a whole names the rule that did it', async () => {
    const { flag } = await explain('z', 'weak')
    expect(flag?.value.state).toBe('not-applicable')
    expect(flag?.rules).toMatchObject([{ rule: 'shut', state: 'fired' }])
  })

  it('is asked for by the name of the flag', async () => {
    const { run } = await explain('x', 'weak')
    expect(explainableFlags(run)).toEqual(['fell', 'weak'])
    expect(await explainOutput(run, 'x', 'week')).toBeNull()
  })
})
