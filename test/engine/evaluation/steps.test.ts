/** Steps of a composite indicator. Expected figures are calculated by hand beside each case. */
import { describe, expect, it } from 'vitest'
import { figure } from '../../helpers/figure.js'
import { score, type Body } from '../../helpers/score.js'

const TREE = `
    indicators:
      a: { under: total }
      b: { under: total }
    criteria: { total: { aggregate: arithmetic, missing_child: share-weights } }`

/** Bodies b0, b1, ... with these values of a; b is always 1. */
const bodiesOf = (values: readonly unknown[]): readonly Body[] =>
  values.map((a, index) => ({ id: `b${index}`, a, b: 1 }))

async function after(
  steps: string,
  values: readonly unknown[],
  name = 'after(s, a)',
) {
  const scored = await score(`${TREE}\n    steps:\n${steps}`, bodiesOf(values))
  const figures = values.map((_, index) =>
    figure(scored.run, `b${index}`, name),
  )
  return { ...scored, figures }
}

describe('denomination', () => {
  it('puts the value into a formula of the body', async () => {
    const { run } = await score(
      `
      inputs: { people: { type: number } }
      indicators: { a: { under: total }, b: { under: total } }
      criteria: { total: { aggregate: arithmetic } }
      steps: [{ name: per_head, of: [a], formula: x / people }]`,
      [{ id: 'k', people: 4, a: 10, b: 3 }],
    )
    expect(figure(run, 'k', 'after(per_head, a)')).toBe('2.5')
    // (10 / 4 + 3) / 2: b is not of the step and passes through
    expect(figure(run, 'k', 'total')).toBe('2.75')
    // the bare name stays the value as given
    expect(figure(run, 'k', 'a')).toBe('10')
  })

  it('leaves a missing value missing', async () => {
    const step = '      - { name: s, formula: 2 * x }'
    expect((await after(step, [3, null])).figures).toEqual([
      '6',
      'missing: NOT_GIVEN',
    ])
  })
})

describe('screening', () => {
  const steps = `
      - { name: kept, screen: { at_least: 1/2 } }
      - { name: s, impute: { method: mean } }`

  it('keeps a body exactly at the limit and takes one below it out for good', async () => {
    const { of, run, result } = await score(
      `${TREE}\n    rankings: { main: { output: total } }\n    steps:${steps}`,
      [
        { id: 'full', a: 1, b: 4 },
        { id: 'half', a: null, b: 2 },
        { id: 'none', a: null, b: null },
      ],
    )
    // imputed from "full" alone
    expect(figure(run, 'half', 'after(s, a)')).toBe('1')
    expect(figure(run, 'none', 'after(s, a)')).toBe('missing: SCREENED_OUT')
    expect(of('none').status).toBe('not-scored')
    expect(of('none').missing[0]).toMatchObject({
      code: 'SCREENED_OUT',
      reason:
        'the body has too little data: 0 of 2 indicators, at least 0.5 of them needed (step kept)',
    })
    expect(result.rankings['main']?.map(({ id }) => id)).toEqual([
      'full',
      'half',
    ])
  })

  it('is not scored even where a missing child counts as zero', async () => {
    const zero = TREE.replace('share-weights', 'count-as-zero')
    const { of } = await score(`${zero}\n    steps:${steps}`, [
      { id: 'none', a: null, b: null },
    ])
    expect(of('none').status).toBe('not-scored')
  })

  it('is out of every later statistic', async () => {
    const only = `
      - { name: kept, of: [b], screen: { at_least: { indicators: 1 } } }
      - { name: s, normalise: { kind: min-max }, of: [a] }`
    const { run } = await score(`${TREE}\n    steps:${only}`, [
      { id: 'low', a: 0, b: 1 },
      { id: 'middle', a: 5, b: 1 },
      { id: 'far', a: 1000, b: null },
      { id: 'high', a: 10, b: 1 },
    ])
    // (5 - 0) / (10 - 0): the 1000 of "far" is not looked at
    expect(figure(run, 'middle', 'score(a)')).toBe('0.5')
    expect(figure(run, 'far', 'score(a)')).toBe('missing: SCREENED_OUT')
  })

  it.each([
    [false, 'missing: SCREENED_OUT'],
    [true, '7'],
  ])('counts imputed cells only on request (%s)', async (counts, expected) => {
    const step = `
      - { name: kept, screen: { at_least: 1, count_imputed: ${counts} } }`
    const { run } = await score(`${TREE}\n    steps:${step}`, [
      { id: 'k', a: 7, b: 1, 'imputed:a': 'the ministry' },
    ])
    expect(figure(run, 'k', 'after(kept, a)')).toBe(expected)
  })

  it('does not count what an earlier step has imputed, unless it measures before', async () => {
    const order = (of: string) => `
      - { name: filled, impute: { method: mean } }
      - { name: kept, screen: { of: ${of}, at_least: 1, count_imputed: true } }`
    const bodies = [
      { id: 'full', a: 1, b: 4 },
      { id: 'half', a: null, b: 2 },
    ]
    const late = await score(`${TREE}\n    steps:${order('filled')}`, bodies)
    expect(figure(late.run, 'half', 'after(kept, a)')).toBe('1')
    const given = await score(`${TREE}\n    steps:${order('given')}`, bodies)
    expect(figure(given.run, 'half', 'after(kept, a)')).toBe(
      'missing: SCREENED_OUT',
    )
  })

  it('measures only what is not excluded for the body', async () => {
    const rules = `
    inputs: { tiny: { type: boolean } }${TREE}
    rules: { no_a: { when: tiny, exclude: { criterion: a } } }
    steps: [{ name: kept, screen: { at_least: 1 } }, { name: s, impute: { method: mean } }]`
    const { run } = await score(rules, [
      { id: 'tiny', tiny: true, a: null, b: 2 },
      { id: 'big', tiny: false, a: 1, b: 2 },
    ])
    expect(figure(run, 'tiny', 'after(kept, b)')).toBe('2')
    // not applicable is never imputed
    expect(figure(run, 'tiny', 'after(s, a)')).toBe('not applicable: no_a')
  })
})

