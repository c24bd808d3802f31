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

/** `missing`, `not applicable`, or the figure to 12 digits: of both evaluators. */
function bothWays(run: Run): { exact: string[]; columns: string[]; doubts: number } {
  const words = wordsOf(run)
  const [exact, columns]: [string[], string[]] = [[], []]
  let doubts = 0
  for (const node of run.methodology.nodes) {
    const make = lowered(node)
    if (!make) continue
    const made = inColumns(run, make)
    const cells = cellsOf(run, node)
    doubts += made.doubts.length
    cells.forEach((cell, body) => {
      if (made.doubts.includes(body)) return
      const name = `${node.name} of ${run.bodies[body]?.given?.id}`
      const is = doubleOf(cell, words)
      const found = made.values[body] ?? NaN
      const isNear = Math.abs(found - is) <= 1e-12 * Math.abs(is)
      exact.push(`${name} ${words_(is, isNotApplicable(cell))}`)
      columns.push(
        `${name} ${words_(isNear ? is : found, made.notApplicable[body] ?? false)}`,
      )
    })
  }
  return { exact, columns, doubts }
}

function words_(value: number, isOut: boolean): string {
  if (isOut) return Number.isNaN(value) ? 'not applicable' : `not applicable and ${value}`
  return Number.isNaN(value) ? 'missing' : String(value)
}

const AGGREGATIONS = ['arithmetic', 'geometric', 'harmonic', 'sum', 'product', 'min', 'max', 'median'] as const
const WORDS = ['share-weights', 'count-as-zero', 'node-missing', 'node-zero'] as const

const cell = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -2, max: 2000 }).map((x) => x / 16) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 7) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant('out' as const) },
  { weight: 1, arbitrary: fc.constant('unsure' as const) },
)
const childCount = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 9, max: 10 }))

const random = childCount.chain((n) =>
  fc.record({
    aggregate: fc.constantFrom(...AGGREGATIONS),
    missing: fc.constantFrom(...WORDS),
    all: fc.constantFrom('node-missing', 'node-zero', 'count-as-zero'),
    excluded: fc.constantFrom(...WORDS, 'no-total'),
    weights: fc.oneof(
      fc.constant(null),
      fc.array(fc.constantFrom('0', '1', '0.1', '0.7', '3'), { minLength: n, maxLength: n }),
      fc.array(fc.constantFrom('0', '1', '0.1', 'by_kind', 'population.figure'), { minLength: n, maxLength: n }),
    ),
    atLeast: fc.constantFrom('', ', at_least: { share: 2/3 }', ', at_least: { children: 1 }', ', at_least: { share: 0 }'),
    bodies: fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 6, maxLength: 6 }),
  }),
)

function rulesOf({ aggregate, missing, all, excluded, weights, atLeast }: typeof random extends fc.Arbitrary<infer T> ? T : never) {
  const isWeighted = ['arithmetic', 'geometric', 'harmonic', 'sum'].includes(aggregate)
  return (n: number) => {
    const children = Array.from({ length: n }, (_, i) => i)
    const weight = (i: number) => (weights && isWeighted ? `, weight: ${weights[i]}` : '')
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

function bodyOf(cells: readonly (number | string | null)[], index: number, base: number | null): Body {
  const given = cells.flatMap((each, i) => [
    [`c${i}`, typeof each === 'number' ? each : each === null ? null : 3],
    [`off${i}`, each === 'out' ? true : each === 'unsure' ? null : false],
  ])
  return { id: `b${index}`, kind: ['x', 'y', 'z'][index % 3], base, ...Object.fromEntries(given) } as Body
}

describe('a criterion of children in columns', () => {
  it('is what the exact evaluator says, absences included', async () => {
    let [rows, doubts] = [0, 0]
    await fc.assert(
      fc.asyncProperty(random, fc.constantFrom(2, 0, -1, null), async (made, base) => {
        const n = made.bodies[0]?.length ?? 0
        const { run } = await score(rulesOf(made)(n), made.bodies.map((cells, i) => bodyOf(cells, i, base)))
        const both = bothWays(run)
        rows += both.exact.length
        doubts += both.doubts
        expect(both.columns).toEqual(both.exact)
      }),
      { numRuns: Number(process.env['RUNS'] ?? 200) },
    )
    console.log(rows, doubts)
  })
})
