import { describe, expect, it } from 'vitest'

import { figure } from '../../helpers/figure.js'
import { score } from '../../helpers/score.js'

/** A criterion `total` over the indicators a, b, c. */
function rules(
  criterion: string,
  weights: readonly string[] = [],
  further = '',
): string {
  const indicators = ['a', 'b', 'c'].map((name, index) => {
    const weight = weights[index]
    const more = weight === undefined ? '' : `, weight: ${weight}`
    return `  ${name}: { under: total${more} }`
  })
  return [
    'indicators:',
    ...indicators,
    `criteria: { total: { ${criterion} } }`,
    further,
  ].join('\n')
}

async function total(
  text: string,
  given: { readonly [column: string]: unknown },
): Promise<string> {
  const { run } = await score(text, [{ id: 'body', ...given }])
  return figure(run, 'body', 'total')
}

describe('children without weights', () => {
  it.each([
    ['arithmetic', { a: 1, b: 2, c: 4 }, '7/3'],
    ['geometric', { a: 2, b: 4, c: 8 }, '4'],
    ['geometric', { a: 1, b: 8, c: 27 }, '6'],
    ['geometric', { a: 0, b: 8, c: 27 }, '0'],
    // 3 / (1 + 1/2 + 1/4) = 12/7
    ['harmonic', { a: 1, b: 2, c: 4 }, '12/7'],
    ['sum', { a: 0.1, b: 0.2, c: 0.3 }, '0.6'],
    ['product', { a: 2, b: 3, c: 0.5 }, '3'],
    ['min', { a: 3, b: -1, c: 2 }, '-1'],
    ['max', { a: 3, b: -1, c: 2 }, '3'],
  ])('%s of %o is %s', async (aggregate, given, value) => {
    expect(await total(rules(`aggregate: ${aggregate}`), given)).toBe(value)
  })

  it('of which there is only one are taken as they are', async () => {
    const text = `
      indicators: { a: { under: total } }
      criteria: { total: { aggregate: only } }`
    expect(await total(text, { a: 5 })).toBe('5')
    expect(await total(text, {})).toBe('missing: NO_CHILD')
  })

  it('with a negative figure have no geometric mean', async () => {
    const given = { a: -1, b: 2, c: 4 }
    expect(await total(rules('aggregate: geometric'), given)).toBe(
      'missing: NEGATIVE_IN_GEOMETRIC_MEAN',
    )
  })

  it('with a zero have no harmonic mean', async () => {
    const given = { a: 0, b: 2, c: 4 }
    expect(await total(rules('aggregate: harmonic'), given)).toBe(
      'missing: DIVISION_BY_ZERO',
    )
  })
})

describe('children with weights', () => {
  it.each([
    // 0.5 * 1 + 0.3 * 2 + 0.2 * 4
    ['arithmetic', ['0.5', '0.3', '0.2'], { a: 1, b: 2, c: 4 }, '1.9'],
    // (1 + 2 + 5) / 3 with fractions that no decimal holds
    ['arithmetic', ['1/3', '1/3', '1/3'], { a: 1, b: 2, c: 5 }, '8/3'],
    ['arithmetic', ['1/3', '2/3', '0'], { a: 3, b: 6, c: 99 }, '5'],
    // 1 / (0.5 / 1 + 0.25 / 2 + 0.25 / 4) = 1 / 0.6875
    ['harmonic', ['0.5', '0.25', '0.25'], { a: 1, b: 2, c: 4 }, '16/11'],
    ['sum', ['0.5', '0.25', '0.25'], { a: 1, b: 2, c: 4 }, '2'],
    // a child with a zero that weighs nothing does not make the mean zero
    ['geometric', ['1/2', '1/2', '0'], { a: 2, b: 8, c: 0 }, '~4'],
  ])('%s with %o of %o is %s', async (aggregate, weights, given, value) => {
    const text = rules(`aggregate: ${aggregate}`, weights)
    expect(await total(text, given)).toBe(value)
  })

  it('may add up to another total than 1', async () => {
    const text = rules('aggregate: arithmetic, weights_total: 100', [
      '50',
      '30',
      '20',
    ])
    expect(await total(text, { a: 1, b: 2, c: 4 })).toBe('1.9')
    const sum = rules('aggregate: sum, weights_total: 10', ['5', '3', '2'])
    // 5 * 1 + 3 * 2 + 2 * 4
    expect(await total(sum, { a: 1, b: 2, c: 4 })).toBe('19')
  })

  it('are divided by their sum where they are relative', async () => {
    const text = rules('aggregate: arithmetic, weights: relative', [
      '0.33',
      '0.33',
      '0.33',
    ])
    expect(await total(text, { a: 1, b: 2, c: 4 })).toBe('7/3')
    const given = { a: 8, b: 1, c: 1 }
    const geometric = rules('aggregate: geometric, weights: relative', [
      '1',
      '1',
      '1',
    ])
    expect(await total(geometric, given)).toBe('2')
  })

  it('of any size leave the geometric mean between the children', async () => {
    const geometric = rules('aggregate: geometric, weights: relative', [
      '2000000000000000',
      '1000000000000000',
      '0',
    ])
    // 8^(2/3) * 27^(1/3) = 4 * 3, though 8 to the power of the weight is too large a number.
    expect(await total(geometric, { a: 8, b: 27, c: 5 })).toBe('12')
  })

  it('that add up to zero have no mean', async () => {
    const text = rules('aggregate: arithmetic, weights: relative', [
      '0',
      '0',
      '0',
    ])
    expect(await total(text, { a: 1, b: 2, c: 4 })).toBe(
      'missing: ZERO_WEIGHTS',
    )
  })

  it('share the weight of a missing child', async () => {
    const weights = ['0.5', '0.3', '0.2']
    const given = { a: 1, b: 2 }
    const share = (aggregate: string) =>
      rules(`aggregate: ${aggregate}, missing_child: share-weights`, weights)
    // (0.5 * 1 + 0.3 * 2) / 0.8
    expect(await total(share('arithmetic'), given)).toBe('1.375')
    // the sum is scaled up the same way
    expect(await total(share('sum'), given)).toBe('1.375')
    // 0.8 / (0.5 / 1 + 0.3 / 2)
    expect(await total(share('harmonic'), given)).toBe('16/13')
    // where only children of weight 0 are left there is no mean
    const none = rules('aggregate: arithmetic, missing_child: share-weights', [
      '0',
      '0',
      '1',
    ])
    expect(await total(none, given)).toBe('missing: ZERO_WEIGHTS')
  })
})