describe('imputation', () => {
  const impute = (how: string) => `      - { name: s, impute: { ${how} } }`

  it('takes the mean or the median of the bodies that have a value', async () => {
    // (1 + 2 + 9) / 3; the middle of 1, 2, 9
    const mean = await after(impute('method: mean'), [1, 2, 9, null])
    expect(mean.figures).toEqual(['1', '2', '9', '4'])
    const median = await after(impute('method: median'), [1, 2, 9, null])
    expect(median.figures).toEqual(['1', '2', '9', '2'])
    expect(median.of('b3').imputed).toEqual([
      { column: 'a', row: null, by: 'step s: median of 3 bodies' },
    ])
    expect(median.of('b0').imputed).toEqual([])
  })

  it('takes the statistic of the own group', async () => {
    const { of, run } = await score(
      `
      populations: { peers: { by: kind } }
      inputs: { kind: { type: level, values: [x, y], missing: allowed } }
      indicators: { a: { under: total } }
      criteria: { total: { aggregate: only } }
      steps: [{ name: s, impute: { method: mean, among: peers } }]`,
      [
        { id: 'x1', kind: 'x', a: 1 },
        { id: 'x2', kind: 'x', a: null },
        { id: 'y1', kind: 'y', a: 5 },
        { id: 'y2', kind: 'y', a: 8 },
        { id: 'y3', kind: 'y', a: null },
        { id: 'z', kind: null, a: null },
      ],
    )
    expect(figure(run, 'x2', 'total')).toBe('1')
    expect(figure(run, 'y3', 'total')).toBe('6.5')
    expect(of('y3').imputed[0]?.by).toBe('step s: mean of 2 bodies of peers')
    expect(of('z').missing.map(({ code }) => code)).toContain('NOT_GIVEN')
    expect(figure(run, 'z', 'after(s, a)')).toBe(
      'missing: NOTHING_TO_IMPUTE_FROM',
    )
  })

  it('takes the latest value of the years before', async () => {
    const rules = `${TREE}\n    steps: [{ name: s, impute: { method: previous-year } }]`
    const { run } = await score(
      rules,
      [
        { id: 'old', a: null, b: 1 },
        { id: 'new', a: null, b: 1 },
      ],
      { previous: [{ id: 'old', a: 6 }] },
    )
    expect(figure(run, 'old', 'after(s, a)')).toBe('6')
    expect(figure(run, 'new', 'after(s, a)')).toBe(
      'missing: NOTHING_TO_IMPUTE_FROM',
    )
  })

  it('takes what a formula on the body gives', async () => {
    const rules = `${TREE}\n    steps: [{ name: s, impute: { value: 2 * b + 1 } }]`
    const { run, of } = await score(rules, [{ id: 'k', a: null, b: 3 }])
    expect(figure(run, 'k', 'after(s, a)')).toBe('7')
    expect(of('k').imputed[0]?.by).toBe('step s: by the formula 2 * b + 1')
  })

  it('leaves a value missing where no body has one', async () => {
    const { figures } = await after(impute('method: mean'), [null, null])
    expect(figures[0]).toBe('missing: NOTHING_TO_IMPUTE_FROM')
  })

  it('does not impute where it is undecided whether there should be a value', async () => {
    const rules = `
    inputs: { tiny: { type: boolean, missing: allowed } }${TREE}
    rules: { no_a: { when: tiny, exclude: { criterion: a } } }
    steps: [{ name: s, impute: { method: mean } }]`
    const { run } = await score(rules, [
      { id: 'open', tiny: null, a: null, b: 2 },
      { id: 'big', tiny: false, a: 1, b: 2 },
    ])
    expect(figure(run, 'open', 'after(s, a)')).toBe('missing: RULE_UNDECIDED')
  })
})

