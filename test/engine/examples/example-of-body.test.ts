/** What an example of a body says, and what it must not say. */
import { describe, expect, it } from 'vitest'

import {
  calculationLine,
  exampleOfBody,
  explainOutput,
  type BodyExample,
  type ExpectedFigure,
  type Run,
} from '../../../engine/index.js'
import { knownRun } from '../../helpers/known-run.js'
import { withHeader } from '../../helpers/methodology.js'
import {
  RESTRICTED_BODIES,
  restrictedText,
  tracesIn,
} from '../../helpers/restricted.js'
import { score } from '../../helpers/score.js'
import { tryRegister } from '../../helpers/register.js'

const LITERAL = (literal: string) => ({ literal })

const THIRDS = withHeader(`
  outputs: [total, seat, W]
  total: total
  inputs:
    kind: { type: level, values: [central, local] }
    goals: { share: { type: number, missing: allowed } }
  indicators:
    x: { under: total }
    y: { under: total, missing: allowed }
  criteria:
    total: { aggregate: arithmetic, missing_child: share-weights }
    seat: { formula: mean(goals.share) }
  deductions:
    W: { title: Deductions }
  rules:
    small: { when: x < 2, deduct: { points: 1 / 3, into: W } }
    outside: { when: 'kind == "local"', exclude: { criterion: seat } }
    best: { when: { fact: place, ranking: all, operator: equal, value: 1 }, flag: {} }
  rankings:
    all: { output: total }
`)