describe('a missing child', () => {
  const given = { a: 3, b: 6 }

  it.each([
    ['arithmetic', 'share-weights', '4.5'],
    ['arithmetic', 'count-as-zero', '3'],
    ['arithmetic', 'node-missing', 'missing: CHILD_MISSING'],
    ['arithmetic', 'node-zero', '0'],
    // two of three children: 9 scaled up by 3/2
    ['sum', 'share-weights', '13.5'],
    ['sum', 'count-as-zero', '9'],
    ['product', 'share-weights', '18'],
    ['product', 'count-as-zero', '0'],
    ['min', 'share-weights', '3'],
    ['min', 'count-as-zero', '0'],
    ['max', 'count-as-zero', '6'],
    ['max', 'node-zero', '0'],
    ['geometric', 'count-as-zero', '0'],
    ['harmonic', 'share-weights', '4'],
    ['harmonic', 'count-as-zero', 'missing: DIVISION_BY_ZERO'],
  ])('of %s with %s gives %s', async (aggregate, word, value) => {
    const text = rules(`aggregate: ${aggregate}, missing_child: ${word}`)
    expect(await total(text, given)).toBe(value)
  })

  it('makes the node missing where nothing is said', async () => {
    expect(await total(rules('aggregate: sum'), given)).toBe(
      'missing: CHILD_MISSING',
    )
  })
})

describe('no child at all', () => {
  it.each([
    ['missing_child: share-weights', 'missing: NO_CHILD'],
    ['missing_child: node-missing', 'missing: NO_CHILD'],
    ['missing_child: count-as-zero', '0'],
    ['missing_child: node-zero', '0'],
    ['missing_child: share-weights, all_missing: node-zero', '0'],
    ['missing_child: share-weights, all_missing: count-as-zero', '0'],
    [
      'missing_child: count-as-zero, all_missing: node-missing',
      'missing: NO_CHILD',
    ],
    [
      'missing_child: node-zero, all_missing: node-missing',
      'missing: NO_CHILD',
    ],
  ])('with %s gives %s', async (words, value) => {
    expect(await total(rules(`aggregate: arithmetic, ${words}`), {})).toBe(
      value,
    )
  })
})

describe('at_least', () => {
  const words = 'aggregate: arithmetic, missing_child: share-weights'

  it.each([
    ['{ children: 2 }', { a: 1, b: 3 }, '2'],
    ['{ children: 2 }', { a: 1 }, 'missing: TOO_FEW_CHILDREN'],
    // 2 of 3 children are a share of 0.66..., above 0.65 and below 0.67
    ['{ share: 0.65 }', { a: 1, b: 3 }, '2'],
    ['{ share: 2/3 }', { a: 1, b: 3 }, '2'],
    ['{ share: 0.67 }', { a: 1, b: 3 }, 'missing: TOO_FEW_CHILDREN'],
  ])('%s of %o gives %s', async (least, given, value) => {
    const text = rules(`${words}, at_least: ${least}`)
    expect(await total(text, given)).toBe(value)
  })

  it('forms no node of fewer children, none included, where the missing count 0', async () => {
    const text = rules(
      'aggregate: arithmetic, missing_child: count-as-zero, at_least: { children: 2 }',
    )
    expect(await total(text, { a: 3, b: 3 })).toBe('2')
    expect(await total(text, { a: 3 })).toBe('missing: TOO_FEW_CHILDREN')
    expect(await total(text, {})).toBe('missing: NO_CHILD')
  })

  it('does not look at children that are excluded', async () => {
    const text = rules(
      `${words}, excluded_child: share-weights, at_least: { share: 1 }`,
      [],
      'rules: { away: { when: true, exclude: { criterion: c } } }',
    )
    expect(await total(text, { a: 1, b: 3 })).toBe('2')
  })
})

describe('an excluded child', () => {
  const away = 'rules: { away: { when: true, exclude: { criterion: c } } }'

  it.each([
    ['no-total', 'not applicable: away'],
    ['share-weights', '4.5'],
    ['count-as-zero', '3'],
    ['node-missing', 'missing: CHILD_EXCLUDED'],
    ['node-zero', '0'],
  ])('with %s gives %s', async (word, value) => {
    const text = rules(
      `aggregate: arithmetic, excluded_child: ${word}`,
      [],
      away,
    )
    expect(await total(text, { a: 3, b: 6, c: 9 })).toBe(value)
  })

  it('makes the node not applicable where nothing is said, even beside a missing child', async () => {
    const text = rules('aggregate: arithmetic', [], away)
    expect(await total(text, { a: 3 })).toBe('not applicable: away')
  })

  it('is told from a missing one', async () => {
    const text = rules(
      'aggregate: arithmetic, missing_child: node-missing, excluded_child: share-weights',
      [],
      away,
    )
    expect(await total(text, { a: 3, b: 6 })).toBe('4.5')
    expect(await total(text, { a: 3 })).toBe('missing: CHILD_MISSING')
  })
})