describe('winsorisation', () => {
  const step = (more: string) =>
    `      - { name: s, winsorise: { skewness: 2, kurtosis: 3.5, ${more} } }`
  // The example of COINr's vignette "Outlier treatment".
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100]
  const upTo10 = values.slice(0, 10).map(String)
  const farOut = [
    ...Array.from({ length: 30 }, (_, index) => index + 1),
    130,
    200,
  ]

  it('brings the extreme value to the next one until both are kept', async () => {
    // sample moments by scipy (bias=False): 3.06 and 9.74; with 30 for 100 1.71 and 1.82
    const { figures } = await after(step('most: 5, sample: true'), values)
    expect(figures).toEqual([...upTo10, '30', '30'])
  })

  it('goes on with all values that have become the same', async () => {
    // 3.81 and 15.1; with 130 for 200 3.26 and 10.6; with 30 for both -0.1 and -1.3
    const { figures } = await after(step('most: 5, sample: true'), farOut)
    expect(figures.slice(-3)).toEqual(['30', '30', '30'])
  })

  it('stops as soon as one of the two is within its limit', async () => {
    // 1 to 20, 60, 100: with 60 for 100 skewness 2.36, kurtosis 5.40
    const some = [...farOut.slice(0, 20), 60, 100]
    const limits = `      - { name: s, winsorise: { skewness: 2.4, kurtosis: 3.5, most: 5, sample: true } }`
    expect((await after(limits, some)).figures.slice(-2)).toEqual(['60', '60'])
  })

  it('treats the low side in the same way', async () => {
    const negative = values.map((value) => -value)
    const { figures } = await after(step('most: 5'), negative)
    expect(figures.slice(-2)).toEqual(['-30', '-30'])
  })

  it('changes nothing where only one of the two is above its limit', async () => {
    // 0, 0, 0, 0, 5: skewness 1.5, kurtosis 0.25
    const only = `      - { name: s, winsorise: { skewness: 1, kurtosis: 0.25, most: 5 } }`
    expect((await after(only, [0, 0, 0, 0, 5])).figures.at(-1)).toBe('5')
  })

  it('moves tied values together and never more than the file allows', async () => {
    const tied = [
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 100, 100,
    ]
    const one = await after(
      `      - { name: s, winsorise: { skewness: 2, kurtosis: 2, most: 1 } }`,
      tied,
    )
    expect(one.figures.slice(-2)).toEqual(['100', '100'])
    expect(one.result.warnings).toMatchObject([
      { code: 'STILL_SKEWED', column: 'a' },
    ])
    const two = await after(
      `      - { name: s, winsorise: { skewness: 2, kurtosis: 2, most_share: 0.1 } }`,
      tied,
    )
    expect(two.figures.slice(-2)).toEqual(['18', '18'])
    expect(two.result.warnings).toEqual([])
  })

  it('transforms all untreated values where that is not enough', async () => {
    const { figures, result } = await after(
      step('most: 1, sample: true, otherwise: ln(x - x_least + 1)'),
      farOut,
    )
    expect(figures[0]).toBe('0')
    // ln 2 and ln 200
    expect(figures[1]).toBe('~0.69314718055994530941…')
    expect(figures.at(-1)).toBe('~5.2983173665480366774…')
    expect(result.warnings).toEqual([])
  })

  it('leaves the values winsorised and says so where there is nothing else', async () => {
    const { figures, result } = await after(
      step('most: 1, sample: true'),
      farOut,
    )
    expect(figures.slice(-2)).toEqual(['130', '130'])
    expect(result.warnings.map(({ message }) => message)).toEqual([
      'step s: of 32 bodies skewness 3.80687…, kurtosis 15.1405… (limits 2 and 3.5): 1 value above 130 brought down to it; now skewness 3.26309…, kurtosis 10.6234…, still above both limits. Look at the values, allow more changes, or say a formula as "otherwise".',
    ])
  })

  it('leaves equal values and single bodies alone', async () => {
    expect((await after(step('most: 5'), [3, 3, 3])).figures).toEqual([
      '3',
      '3',
      '3',
    ])
    expect((await after(step('most: 5'), [3])).figures).toEqual(['3'])
  })
})

