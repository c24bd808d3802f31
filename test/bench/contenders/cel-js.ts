/**
 * cel-js: the whole methodology as expressions over one body, parsed once. CEL
 * has no means, so these are functions registered with it; they leave out null.
 */
import { Environment } from '@marcbachmann/cel-js'

import type { JsonBody } from '../workload/goals-json.js'
import type { Contender } from './contender.js'

const SHARES = (rows: string) => `mean(${rows}.filter(i,
  has(i.plan) && (has(i.fact) || has(i.operational))
).map(i,
  cel.bind(base, has(i.base) ? i.base : 0.0,
  cel.bind(value, has(i.fact) ? i.fact : i.operational,
    has(i.falls) && i.falls
      ? (base > i.plan ? clamp((base - value) / (base - i.plan)) : (value <= i.plan ? 1.0 : 0.0))
      : (i.plan > base ? clamp((value - base) / (i.plan - base)) : (value >= i.plan ? 1.0 : 0.0))
  ))
))`

const COEFFICIENTS = (rows: string) =>
  `mean(${rows}.map(d, (d.q1 + d.q2) / 2.0))`

const FORMULAS = {
  B: `mean(body.sectors.map(s, size(s.directions) > 0
    ? ${COEFFICIENTS('s.directions')}
    : (s.q1 + s.q2) / 2.0))`,
  C: 'mean(body.risks.map(r, r.r))',
  D: `mean(body.goals.map(g, product(
    ${SHARES('g.indicators')},
    mean(g.tasks.map(t, ${SHARES('t.results')})))))`,
  E: `geometricMean(body.indices.filter(i,
    has(i.previous) && has(i.current) && ((has(i.falls) && i.falls) || i.previous != 0.0)
  ).map(i, has(i.falls) && i.falls
    ? (i.current == 0.0 ? 1.0 : clamp(i.previous / i.current))
    : clamp(i.current / i.previous)))`,
  W: `(body.reported_late ? 1.5 : 0.0) + (body.incomplete ? 2.0 : 0.0) +
    (body.unreliable_facts >= 3.0 ? least(0.2 * body.unreliable_facts, 5.0) : 0.0)`,
  isReported:
    'has(body.reported_late) && has(body.incomplete) && has(body.unreliable_facts)',
  central: 'rounded((0.1 * B + 0.1 * C + 0.8 * D) * 100.0 - W)',
  local: 'rounded((0.2 * B + 0.8 * D) * E * 100.0 - W)',
} as const

type Formula = (context: Record<string, unknown>) => unknown

export const celJs: Contender = {
  name: 'cel-js',
  library: '@marcbachmann/cel-js',
  how: 'Expressions parsed once over the body; means are functions registered with it.',
  computes: 'figures',
  reads: 'json',
  origin: 'peer',
  exact: false,
  prepare: ({ bodies }) => {
    const total = totalOf(compileAll())
    const A = new Float64Array(bodies.length)
    return Promise.resolve({
      bodies: bodies.length,
      run: () => {
        bodies.forEach((body, index) => {
          A[index] = total(body) ?? NaN
        })
      },
      result: () => ({ outputs: { A } }),
    })
  },
}

function totalOf(formulas: Readonly<Record<keyof typeof FORMULAS, Formula>>) {
  return (body: JsonBody): number | null => {
    const context = { body }
    if (formulas.isReported(context) !== true) return null
    const B = formulas.B(context)
    const D = formulas.D(context)
    if (B === null || D === null) return null
    const W = formulas.W(context)
    if (body.kind === 'central') {
      const C = formulas.C(context)
      return C === null ? null : Number(formulas.central({ B, C, D, W }))
    }
    const E = formulas.E(context)
    return E === null ? null : Number(formulas.local({ B, D, E, W }))
  }
}

function compileAll() {
  const environment = new Environment({ unlistedVariablesAreDyn: true })
    .registerFunction('mean(list): dyn', mean)
    .registerFunction('geometricMean(list): dyn', geometricMean)
    .registerFunction('product(dyn, dyn): dyn', (a: unknown, b: unknown) =>
      a === null || b === null ? null : Number(a) * Number(b),
    )
    .registerFunction('clamp(double): double', (x: number) =>
      Math.max(0, Math.min(1, x)),
    )
    .registerFunction('least(double, double): double', (a: number, b: number) =>
      Math.min(a, b),
    )
    .registerFunction('rounded(double): double', (x: number) =>
      x <= 0 ? 0 : Math.floor(x * 100 + 0.5) / 100,
    )
  const entries = Object.entries(FORMULAS).map(([name, text]) => [
    name,
    environment.parse(text),
  ])
  return Object.fromEntries(entries) as Readonly<
    Record<keyof typeof FORMULAS, Formula>
  >
}

function mean(values: readonly (number | null)[]): number | null {
  let sum = 0
  let count = 0
  for (const value of values) {
    if (value === null) continue
    sum += value
    count++
  }
  return count === 0 ? null : sum / count
}

function geometricMean(values: readonly number[]): number | null {
  let product = 1
  for (const value of values) product *= value
  return values.length === 0 ? null : product ** (1 / values.length)
}
