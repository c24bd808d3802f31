/** Weights that are computed from the bodies. Expected figures are calculated by hand. */
import { describe, expect, it } from 'vitest'
import {
  explainOutput,
  explanationText,
  loadMethodology,
} from '../../../engine/index.js'
import { figure } from '../../helpers/figure.js'
import { withHeader } from '../../helpers/methodology.js'
import { score } from '../../helpers/score.js'

const RULES = (weights = 'weights: relative', population = '') => `
  ${population}
  inputs: { kind: { type: level, values: [x, y], default: x } }
  indicators:
    a: { under: total, missing: allowed, weight: population.of_a }
    b: { under: total, missing: allowed, weight: population.of_b }
  computed:
    population.of_a: { formula: 1 / max(bodies.a) ${population && ', among: kinds'} }
    population.of_b: { formula: 1 / max(bodies.b) ${population && ', among: kinds'} }
  criteria: { total: { aggregate: arithmetic, missing_child: share-weights, ${weights} } }`

describe('a weight that is a figure of the population', () => {
  it('is the same for all, and shared out where a child is missing', async () => {
    const { run } = await score(RULES(), [
      { id: 'k', a: 2, b: 4 },
      { id: 'l', a: 1, b: 3 },
      { id: 'm', a: null, b: 3 },
    ])
    // weights 1/2 and 1/4: (2/2 + 4/4) / (3/4) = 8/3; (1/2 + 3/4) / (3/4) = 5/3
    expect(figure(run, 'k', 'total')).toBe('8/3')
    expect(figure(run, 'l', 'total')).toBe('5/3')
    expect(figure(run, 'm', 'total')).toBe('3')
  })

  it('is that of the own group', async () => {
    const text = RULES(undefined, 'populations: { kinds: { by: kind } }')
    const { run } = await score(text, [
      { id: 'k', kind: 'x', a: 2, b: 4 },
      { id: 'l', kind: 'y', a: 1, b: 3 },
    ])
    // (2/2 + 4/4) / (1/2 + 1/4); (1/1 + 3/3) / (1 + 1/3)
    expect(figure(run, 'k', 'total')).toBe('8/3')
    expect(figure(run, 'l', 'total')).toBe('1.5')
  })

  it('does not matter for an indicator that nobody has', async () => {
    const { run } = await score(RULES(), [{ id: 'k', a: 2, b: null }])
    expect(figure(run, 'k', 'total')).toBe('2')
  })

  it('leaves the criterion missing where it is negative or has no value', async () => {
    const { run } = await score(RULES(), [{ id: 'k', a: 2, b: -4 }])
    expect(figure(run, 'k', 'total')).toBe('missing: NEGATIVE_WEIGHT')
    const { run: zero } = await score(RULES(), [{ id: 'k', a: 0, b: 4 }])
    expect(figure(zero, 'k', 'total')).toBe('missing: DIVISION_BY_ZERO')
  })

  it('is explained with its formula and how many bodies it looked at', async () => {
    const { run } = await score(RULES(), [
      { id: 'k', a: 2, b: 4 },
      { id: 'l', a: 1, b: 3 },
    ])
    const explanation = await explainOutput(run, 'k', 'total')
    const text = explanation ? explanationText(explanation) : ''
    expect(text).toContain('(0.5 * 2 + 0.25 * 4) / (0.5 + 0.25)')
    expect(text).toMatch(/population\.of_a = 0\.5\n.*1 \/ max\(bodies\.a\)/)
    expect(text).toContain('over 2 bodies')
  })
})

describe('a mistake in it', () => {
  const problems = (text: string) =>
    loadMethodology('a.yaml', withHeader(text)).problems.map(
      ({ code, message }) => `${code} ${message}`,
    )
  const one = (pattern: RegExp) => [expect.stringMatching(pattern) as unknown]

  it('is told once', () => {
    const unsaid = RULES('all_missing: node-missing')
    expect(problems(unsaid)).toEqual(one(/MISSING_KEY .*weights: relative/))
    const misspelt = RULES().replace(
      'weight: population.of_b',
      'weight: population.of_bb',
    )
    expect(problems(misspelt)).toEqual(one(/UNKNOWN_NAME .*of_bb.*of_b"/))
    const yes = RULES().replace('1 / max(bodies.b)', 'max(bodies.b) > 1')
    expect(problems(yes)).toEqual(one(/TYPE_MISMATCH .*a weight is a number/))
  })

  it('is a cycle where the weight looks at the criterion itself', () => {
    const round = RULES().replace('bodies.b', 'bodies.total')
    expect(problems(round)).toEqual(one(/CYCLE/))
  })
})
