/** Criteria in columns are held against the exact evaluator, over random weights, figures, absences and words. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Run } from '../../../engine/index.js'
import { lowerCriterion } from '../../../engine/columns/lowering/lower-criterion.js'
import { lowerDeduction } from '../../../engine/columns/lowering/lower-deduction.js'
import { lowerIndicator } from '../../../engine/columns/lowering/lower-indicator.js'
import { lowerRule } from '../../../engine/columns/lowering/lower-rule.js'
import type { LoweringFrame } from '../../../engine/columns/lowering/lower-expression.js'
import type { Lowered } from '../../../engine/columns/lowering/lowered.js'
import type { Node } from '../../../engine/methodology/methodology.js'
import { score, type Body } from '../../helpers/score.js'
import {
  cellsOf,
  doubleOf,
  inColumns,
  isNotApplicable,
  wordsOf,
} from './columns-of-run.js'

function lowered(node: Node): ((frame: LoweringFrame) => Lowered) | null {
  switch (node.kind) {
    case 'criterion':
      return (frame) => lowerCriterion(node, frame)
    case 'deduction':
      return (frame) => lowerDeduction(node, frame)
    case 'indicator':
      return ({ lowering }) => lowerIndicator(node, lowering)
    case 'rule':
      return (frame) => lowerRule(node, frame)
    default:
      return null
  }
}

/** `missing`, `not applicable`, or the figure, of both evaluators; rows that are to be computed exactly are left out. */
function bothWays(run: Run): {
  exact: string[]
  columns: string[]
} {
  const words = wordsOf(run)
  const [exact, columns]: [string[], string[]] = [[], []]
  for (const node of run.methodology.nodes) {
    const make = lowered(node)
    if (!make) continue
    const made = inColumns(run, make)
    const cells = cellsOf(run, node)
    cells.forEach((cell, body) => {
      if (made.doubts.includes(body)) return
      const name = `${node.name} of ${run.bodies[body]?.given?.id}`
      const is = doubleOf(cell, words)
      const found = made.values[body] ?? NaN
      const isNear = Math.abs(found - is) <= 1e-12 * Math.abs(is)
      exact.push(`${name} ${said(is, isNotApplicable(cell))}`)
      columns.push(
        `${name} ${said(isNear ? is : found, made.notApplicable[body] ?? false)}`,
      )
    })
  }
  return { exact, columns }
}

function said(value: number, isOut: boolean): string {
  if (isOut)
    return Number.isNaN(value)
      ? 'not applicable'
      : `not applicable and ${value}`
  return Number.isNaN(value) ? 'missing' : String(value)
}

const AGGREGATIONS = [
  'arithmetic',
  'geometric',
  'harmonic',
  'sum',
  'product',
  'min',
  'max',
  'median',
] as const
const WORDS = [
  'share-weights',
  'count-as-zero',
  'node-missing',
  'node-zero',
] as const

const cell = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.integer({ min: -2, max: 2000 }).map((x) => x / 16),
  },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 7) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant('out' as const) },
  { weight: 1, arbitrary: fc.constant('unsure' as const) },
)
const childCount = fc.oneof(
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 9, max: 10 }),
)

const random = childCount.chain((n) =>
  fc.record({
    aggregate: fc.constantFrom(...AGGREGATIONS),
    missing: fc.constantFrom(...WORDS),
    all: fc.constantFrom('node-missing', 'node-zero', 'count-as-zero'),
    excluded: fc.constantFrom(...WORDS, 'no-total'),
    weights: fc.oneof(
      fc.constant(null),
      fc.array(fc.constantFrom('0', '1', '0.1', '0.7', '3'), {
        minLength: n,
        maxLength: n,
      }),
      fc.array(
        fc.constantFrom('0', '1', '0.1', 'by_kind', 'population.figure'),
        { minLength: n, maxLength: n },
      ),
    ),
    atLeast: fc.constantFrom(
      '',
      ', at_least: { share: 2/3 }',
      ', at_least: { children: 1 }',
      ', at_least: { share: 0 }',
    ),
    bodies: fc.array(fc.array(cell, { minLength: n, maxLength: n }), {
      minLength: 6,
      maxLength: 6,
    }),
  }),
)

function rulesOf({
  aggregate,
  missing,
  all,
  excluded,
  weights,
  atLeast,
}: typeof random extends fc.Arbitrary<infer T> ? T : never) {
  const isWeighted = ['arithmetic', 'geometric', 'harmonic', 'sum'].includes(
    aggregate,
  )
  return (n: number) => {
    const children = Array.from({ length: n }, (_, i) => i)
    const weight = (i: number) =>
      weights && isWeighted ? `, weight: ${weights[i]}` : ''
    return `
  parameters:
    by_kind: { by: kind, values: { x: 2, y: 0 } }
  inputs:
    kind: { type: level, values: [x, y, z], default: x }
    base: { type: number, missing: allowed }
${children.map((i) => `    off${i}: { type: boolean, missing: allowed }`).join('\n')}
  indicators:
${children.map((i) => `    c${i}: { under: total, missing: allowed${weight(i)} }`).join('\n')}
  computed:
    population.figure: { formula: min(bodies.base) }
  criteria:
    total: { aggregate: ${aggregate}, missing_child: ${missing}, all_missing: ${all}, excluded_child: ${excluded}${atLeast}${weights && isWeighted ? ', weights: relative' : ''} }
  rules:
${children.map((i) => `    r${i}: { when: off${i}, exclude: { criterion: c${i} } }`).join('\n')}`
  }
}

