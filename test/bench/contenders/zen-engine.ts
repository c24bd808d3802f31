/**
 * GoRules zen-engine: the whole methodology as one decision graph of
 * expressions over the body. ZEN has no product over a list, so that of the
 * indices is written out; its power of a broken exponent holds eight digits,
 * which one step of Newton's method doubles.
 */
import type { Contender } from './contender.js'
import { load } from './not-installed.js'

/** No generated body has more. */
const MOST_INDICES = 7

const mean = (values: string) => `len(${values}) > 0 ? avg(${values}) : null`

const SHARES = (rows: string) => `map(filter(${rows} as i,
    i.plan != null and (i.fact ?? i.operational) != null) as i,
  (i.falls ?? false ? (i.base ?? 0) - i.plan : i.plan - (i.base ?? 0)) > 0
    ? max([0, min([1, ((i.fact ?? i.operational) - (i.base ?? 0)) / (i.plan - (i.base ?? 0))])])
    : ((i.falls ?? false ? i.plan >= (i.fact ?? i.operational) : (i.fact ?? i.operational) >= i.plan) ? 1 : 0))`

const PRODUCT = Array.from(
  { length: MOST_INDICES },
  (_, index) => `($.s[${index}] ?? 1)`,
).join(' * ')

const ROWS = {
  q: `map(sectors as x, len(x.directions) > 0
    ? avg(map(x.directions as d, (d.q1 + d.q2) / 2))
    : (x.q1 + x.q2) / 2)`,
  goals: `map(goals as g, {
    h: ${SHARES('g.indicators')},
    p: map(g.tasks as t, ${SHARES('t.results')})
  })`,
  s: `map(filter(indices as i, i.previous != null and i.current != null and ((i.falls ?? false) or i.previous != 0)) as i,
    (i.falls ?? false)
      ? (i.current == 0 ? 1 : min([1, i.previous / i.current]))
      : min([1, i.current / i.previous]))`,
  product: PRODUCT,
  n: 'len($.s)',
  W: `reported_late == null or incomplete == null or unreliable_facts == null ? null
    : (reported_late ? 1.5 : 0) + (incomplete ? 2 : 0)
      + (unreliable_facts >= 3 ? min([0.2 * unreliable_facts, 5]) : 0)`,
  r: 'map(risks, #.r)',
  kind: 'kind',
}

const MEANS = {
  B: mean('q'),
  C: mean('r'),
  D: `map(filter(map(goals as g, {
      h: g.h, y: map(filter(g.p as p, len(p) > 0) as p, avg(p))
    }) as g, len(g.h) > 0 and len(g.y) > 0) as g, avg(g.h) * avg(g.y))`,
  root: 'n == 0 or product == 0 ? 0 : product ^ (1 / n)',
  W: 'W',
  n: 'n',
  kind: 'kind',
  product: 'product',
}

const CRITERIA = {
  B: 'B',
  C: 'C',
  D: mean('D'),
  E: 'n == 0 ? null : (product == 0 ? 0 : root - (root ^ n - product) / (n * root ^ (n - 1)))',
  W: 'W',
  kind: 'kind',
}

const TOTAL = {
  A: `B == null or D == null or W == null ? null
    : kind == 'central'
      ? (C == null ? null : round(max([0, (0.1 * B + 0.1 * C + 0.8 * D) * 100 - W]), 2))
      : (E == null ? null : round(max([0, (0.2 * B + 0.8 * D) * E * 100 - W]), 2))`,
}

export const zenEngine: Contender = {
  name: 'GoRules zen-engine',
  library: '@gorules/zen-engine',
  how: 'One decision graph of expressions over the body.',
  computes: 'figures',
  reads: 'json',
  origin: 'peer',
  exact: false,
  prepare: async ({ bodies }) => {
    const { ZenEngine } = await load(() => import('@gorules/zen-engine'))
    const steps = { rows: ROWS, means: MEANS, criteria: CRITERIA, total: TOTAL }
    const decision = new ZenEngine().createDecision(decisionGraph(steps))
    const A = new Float64Array(bodies.length)
    return {
      bodies: bodies.length,
      run: async () => {
        for (const [index, body] of bodies.entries()) {
          const { result } = (await decision.evaluate(body)) as {
            result: { readonly A?: number | null }
          }
          A[index] = result.A ?? NaN
        }
      },
      result: () => ({ outputs: { A } }),
    }
  },
}

/** Steps one after the other, each a node of expressions. */
function decisionGraph(
  steps: Readonly<Record<string, Readonly<Record<string, string>>>>,
): object {
  const position = { x: 0, y: 0 }
  const nodes = [
    { id: 'in', name: 'in', type: 'inputNode', position, content: {} },
    ...Object.entries(steps).map(([name, formulas]) => ({
      id: name,
      name,
      type: 'expressionNode',
      position,
      content: {
        expressions: Object.entries(formulas).map(([key, value]) => ({
          id: `${name}.${key}`,
          key,
          value,
        })),
      },
    })),
    { id: 'out', name: 'out', type: 'outputNode', position, content: {} },
  ]
  const edges = nodes.slice(1).map(({ id }, index) => ({
    id: `to ${id}`,
    type: 'edge',
    sourceId: nodes[index]?.id,
    targetId: id,
  }))
  return { nodes, edges }
}
