/** Expected figures are calculated by hand beside each case. */
import { describe, expect, it } from 'vitest'

import { explainOutput, explanationText } from '../../../engine/index.js'
import { figure } from '../../helpers/figure.js'
import { score, type Body } from '../../helpers/score.js'

function rules(normaliser: string, better = 'more', type = 'number'): string {
  return `
    parameters: { hundred: { value: 100 } }
    normalisers: { n: { ${normaliser} } }
    indicators:
      x: { under: total, type: ${type}, normalise: n${better === '' ? '' : `, better: ${better}`} }
    criteria: { total: { aggregate: only } }`
}

/** The scores of bodies with these figures, in their order. */
async function scores(
  text: string,
  figures: readonly unknown[],
): Promise<readonly string[]> {
  const bodies = figures.map((x, index): Body => ({ id: `b${index}`, x }))
  const { run } = await score(text, bodies)
  return bodies.map(({ id }) => figure(run, id, 'total'))
}

describe('goalposts', () => {
  const kind = 'kind: goalposts, from: 20, to: 85'

  it('score the way from one to the other', async () => {
    // (52.5 - 20) / 65
    const found = await scores(rules(kind), [20, 52.5, 85, 7, 98])
    expect(found).toEqual(['0', '0.5', '1', '-0.2', '1.2'])
  })

  it('turn where less is better', async () => {
    const found = await scores(rules(kind, 'less'), [20, 52.5, 85, 7, 98])
    expect(found).toEqual(['1', '0.5', '0', '1.2', '-0.2'])
  })

  it.each([
    ['none', ['-0.2', '0.5', '1.2']],
    ['above', ['-0.2', '0.5', '1']],
    ['below', ['0', '0.5', '1.2']],
    ['both', ['0', '0.5', '1']],
  ])('are clamped %s the range', async (clamp, expected) => {
    const text = rules(`${kind}, clamp: ${clamp}`)
    expect(await scores(text, [7, 52.5, 98])).toEqual(expected)
  })

  it('clamp the result, after the direction has been turned', async () => {
    const text = rules(`${kind}, clamp: above`, 'less')
    expect(await scores(text, [7, 98])).toEqual(['1', '-0.2'])
  })

  it('spread over a range', async () => {
    // 1 + 0.5 * 9; 0..10 upside down
    const text = rules(`${kind}, range: [1, 10], clamp: both`)
    expect(await scores(text, [20, 52.5, 100])).toEqual(['1', '5.5', '10'])
    const less = rules(`${kind}, range: [1, 10], clamp: both`, 'less')
    expect(await scores(less, [20, 52.5, 100])).toEqual(['10', '5.5', '1'])
  })

  it('may be a parameter, and lie the other way round', async () => {
    const text = rules('kind: goalposts, from: hundred, to: 0')
    expect(await scores(text, [100, 75, 0])).toEqual(['0', '0.25', '1'])
  })

  it('are transformed with the value', async () => {
    const log = rules('kind: goalposts, from: 1, to: 10000, transform: log10')
    expect(await scores(log, [1, 100, 10000])).toEqual(['0', '0.5', '1'])
    const root = rules('kind: goalposts, from: 0, to: 16, transform: sqrt')
    expect(await scores(root, [4, 9])).toEqual(['0.5', '0.75'])
    const ln = rules('kind: goalposts, from: 100, to: 75000, transform: ln')
    // A logarithm leaves the fractions: 1 within the guard digits.
    expect(await scores(ln, [75000, 0])).toEqual(['~1', 'missing: NO_CHILD'])
  })

  it('leave a missing figure missing', async () => {
    expect(await scores(rules(kind), [null])).toEqual(['missing: NO_CHILD'])
  })
})

