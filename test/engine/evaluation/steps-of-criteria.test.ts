/** Steps that name a criterion, for all indicators below it. */
import { describe, expect, it } from 'vitest'
import { loadMethodology } from '../../../engine/index.js'
import { figure } from '../../helpers/figure.js'
import { withHeader } from '../../helpers/methodology.js'
import { score } from '../../helpers/score.js'

describe('the indicators of a step', () => {
  const tree = `
      indicators:
        a: { under: inputs }
        kind: { under: inputs, type: level, values: [x], normalise: { kind: scale, points: { x: 1 } } }
        b: { under: deep }
        c: { under: outcomes }
      criteria:
        total:
          aggregate: arithmetic
          children:
            inputs: { aggregate: arithmetic, missing_child: share-weights, children: { deep: { aggregate: only } } }
            outcomes: { aggregate: only }`

  it('are those of numbers below a criterion that it names', async () => {
    const { run } = await score(
      `${tree}\n      steps: [{ name: s, of: [inputs], formula: 10 * x }]`,
      [{ id: 'k', a: 1, kind: 'x', b: 2, c: 3 }],
    )
    expect(figure(run, 'k', 'after(s, a)')).toBe('10')
    expect(figure(run, 'k', 'after(s, b)')).toBe('20')
    expect(figure(run, 'k', 'score(c)')).toBe('3')
    // ((10 + 1 + 20) / 3 + 3) / 2
    expect(figure(run, 'k', 'total')).toBe('20/3')
  })

  it('are counted by a screen below each criterion for itself, levels too, and the first that takes a body out is the reason', async () => {
    const open = tree.replaceAll('under:', 'missing: allowed, under:')
    const { of } = await score(
      `${open}
      steps:
        - { name: kept_in, of: [inputs], screen: { at_least: 2/3 } }
        - { name: kept_out, of: [outcomes, c], screen: { at_least: 1 } }`,
      [
        { id: 'whole', a: 1, kind: 'x', b: null, c: 3 },
        { id: 'input', a: 1, kind: null, b: null, c: 3 },
        { id: 'outcome', a: 1, kind: 'x', b: 2, c: null },
      ],
    )
    expect(of('whole').status).toBe('scored')
    expect(JSON.stringify(of('input').missing)).toContain('1 of 3 indicators')
    expect(JSON.stringify(of('outcome').missing)).toContain('0 of 1 indicators')
  })

  it('are missed where the criterion is misspelt or has none of numbers', () => {
    const problems = (of: string) =>
      loadMethodology(
        'a.yaml',
        withHeader(
          `${tree}
            words: { formula: '1' }
      steps: [{ name: s, of: [${of}], formula: 10 * x }]`,
        ),
      ).problems.map(({ code, message }) => `${code} ${message}`)
    expect(problems('inptus')).toEqual([
      expect.stringMatching(
        /UNKNOWN_NAME .*an indicator or a criterion.*"inputs"/,
      ) as unknown,
    ])
    expect(problems('words')).toEqual([
      expect.stringMatching(
        /TYPE_MISMATCH .*no indicator of numbers hangs below it/,
      ) as unknown,
    ])
  })
})