function bodyOf(
  cells: readonly (number | string | null)[],
  index: number,
  base: number | null,
): Body {
  const given = cells.flatMap((each, i) => [
    [`c${i}`, typeof each === 'number' ? each : each === null ? null : 3],
    [`off${i}`, each === 'out' ? true : each === 'unsure' ? null : false],
  ])
  return {
    id: `b${index}`,
    kind: ['x', 'y', 'z'][index % 3],
    base,
    ...Object.fromEntries(given),
  } as Body
}

describe('a criterion of children in columns', () => {
  it('is what the exact evaluator says, absences included', async () => {
    await fc.assert(
      fc.asyncProperty(
        random,
        fc.constantFrom(2, 0, -1, null),
        async (made, base) => {
          const n = made.bodies[0]?.length ?? 0
          const { run } = await score(
            rulesOf(made)(n),
            made.bodies.map((cells, i) => bodyOf(cells, i, base)),
          )
          const both = bothWays(run)
          expect(both.columns).toEqual(both.exact)
        },
      ),
      { numRuns: 60 },
    )
  })
})

const LEVELS = 'judged: { scale: mark, missing: allowed }'

const stages = (middle: string, excluded: string) => `
  scales: { mark: { order: worst-first, cite: "1", levels: { low: {}, fair: {}, good: {} } } }
  inputs:
    x: { type: number, missing: allowed }
    y: { type: number, missing: allowed }
    p: { type: boolean, missing: allowed }
    q: { type: boolean, missing: allowed }
    r: { type: boolean, missing: allowed }
    kind: { type: level, values: [u, v, w], missing: allowed }
  parameters:
    top: { by: kind, values: { u: 3.5, v: 6 } }
  indicators:
    k: { under: other, missing: allowed }
    l: { under: other, missing: allowed }
  total: limited
  criteria:
    other: { aggregate: arithmetic, missing_child: share-weights, excluded_child: share-weights }
    limited: { formula: x, round: { digits: 1, mode: half-up } }
    less: { formula: y, maximum: top, round: { digits: 0, mode: half-even } }
    either:
      variants:
        one: { formula: x + 1, cite: "1", mark: given }
        two: { formula: other * 2, cite: "2", mark: given }
    rating:
      aggregate: ${middle}
      missing_child: share-weights
      excluded_child: ${excluded}
      children:
        m: { ${LEVELS} }
        n: { ${LEVELS} }
        o: { ${LEVELS} }
        s: { ${LEVELS} }
  deductions:
    W:
      from: less
      caps:
        g: { at_most: 5, cite: "1", mark: given }
        every: { at_most: top, over: all, cite: "1", mark: given }
  rules:
    out: { when: p, exclude: { criterion: k } }
    gone: { when: q, exclude: { criterion: l } }
    off: { when: r, exclude: { criterion: o } }
    a: { when: p, limit: { of: limited, at_most: 7 } }
    b: { when: q, limit: { of: limited, at_least: k, after: rounding } }
    c: { when: r, limit: { of: limited, exactly: 6.5 } }
    f: { when: p, limit: { of: rating, at_most: fair } }
    d: { when: q, limit: { of: rating, at_least: m } }
    t: { when: p, choose: { of: either, variant: one } }
    u: { when: not p, choose: { of: either, variant: two } }
    v: { when: q, deduct: { points: x, into: W, cap: g } }
    w: { when: r, deduct: { points: 2, into: W, cap: g } }
    z: { when: p, deduct: { points: k, into: W } }`

const figures = fc.option(fc.integer({ min: -8, max: 80 }).map((x) => x / 8))
const truth = fc.constantFrom(true, false, false, null)
const level = fc.constantFrom('low', 'fair', 'good', null)
const body = fc.record({
  x: figures,
  y: figures,
  k: figures,
  l: figures,
  p: truth,
  q: truth,
  r: truth,
  m: level,
  n: level,
  o: level,
  s: level,
  kind: fc.constantFrom('u', 'v', 'w', null),
})

describe('limits, deductions, variants, maxima and ratings in columns', () => {
  it('are what the exact evaluator says, whichever facts and rules are absent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(body, { minLength: 12, maxLength: 12 }),
        fc.constantFrom('median', 'min', 'max'),
        fc.constantFrom('share-weights', 'node-missing', 'no-total'),
        async (bodies, middle, excluded) => {
          const { run } = await score(
            stages(middle, excluded),
            bodies.map((each, index) => ({ id: `b${index}`, ...each })),
          )
          const { exact, columns } = bothWays(run)
          expect(columns).toEqual(exact)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a body that was screened out, in columns', () => {
  it.each(['share-weights', 'count-as-zero', 'node-zero'])(
    'is not scored, although a missing child is said to be %s',
    async (word) => {
      const { run } = await score(
        `
        indicators:
          a: { under: part, missing: allowed }
          b: { under: part, missing: allowed }
          c: { under: total, missing: allowed }
        criteria:
          total: { aggregate: arithmetic, missing_child: ${word}, children: { part: { aggregate: arithmetic, missing_child: ${word} } } }
        steps: [{ name: kept, of: [part], screen: { at_least: 1 } }]`,
        [
          { id: 'full', a: 1, b: 3, c: 5 },
          { id: 'half', a: null, b: 3, c: 5 },
          { id: 'other', a: 1, b: 3, c: null },
        ],
      )
      const { exact, columns } = bothWays(run)
      expect(columns).toEqual(exact)
      expect(columns).toContain('total of half missing')
      expect(columns).not.toContain('total of other missing')
    },
  )
})
