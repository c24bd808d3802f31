/** Reasons that a value can be missing for, each where it arises. */
import { expect, it } from 'vitest'

import { explainOutput, explanationText } from '../../../engine/index.js'
import { figure } from '../../helpers/figure.js'
import { score } from '../../helpers/score.js'

const READING = 'cite: "1", mark: given'

it('no piece of a normaliser covers the value', async () => {
  const { run } = await score(
    `
    indicators:
      x: { under: total, normalise: { kind: formula, pieces: [{ when: x < 10, value: 0 }], ${READING} } }
    criteria: { total: { aggregate: only } }`,
    [{ id: 'a', x: 10 }],
  )
  expect(figure(run, 'a', 'score(x)')).toBe('missing: NO_PIECE')
})

it('both goalposts of a body are the same number', async () => {
  const { run } = await score(
    `
    inputs: { lower: { type: number }, upper: { type: number } }
    indicators:
      x: { under: total, normalise: { kind: goalposts, from: lower, to: upper } }
    criteria: { total: { aggregate: only } }`,
    [
      { id: 'a', x: 5, lower: 0, upper: 10 },
      { id: 'b', x: 5, lower: 5, upper: 5 },
    ],
  )
  expect(figure(run, 'a', 'score(x)')).toBe('0.5')
  expect(figure(run, 'b', 'score(x)')).toBe('missing: EQUAL_GOALPOSTS')
})

it('a body without a figure has no place, which leaves a flag undecided', async () => {
  const { run, of } = await score(
    `
    indicators: { x: { under: total } }
    criteria: { total: { aggregate: only } }
    rankings: { all: { output: total } }
    rules:
      first: { when: { fact: place, ranking: all, operator: equal, value: 1 }, flag: {} }`,
    [{ id: 'a', x: 1 }, { id: 'b' }],
  )
  expect(of('b').flags).toMatchObject([{ flag: 'first', undecided: true }])
  const explanation = await explainOutput(run, 'b', 'first')
  expect(explanation && explanationText(explanation)).toContain(
    'the body has no place in the ranking',
  )
})
