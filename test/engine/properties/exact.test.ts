/** Exact results are held against rational arithmetic that is not ours (fraction.js). */
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, it } from 'vitest'

import { figure } from '../../helpers/figure.js'
import { numberFormula, rationalText } from '../../helpers/rational.js'
import { score } from '../../helpers/score.js'

/** Fractions longer than this may become decimals; random formulas seldom get there. */
const LONGEST = 10n ** 390n

const NAMES = new Map([
  ['x', new Fraction('1.25')],
  ['y', new Fraction('-0.3')],
  ['zero', new Fraction(0)],
  ['third', new Fraction(1, 3)],
  ['lost', null],
])

const INPUTS = `
  inputs:
    x: { type: number }
    y: { type: number }
    zero: { type: number }
    lost: { type: number, missing: allowed }
  computed:
    third: { formula: 1 / 3 }`

describe('a random formula of + - * / comparisons and conditionals', () => {
  it('comes to what rational arithmetic says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(numberFormula(NAMES), { minLength: 10, maxLength: 10 }),
        async (formulas) => {
          const short = formulas.filter(
            ({ text, value }) =>
              text.length < 5000 &&
              (!value || (value.n < LONGEST && value.d < LONGEST)),
          )
          const computed = short.map(
            ({ text }, index) => `    f${index}: { formula: "${text}" }`,
          )
          const text = `${INPUTS}\n${computed.join('\n')}\n  total: x`
          const body = { id: 'b', x: 1.25, y: -0.3, zero: 0 }
          const { run } = await score(text, [body])
          const found = short.map((_, index) => figure(run, 'b', `f${index}`))
          const kinds = found.map((each) =>
            each.startsWith('missing') ? 'missing' : each,
          )
          expect(kinds).toEqual(
            short.map(({ value }) => (value ? rationalText(value) : 'missing')),
          )
        },
      ),
      { numRuns: 100 },
    )
  })
})

/** A child of a random tree: an indicator, or a node over further children. */
interface Node {
  readonly weight: number
  readonly aggregate:
    'arithmetic' | 'sum' | 'product' | 'min' | 'max' | 'harmonic'
  readonly words:
    'share-weights' | 'count-as-zero' | 'node-missing' | 'node-zero'
  readonly figure: string | null
  readonly children: readonly Node[]
}

const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    weight: fc.integer({ min: 1, max: 20 }),
    aggregate: fc.constantFrom(
      'arithmetic' as const,
      'sum' as const,
      'product' as const,
      'min' as const,
      'max' as const,
      'harmonic' as const,
    ),
    words: fc.constantFrom(
      'share-weights' as const,
      'count-as-zero' as const,
      'node-missing' as const,
      'node-zero' as const,
    ),
    figure: fc.option(
      fc.integer({ min: 1, max: 999 }).map((n) => (n / 10).toString()),
      { freq: 8 },
    ),
    children: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constant([]),
      fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
    ),
  }),
}))

const WEIGHED = ['arithmetic', 'sum', 'harmonic']

/** The value of a node by fraction.js; null where it is missing. */
function valueOf(tree: Node): Fraction | null {
  if (tree.children.length === 0)
    return tree.figure === null ? null : new Fraction(tree.figure)
  const values = tree.children.map((child) => ({
    value: valueOf(child),
    weight: new Fraction(WEIGHED.includes(tree.aggregate) ? child.weight : 1),
  }))
  const lost = values.some(({ value }) => value === null)
  if (lost && tree.words === 'node-missing') return null
  if (lost && tree.words === 'node-zero') return new Fraction(0)
  const used = values.flatMap(({ value, weight }) => {
    if (value) return [{ value, weight }]
    return tree.words === 'count-as-zero'
      ? [{ value: new Fraction(0), weight }]
      : []
  })
  const isNothing = values.every(({ value }) => value === null)
  if (isNothing) return tree.words === 'count-as-zero' ? new Fraction(0) : null
  return combined(tree, used, total(values.map(({ weight }) => weight)))
}

function combined(
  tree: Node,
  used: readonly { readonly value: Fraction; readonly weight: Fraction }[],
  all: Fraction,
): Fraction | null {
  const values = used.map(({ value }) => value)
  const weights = total(used.map(({ weight }) => weight))
  const weighted = total(used.map(({ value, weight }) => value.mul(weight)))
  switch (tree.aggregate) {
    case 'arithmetic':
      return weighted.div(weights)
    case 'sum':
      return weighted.mul(all).div(weights)
    case 'harmonic':
      return values.some((value) => value.equals(0))
        ? null
        : weights.div(total(used.map(({ value, weight }) => weight.div(value))))
    case 'product':
      return values.reduce((a, b) => a.mul(b))
    case 'min':
      return values.reduce((a, b) => (a.compare(b) < 0 ? a : b))
    case 'max':
      return values.reduce((a, b) => (a.compare(b) > 0 ? a : b))
  }
}

function total(values: readonly Fraction[]): Fraction {
  return values.reduce((a, b) => a.add(b), new Fraction(0))
}

/** The tree as a file, and the figures of a body. */
function written(tree: Node) {
  const indicators: string[] = []
  const body: { [name: string]: unknown } = {}
  let count = 0
  const write = (each: Node, name: string, parent: Node | null): unknown => {
    const isWeighed = parent !== null && WEIGHED.includes(parent.aggregate)
    const children: { [name: string]: unknown } = {}
    for (const child of each.children) {
      count += 1
      if (child.children.length === 0) {
        const id = `i${count}`
        const weight = WEIGHED.includes(each.aggregate)
          ? `, weight: ${child.weight}`
          : ''
        indicators.push(`    ${id}: { under: ${name}${weight} }`)
        body[id] = child.figure
      } else {
        const id = `n${count}`
        children[id] = write(child, id, each)
      }
    }
    const sum = each.children.reduce((so, child) => so + child.weight, 0)
    return {
      aggregate: each.aggregate,
      missing_child: each.words,
      ...(WEIGHED.includes(each.aggregate) ? { weights_total: sum } : {}),
      ...(isWeighed ? { weight: each.weight } : {}),
      children,
    }
  }
  const root = write(tree, 'root', null)
  const text = [
    '  indicators:',
    ...indicators,
    `  criteria: { root: ${JSON.stringify(root)} }`,
  ]
  return { text: text.join('\n'), body }
}

describe('a random tree of weighted means, sums, products and extremes', () => {
  it('comes to what rational arithmetic says', async () => {
    const trees = node.filter(({ children }) => children.length > 0)
    await fc.assert(
      fc.asyncProperty(trees, async (tree) => {
        const { text, body } = written(tree)
        const { run } = await score(text, [{ id: 'b', ...body }])
        const value = valueOf(tree)
        const found = figure(run, 'b', 'root')
        expect(found.startsWith('missing') ? 'missing' : found).toBe(
          value ? rationalText(value) : 'missing',
        )
      }),
      { numRuns: 200 },
    )
  })
})
