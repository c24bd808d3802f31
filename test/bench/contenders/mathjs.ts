/**
 * mathjs: every formula of the methodology compiled once. mathjs has no value
 * for absence and no tables, so plain code walks the tables, leaves out rows
 * without figures and hands the others to the compiled formulas.
 */
import {
  all as everything,
  create,
  type BigNumber,
  type EvalFunction,
} from 'mathjs'

import type { JsonBody, JsonImprovement } from '../workload/goals-json.js'
import type { Contender } from './contender.js'

// mathjs types its list of everything as possibly undefined.
const all = everything ?? {}

type Scalar = number | BigNumber
type Formula = (scope: Map<string, unknown>) => Scalar

const FORMULAS = {
  mean: 'mean(x)',
  q: '(q1 + q2) / 2',
  rising:
    'plan > base ? max(0, min(1, (value - base) / (plan - base))) : (value >= plan ? 1 : 0)',
  falling:
    'plan < base ? max(0, min(1, (base - value) / (base - plan))) : (value <= plan ? 1 : 0)',
  goal: 'K * Y',
  index:
    'falls ? (current == 0 ? 1 : min(1, previous / current)) : min(1, current / previous)',
  geometricMean: 'nthRoot(prod(x), n)',
  deductions:
    '(late ? 1.5 : 0) + (incomplete ? 2 : 0) + (facts >= 3 ? min(0.2 * facts, 5) : 0)',
  central: 'round(max(0, (0.1 * B + 0.1 * C + 0.8 * D) * 100 - W), 2)',
  local: 'round(max(0, (0.2 * B + 0.8 * D) * E * 100 - W), 2)',
} as const

type Formulas = Readonly<Record<keyof typeof FORMULAS, Formula>>

export const mathjsNumber: Contender = {
  name: 'mathjs, numbers',
  library: 'mathjs',
  how: 'Formulas compiled once; plain code walks the tables and leaves out what is absent.',
  computes: 'figures',
  reads: 'json',
  origin: 'peer',
  exact: false,
  prepare: ({ bodies }) => {
    const math = create(all, { number: 'number' })
    const formulas = compileAll(math.compile.bind(math))
    return Promise.resolve(prepared(bodies, formulas, (value) => value))
  },
}

export const mathjsBigNumber: Contender = {
  ...mathjsNumber,
  name: 'mathjs, BigNumber of 64 digits',
  how: 'The same; the inputs are made BigNumbers before the time is taken.',
  prepare: ({ bodies }) => {
    const math = create(all, { number: 'BigNumber', precision: 64 })
    const formulas = compileAll(math.compile.bind(math))
    return Promise.resolve(
      prepared(bodies, formulas, (value) => math.bignumber(value)),
    )
  },
}

function compileAll(compile: (text: string) => EvalFunction): Formulas {
  const entries = Object.entries(FORMULAS).map(([name, text]) => {
    const compiled = compile(text)
    const formula: Formula = (scope) => compiled.evaluate(scope) as Scalar
    return [name, formula]
  })
  return Object.fromEntries(entries) as Formulas
}

/** @param read - a JSON number as a number of the library; done before anything is timed */
function prepared(
  bodies: readonly JsonBody[],
  formulas: Formulas,
  read: (value: number) => Scalar,
) {
  const ready = bodies.map((body) => withScalars(body, read))
  const A = new Float64Array(bodies.length)
  const total = totalOf(formulas, read)
  return {
    bodies: bodies.length,
    run: () => {
      ready.forEach((body, index) => {
        const value = total(body)
        A[index] = value === null ? NaN : Number(value)
      })
    },
    result: () => ({ outputs: { A } }),
  }
}

/** The same object with its numbers in the type of the library. */
type Scalars<Json> = Json extends number
  ? Scalar
  : Json extends string | boolean
    ? Json
    : { readonly [Key in keyof Json]: Scalars<Json[Key]> }

function withScalars<Json>(
  json: Json,
  read: (value: number) => Scalar,
): Scalars<Json> {
  const convert = (value: unknown): unknown => {
    if (typeof value === 'number') return read(value)
    if (Array.isArray(value)) return value.map(convert)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, convert(each)]),
    )
  }
  return convert(json) as Scalars<Json>
}

function totalOf(formulas: Formulas, read: (value: number) => Scalar) {
  const zero = read(0)
  const scope = new Map<string, unknown>()
  const compute = (formula: Formula, values: Record<string, unknown>) => {
    for (const name of Object.keys(values)) scope.set(name, values[name])
    return formula(scope)
  }
  const mean = (values: readonly (Scalar | null)[]): Scalar | null => {
    const x = values.filter((value) => value !== null)
    return x.length === 0 ? null : compute(formulas.mean, { x })
  }
  const share = (row: Scalars<JsonImprovement>): Scalar | null => {
    const { plan, falls = false } = row
    const value = row.fact ?? row.operational
    if (plan === undefined || value === undefined) return null
    const base = row.base ?? zero
    const formula = falls ? formulas.falling : formulas.rising
    return compute(formula, { base, plan, value })
  }
  const coefficient = ({ q1, q2 }: { q1?: Scalar; q2?: Scalar }) =>
    q1 === undefined || q2 === undefined
      ? null
      : compute(formulas.q, { q1, q2 })

  return (body: Scalars<JsonBody>): Scalar | null => {
    const { reported_late, incomplete, unreliable_facts: facts } = body
    if (reported_late === undefined || incomplete === undefined) return null
    if (facts === undefined) return null
    const B = mean(
      body.sectors.map((sector) =>
        sector.directions.length > 0
          ? mean(sector.directions.map(coefficient))
          : coefficient(sector),
      ),
    )
    const D = mean(
      body.goals.map(({ indicators, tasks }) => {
        const K = mean(indicators.map(share))
        const Y = mean(tasks.map(({ results }) => mean(results.map(share))))
        return K === null || Y === null
          ? null
          : compute(formulas.goal, { K, Y })
      }),
    )
    if (B === null || D === null) return null
    const W = compute(formulas.deductions, {
      late: reported_late,
      incomplete,
      facts,
    })
    if (body.kind === 'central') {
      const C = mean(body.risks.map(({ r }) => r))
      return C === null ? null : compute(formulas.central, { B, C, D, W })
    }
    const x = body.indices.flatMap(({ previous, current, falls = false }) => {
      if (previous === undefined || current === undefined) return []
      if (!falls && Number(previous) === 0) return []
      return [compute(formulas.index, { previous, current, falls })]
    })
    if (x.length === 0) return null
    const E = compute(formulas.geometricMean, { x, n: read(x.length) })
    return compute(formulas.local, { B, D, E, W })
  }
}