describe('an example of a body', () => {
  it('says what was observed, and leaves out what is missing', async () => {
    const { run } = await score(THIRDS, [
      { id: 'a', name: 'Alpha', kind: 'central', x: '1.50', goals: GOALS },
    ])
    expect(made(run, 'a').given).toEqual({
      year: LITERAL('2020'),
      body: {
        ...{ id: 'a', name: 'Alpha', kind: 'central', x: LITERAL('1.5') },
        goals: [{ id: 'g1', share: LITERAL('0.25') }, { id: 'g2' }],
      },
    })
  })

  it('expects exact figures: missing, not applicable and fractions as they are', async () => {
    // The mean of 1 and 4/3 is no decimal: (1 + 1 + 2) / 3 over goals.
    const { run } = await score(THIRDS, [
      { ...{ id: 'a', kind: 'central', x: 1, y: 2 }, goals: SHARES },
      { ...{ id: 'b', kind: 'local', x: 3 }, goals: SHARES },
      { ...{ id: 'c', kind: 'central', x: 3 }, goals: [] },
    ])
    expect(values(run, 'a')).toMatchObject({
      ...{ status: 'scored', 'outputs total': LITERAL('1.5') },
      ...{ 'outputs seat': '4/3', deductions: { small: '1/3' } },
    })
    expect(values(run, 'b')).toMatchObject({
      ...{ 'outputs seat': 'not-applicable', deductions: {} },
    })
    expect(values(run, 'c')).toMatchObject({ 'outputs seat': LITERAL('null') })
  })

  it('tells what other bodies decide: places, and flags that ask for them', async () => {
    const { run } = await score(THIRDS, [
      { id: 'a', kind: 'central', x: 1 },
      { id: 'b', kind: 'central', x: 3 },
    ])
    const { figures } = made(run, 'b')
    const ofOthers = figures.filter((each) => each.isOfOthers).map(keyOf)
    expect(ofOthers).toEqual(['places all', 'flags', 'undecided_flags'])
    expect(values(run, 'b')).toMatchObject({
      ...{ 'places all': LITERAL('1'), flags: ['best'] },
    })
    const { given } = made(run, 'b', true)
    expect(given).toMatchObject({ bodies: [{ id: 'a' }, { id: 'b' }] })
  })

  it('brings what is looked at of earlier years and other methodologies, and no more', async () => {
    const rules = withHeader(`
      outputs: [growth, before]
      total: growth
      inputs:
        x: { type: number }
        unread: { type: number, missing: allowed }
        index: { type: number, missing: allowed, from: { methodology: other, output: A } }
      computed:
        growth: { formula: x / previous(x) + index }
        before: { formula: "previous(growth, 2)" }
    `)
    const { run } = await score(
      rules,
      [
        { id: 'a', x: 6 },
        { id: 'b', x: 7 },
      ],
      {
        previous: [
          { id: 'a', x: 2, unread: 9 },
          { id: 'b', x: 3, unread: 9 },
        ],
        history: [
          knownRun(2018, { a: { growth: '1.25' }, b: { growth: '3' } }),
        ],
        others: [knownRun(2020, { a: { A: '0.5', B: '7' } }, 'other')],
      },
    )
    const { given } = made(run, 'a')
    expect(given).toEqual({
      ...{ year: LITERAL('2020'), body: { id: 'a', x: LITERAL('6') } },
      previous: { '2019': [{ id: 'a', x: LITERAL('2') }] },
      history: { '2018': { a: { growth: LITERAL('1.25') } } },
      from: { other: { a: { A: LITERAL('0.5') } } },
    })
    // 6 / 2 + 0.5
    expect(values(run, 'a')).toMatchObject({
      ...{
        'outputs growth': LITERAL('3.5'),
        'outputs before': LITERAL('1.25'),
      },
    })
  })

  it('is refused where a body must have restricted cells', async () => {
    const { run } = await score(restrictedText(), RESTRICTED_BODIES)
    const refused = exampleOfBody(run, 'b1', false)
    expect(refused).toMatchObject({ kind: 'refused', why: 'restricted' })
    expect(tracesIn(JSON.stringify(refused))).toEqual([])
  })

  it('leaves restricted cells out, and expects nothing that they stand behind, released or not', async () => {
    const rules = withHeader(`
      outputs: [open, closed, released]
      total: closed
      released: [released]
      inputs:
        x: { type: number }
        secret: { type: number, missing: allowed, restricted: true }
      criteria:
        open: { formula: x * 2 }
        closed: { formula: x + secret }
        released: { formula: "max(x, secret)" }
    `)
    const { run } = await score(rules, [{ id: 'a', x: 1, secret: 731946285 }])
    const example = made(run, 'a')
    expect(example.leftOut).toEqual(['secret'])
    expect(example.figures.map(keyOf)).toEqual(['outputs open'])
    expect(JSON.stringify(example)).not.toContain('731946')
  })

  it('is refused for bodies that were joined, which a register alone can say', async () => {
    const { register } = await tryRegister(`
      id, valid_from, valid_to, successor
      a, 2010-01-01, ,
      b, 2010-01-01, 2020-03-12, a
    `)
    const rules = withHeader(`
      register: { id: bodies, in_force: { during: year }, reorganised: [{ ended: { from: 01-01, to: 06-30 }, then: joined-to-successor, cite: "1" }] }
      inputs: { x: { type: number } }
      criteria: { total: { formula: x } }
    `)
    const { run } = await score(rules, [{ id: 'a', x: 1 }], {
      ...(register ? { register } : {}),
    })
    expect(exampleOfBody(run, 'a', false)).toEqual({
      ...{ kind: 'refused', why: 'reorganised', names: ['a'] },
    })
  })

  it('has the calculation of a figure in a line', async () => {
    const { run } = await score(THIRDS, [
      { id: 'a', kind: 'central', x: 1, y: 2 },
    ])
    const explained = await explainOutput(run, 'a', 'total')
    expect(explained && calculationLine(explained)).toMatch(
      /^total: .*1.*2.* = 1\.5$/,
    )
  })
})

const GOALS = [{ id: 'g1', share: 0.25 }, { id: 'g2' }]
const SHARES = [{ share: 1 }, { share: 1 }, { share: 2 }]

function made(
  run: Run,
  id: string,
  withOthers = false,
): Extract<BodyExample, { kind: 'made' }> {
  const example = exampleOfBody(run, id, withOthers)
  if (example?.kind === 'made') return example
  throw new Error(`Not made: ${JSON.stringify(example)}`)
}

function values(run: Run, id: string): Record<string, unknown> {
  const { figures } = made(run, id)
  return Object.fromEntries(figures.map((each) => [keyOf(each), each.value]))
}

function keyOf({ kind, name }: ExpectedFigure): string {
  return name === '' ? kind : `${kind} ${name}`
}