describe('goalposts that the bodies set', () => {
  const kind = 'kind: goalposts, from: worst, to: best'

  it('give the worst body the lower end and the best the upper, where more is better', async () => {
    expect(await scores(rules(kind), [10, 15, 30])).toEqual(['0', '0.25', '1'])
  })

  it('and where less is better', async () => {
    const found = await scores(rules(kind, 'less'), [10, 15, 30])
    expect(found).toEqual(['1', '0.75', '0'])
  })

  it('may be set at one end alone', async () => {
    const best = 'kind: goalposts, from: 0, to: best'
    expect(await scores(rules(best), [10, 40])).toEqual(['0.25', '1'])
    const worst = 'kind: goalposts, from: worst, to: 0'
    expect(await scores(rules(worst, 'less'), [10, 40])).toEqual(['0.75', '0'])
  })

  it('mean nothing where all bodies have the same figure', async () => {
    expect(await scores(rules(kind), [5, 5])).toEqual([
      'missing: NO_CHILD',
      'missing: NO_CHILD',
    ])
    const text = rules(`${kind}, if_constant: 0.5`)
    expect(await scores(text, [5, 5])).toEqual(['0.5', '0.5'])
  })
})

describe('goalposts at a percentile', () => {
  const kind =
    'kind: goalposts, from: { percentile: 25 }, to: { percentile: 75 }'

  it('are interpolated between the figures of the bodies', async () => {
    // h = 3 * 0.25 and 3 * 0.75: 17.5 and 32.5; (10 - 17.5) / 15 = -0.5
    const found = await scores(rules(kind), [10, 20, 30, 40])
    expect(found).toEqual(['-1/2', '1/6', '5/6', '3/2'].map(decimalOr))
  })

  it('are counted from the worst, which is the largest where less is better', async () => {
    // from 32.5, to 17.5
    const found = await scores(rules(kind, 'less'), [10, 20, 30, 40])
    expect(found).toEqual(['3/2', '5/6', '1/6', '-1/2'].map(decimalOr))
  })

  it('stand beside a target of the method, whatever is better', async () => {
    // more: from 13 (h = 0.3), to 50; less: from 37 down to 0
    const lower = 'kind: goalposts, from: { percentile: 10 }, clamp: both'
    expect(await scores(rules(`${lower}, to: 50`), [10, 20, 30, 40])).toEqual([
      '0',
      '7/37',
      '17/37',
      '27/37',
    ])
    expect(
      await scores(rules(`${lower}, to: 0`, 'less'), [10, 20, 30, 40]),
    ).toEqual(['27/37', '17/37', '7/37', '0'])
  })

  it('pass over bodies without a figure, and 0 and 100 are worst and best', async () => {
    const ends =
      'kind: goalposts, from: { percentile: 0 }, to: { percentile: 100 }'
    const found = await scores(
      rules(ends).replace('type: number', 'missing: allowed'),
      [5, null, 15, 10],
    )
    expect(found).toEqual(['0', 'missing: NO_CHILD', '1', '0.5'])
  })

  it('give no score where both are one figure, unless the file says which', async () => {
    const { run } = await score(rules(kind), [
      { id: 'a', x: 7 },
      { id: 'b', x: 7 },
    ])
    const found = figure(run, 'a', 'score(x)')
    expect(found).toBe('missing: CONSTANT_POPULATION')
    const told = rules(`${kind}, if_constant: 0.5`)
    expect(await scores(told, [7, 7])).toEqual(['0.5', '0.5'])
  })

  it('say in the explanation which percentile they are', async () => {
    const bodies = [10, 20, 30, 40].map((x, at): Body => ({ id: `b${at}`, x }))
    const { run } = await score(rules(kind), bodies)
    const explanation = await explainOutput(run, 'b1', 'score(x)')
    const text = explanation ? explanationText(explanation) : ''
    expect(text).toContain('(20 - 17.5) / (32.5 - 17.5)')
    expect(text).toContain(
      'from percentile 25 from the worst = 17.5, to percentile 75 from the worst = 32.5',
    )
    expect(text).toContain('among 4 bodies')
  })
})

