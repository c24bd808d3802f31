/** Aggregates over the children of a criterion. Expected figures are calculated by hand. */
import { describe, expect, it } from 'vitest'
import {
  explainOutput,
  explanationText,
  loadMethodology,
} from '../../../engine/index.js'
import { figure } from '../../helpers/figure.js'
import { withHeader } from '../../helpers/methodology.js'
import { score } from '../../helpers/score.js'

const RULES = (formula: string) => `
  inputs: { landlocked: { type: boolean, default: false } }
  indicators:
    a: { under: total, missing: allowed }
    b: { under: total, missing: allowed, normalise: { kind: goalposts, from: 0, to: 10 } }
    fish: { under: total, missing: allowed }
    c: { under: inner, missing: allowed }
  criteria:
    total:
      aggregate: arithmetic
      missing_child: share-weights
      excluded_child: share-weights
      children: { inner: { aggregate: only } }
  computed: { found: { formula: '${formula}' } }
  rules: { inland: { when: landlocked, exclude: { criterion: fish } } }`

async function found(formula: string, body: object): Promise<string> {
  const { run } = await score(RULES(formula), [{ id: 'k', ...body }])
  return figure(run, 'k', 'found')
}

const WHOLE = { a: 3, b: 40, fish: 8, c: 5 }

describe('an aggregate over the children of a criterion', () => {
  it.each([
    // a 3, score(b) 40 / 10 = 4, fish 8, inner 5
    ['mean(total.children)', '5'],
    ['sum(total.children)', '20'],
    ['count(total.children)', '4'],
    ['min(total.children)', '3'],
    ['max(0, max(total.children))', '8'],
    ['median(total.children)', '4.5'],
    ['percentile(total.children, 100)', '8'],
    // (4 + 1 + 9 + 0) / 4 = 3.5, / 3 = 14/3
    ['round(standardDeviation(total.children) ^ 2, 3)', '3.5'],
    ['round(standardDeviation(total.children, "sample") ^ 2, 3)', '4.667'],
    ['count(inner.children)', '1'],
  ])(
    '%s is %s: indicators after normalisation, and criteria',
    async (formula, value) => {
      expect(await found(formula, WHOLE)).toBe(value)
    },
  )

  it('passes over children without a value and excluded ones', async () => {
    const missing = { ...WHOLE, a: null }
    // (4 + 8 + 5) / 3
    expect(await found('mean(total.children)', missing)).toBe('17/3')
    const inland = { ...WHOLE, landlocked: true }
    expect(await found('mean(total.children)', inland)).toBe('4')
    expect(await found('count(total.children)', inland)).toBe('3')
  })

  it('is missing where no child has a value, and a count is zero', async () => {
    expect(await found('mean(total.children)', {})).toBe('missing: NO_CHILD')
    expect(await found('count(total.children)', {})).toBe('0')
    // one value is no sample
    const one = await found('standardDeviation(total.children, "sample")', {
      a: 3,
    })
    expect(one).toMatch(/^missing: /)
  })

  it('may be the formula of the criterion itself', async () => {
    const { run } = await score(
      `
      indicators: { a: { under: total }, b: { under: total } }
      criteria: { total: { formula: max(total.children) - min(total.children) } }`,
      [{ id: 'k', a: 3, b: 10 }],
    )
    expect(figure(run, 'k', 'total')).toBe('7')
  })

  it('is explained with the figures put in and each child below', async () => {
    const { run } = await score(RULES('mean(total.children)'), [
      { id: 'k', ...WHOLE, a: null, landlocked: true },
    ])
    const explanation = await explainOutput(run, 'k', 'found')
    const text = explanation ? explanationText(explanation) : ''
    expect(text).toContain('with values: mean(5, 4)')
    expect(text).toMatch(/score\(a\) = missing/)
    expect(text).toMatch(/score\(fish\) = not applicable/)
    expect(text).toContain('score(b) = 4')
  })
})

describe('a mistake in it', () => {
  const problems = (formula: string, key = 'found') =>
    loadMethodology(
      'a.yaml',
      withHeader(RULES(formula).replace('found:', `${key}:`)),
    ).problems.map(({ code, message }) => `${code} ${message}`)
  const one = (pattern: RegExp) => [expect.stringMatching(pattern) as unknown]

  it('is told once', () => {
    expect(problems('mean(totl.children)')).toEqual(
      one(/UNKNOWN_NAME .*"totl" is not a criterion of the tree.*"total"/),
    )
    expect(problems('mean(a.children)')).toEqual(
      one(/WRONG_ARGUMENTS .*"a" has no children/),
    )
    expect(problems('countIf(total.children)')).toEqual(
      one(/WRONG_ARGUMENTS .*conditions or weights/),
    )
    expect(problems('percentile(total.children)')).toEqual(
      one(/WRONG_ARGUMENTS .*percentile\(total\.children, p\)/),
    )
    expect(problems('mean(total.children)', 'population.found')).toEqual(
      one(/WRONG_ARGUMENTS .*figures of a body/),
    )
    expect(problems('total.children + 1')).toHaveLength(1)
    expect(problems('mean(total.children + 1)')).toHaveLength(1)
  })

  it('is a cycle where a child reads it', () => {
    const rules = `
      indicators: { a: { under: total } }
      criteria:
        total:
          formula: a
          children: { part: { formula: mean(total.children) } }`
    const found = loadMethodology('a.yaml', withHeader(rules)).problems
    expect(found.map(({ code }) => code)).toEqual(['CYCLE'])
  })

  it('is a child that holds a level', () => {
    const rules = `
      scales: { marks: { order: worst-first, levels: [poor, good] } }
      indicators: { a: { under: total, type: level, scale: marks } }
      criteria: { total: { aggregate: only } }
      computed: { found: { formula: mean(total.children) }, counted: { formula: count(total.children) } }`
    const { problems: found } = loadMethodology('a.yaml', withHeader(rules))
    expect(found.map(({ message }) => message)).toEqual(
      one(/mean of children takes numbers/),
    )
  })
})