describe('normalisation as a step', () => {
  it('follows what is better for each indicator', async () => {
    const rules = `
      normalisers: { hundred: { kind: min-max, range: [0, 100] } }
      indicators:
        a: { under: total }
        b: { under: total, better: less }
      criteria: { total: { aggregate: arithmetic } }
      steps: [{ name: scaled, normalise: hundred }, { name: index, tree: true }]`
    const { run } = await score(rules, [
      { id: 'k', a: 1, b: 1 },
      { id: 'l', a: 2, b: 5 },
      { id: 'm', a: 5, b: 2 },
    ])
    // a: 0, 25, 100; b: 100, 0, 75
    expect(['k', 'l', 'm'].map((id) => figure(run, id, 'total'))).toEqual([
      '50',
      '12.5',
      '87.5',
    ])
  })

  it('leaves indicators outside the step their own normaliser', async () => {
    const rules = `
      indicators:
        a: { under: total }
        law: { under: total, type: level, values: [no, yes], normalise: { kind: scale, points: { no: 0, yes: 1 } } }
      criteria: { total: { aggregate: sum } }
      steps: [{ name: kept, screen: { at_least: 1 } }, { name: scaled, normalise: { kind: min-max } }]`
    const { run } = await score(rules, [
      { id: 'k', a: 1, law: 'yes' },
      { id: 'l', a: 2, law: 'yes' },
      { id: 'm', a: 9, law: null },
    ])
    expect(['k', 'l', 'm'].map((id) => figure(run, id, 'total'))).toEqual([
      '1',
      '2',
      'missing: SCREENED_OUT',
    ])
  })
})

describe('after(step, indicator)', () => {
  it('is read by formulas, rules, rankings and outputs', async () => {
    const rules = `${TREE}
    computed: { gain: { formula: "after(doubled, a) - a" } }
    rules: { large: { when: { fact: "after(doubled, a)", operator: greaterThan, value: 10 }, flag: {} } }
    rankings: { main: { output: "after(doubled, a)" } }
    outputs: [total, "after(doubled,a)", gain]
    steps: [{ name: doubled, of: [a], formula: 2 * x }]`
    const { of, result } = await score(rules, bodiesOf([3, 7]))
    expect(of('b1').outputs).toEqual({
      total: 7.5,
      'after(doubled, a)': 14,
      gain: 7,
    })
    expect(of('b0').flags).toEqual([])
    expect(of('b1').flags).toHaveLength(1)
    expect(result.rankings['main']?.map(({ value }) => value)).toEqual([14, 6])
  })

  it('is the value before, where the step does not touch the indicator', async () => {
    const step = '      - { name: s, of: [b], formula: 2 * x }'
    expect((await after(step, [3], 'total')).figures).toEqual(['2.5'])
    const rules = `${TREE}
    computed: { same: { formula: "after(s, a)" } }
    steps: [{ name: s, of: [b], formula: 2 * x }]`
    const { run } = await score(rules, bodiesOf([3]))
    expect(figure(run, 'b0', 'same')).toBe('3')
  })
})