/** 3/2 is shown as 1.5, and 1/6 as it is. */
function decimalOr(fraction: string): string {
  const [above = '', below = ''] = fraction.split('/')
  return below === '2' ? String(Number(above) / 2) : fraction
}

describe('min-max', () => {
  it('spreads between the smallest and the largest figure', async () => {
    const text = rules('kind: min-max, range: [0, 100]')
    expect(await scores(text, [2, 3, 6, null])).toEqual([
      '0',
      '25',
      '100',
      'missing: NO_CHILD',
    ])
    const less = rules('kind: min-max, range: [0, 100]', 'less')
    expect(await scores(less, [2, 3, 6])).toEqual(['100', '75', '0'])
  })

  it('of a constant is what if_constant says, else missing', async () => {
    expect(await scores(rules('kind: min-max'), [4])).toEqual([
      'missing: NO_CHILD',
    ])
    const text = rules('kind: min-max, if_constant: 1')
    expect(await scores(text, [4, 4])).toEqual(['1', '1'])
  })
})

describe('z-score', () => {
  it('is the distance from the mean in deviations', async () => {
    // mean 5, squares 9 1 1 1 0 0 4 16, population deviation 2
    const figures = [2, 4, 4, 4, 5, 5, 7, 9]
    const found = await scores(rules('kind: z-score'), figures)
    expect(found).toEqual(['-1.5', '-0.5', '-0.5', '-0.5', '0', '0', '1', '2'])
    const less = await scores(rules('kind: z-score', 'less'), figures)
    expect(less[7]).toBe('-2')
  })

  it('has the divisor n - 1 where it says sample', async () => {
    // 1 and 3: mean 2, sample deviation sqrt(2); 1 / sqrt(2) squared is 1/2
    const text = `${rules('kind: z-score, deviation: sample')}
    computed: { squared: { formula: "round(total * total, 30)" } }
    outputs: [squared]
    total: squared`
    const { of } = await score(text, [
      { id: 'a', x: 1 },
      { id: 'b', x: 3 },
    ])
    expect(of('b').exact).toEqual({ squared: '0.5' })
  })

  it('of a constant is what if_constant says, else missing', async () => {
    expect(await scores(rules('kind: z-score'), [4, 4])).toEqual([
      'missing: NO_CHILD',
      'missing: NO_CHILD',
    ])
    const text = rules('kind: z-score, if_constant: 0')
    expect(await scores(text, [4, 4])).toEqual(['0', '0'])
  })
})

describe('rank', () => {
  it('counts the worse bodies, so that more is better', async () => {
    const text = rules('kind: rank')
    expect(await scores(text, [10, 30, 20, 20])).toEqual(['1', '4', '2', '2'])
    const less = rules('kind: rank', 'less')
    expect(await scores(less, [10, 30, 20, 20])).toEqual(['4', '1', '2', '2'])
  })
})

describe('percentile-rank', () => {
  it('is the share of the others below, and half of the equal ones', async () => {
    // of 4 others: below 0, 1, 1, 3, 4; equal 0, 1, 1, 0, 0
    const figures = [1, 2, 2, 3, 4]
    const found = await scores(rules('kind: percentile-rank'), figures)
    expect(found).toEqual(['0', '0.375', '0.375', '0.75', '1'])
    const less = await scores(rules('kind: percentile-rank', 'less'), figures)
    expect(less).toEqual(['1', '0.625', '0.625', '0.25', '0'])
  })

  it('of a body alone is missing', async () => {
    expect(await scores(rules('kind: percentile-rank'), [1])).toEqual([
      'missing: NO_CHILD',
    ])
  })
})

describe('distance-to-target', () => {
  it('divides by the target, or the target by the figure', async () => {
    const text = 'kind: distance-to-target, target: hundred'
    expect(await scores(rules(text), [50, 200])).toEqual(['0.5', '2'])
    expect(await scores(rules(text, 'less'), [50, 200])).toEqual(['2', '0.5'])
    expect(await scores(rules(text, 'less'), [0])).toEqual([
      'missing: NO_CHILD',
    ])
  })

  it('may aim at the best body', async () => {
    const text = 'kind: distance-to-target, target: best'
    expect(await scores(rules(text), [50, 200])).toEqual(['0.25', '1'])
    expect(await scores(rules(text, 'less'), [50, 200])).toEqual(['1', '0.25'])
  })
})

describe('scale', () => {
  it('gives the points of a level', async () => {
    const text = rules(
      'kind: scale, points: { full: 1, partly: 0.5, none: 0 }',
      '',
      'level, values: [full, partly, none]',
    )
    expect(await scores(text, ['partly', 'full', 'none', null])).toEqual([
      '0.5',
      '1',
      '0',
      'missing: NO_CHILD',
    ])
  })

  it('gives the points of true and false', async () => {
    const text = rules(
      'kind: scale, points: { true: 5, false: 0 }',
      '',
      'boolean',
    )
    expect(await scores(text, [true, false])).toEqual(['5', '0'])
  })
})

describe('formula', () => {
  it('is an expression in x', async () => {
    const text = rules('kind: formula, formula: x * x / hundred', '')
    expect(await scores(text, [5, 10])).toEqual(['0.25', '1'])
  })

  const PIECES =
    'kind: formula, pieces: [{ when: x < 10, value: 0 }, { when: x < 20, value: (x - 10) / 10 }, { when: x <= 30, value: 1 }]'

  it('takes the first piece that holds', async () => {
    const found = await scores(rules(PIECES, ''), [9.99, 10, 15, 20, 30])
    expect(found).toEqual(['0', '0', '0.5', '1', '1'])
  })

  it('is missing where no piece holds', async () => {
    expect(await scores(rules(PIECES, ''), [31])).toEqual(['missing: NO_CHILD'])
  })

  it('is missing where a piece is undecided', async () => {
    const text = `
      inputs: { y: { type: number, missing: allowed } }
      indicators:
        x:
          under: total
          normalise:
            kind: formula
            pieces: [{ when: x > y, value: 1 }, { value: 0 }]
            cite: "1"
            mark: given
      criteria: { total: { aggregate: only } }`
    const { run } = await score(text, [
      { id: 'a', x: 5, y: 1 },
      { id: 'b', x: 5 },
    ])
    expect(figure(run, 'a', 'score(x)')).toBe('1')
    expect(figure(run, 'b', 'score(x)')).toBe('missing: UNDECIDED_PIECE')
  })

  it('is clamped to its range', async () => {
    const text = rules(
      'kind: formula, formula: x, range: [0, 5], clamp: both',
      '',
    )
    expect(await scores(text, [-1, 3, 9])).toEqual(['0', '3', '5'])
  })
})

describe('an inner node', () => {
  it('is normalised after it has been aggregated, among the aggregates of all bodies', async () => {
    const text = `
      indicators: { a: { under: inner }, b: { under: inner } }
      criteria:
        total:
          aggregate: only
          children:
            inner:
              aggregate: sum
              normalise: { kind: min-max, range: [0, 10] }
              round: { digits: 0, mode: half-up }`
    const { run } = await score(text, [
      { id: 'x', a: 1, b: 1 },
      { id: 'y', a: 2, b: 3 },
      { id: 'z', a: 10, b: 2 },
      { id: 'lost', a: 10 },
    ])
    // sums 2, 5, 12: (5 - 2) / 10 * 10 = 3
    expect(figure(run, 'x', 'total')).toBe('0')
    expect(figure(run, 'y', 'total')).toBe('3')
    expect(figure(run, 'z', 'total')).toBe('10')
    expect(figure(run, 'lost', 'inner')).toBe('missing: CHILD_MISSING')
  })
})
