import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Code } from '../../../engine/columns/code/code.js'
import { ANY, within, type Facts } from '../../../engine/columns/code/facts.js'
import type {
  AggregateFunction,
  NumberFunction,
  StandingFunction,
} from '../../../engine/functions/declaration.js'
import { FUNCTIONS } from '../../../engine/functions/table.js'
import { compare } from '../../../engine/number/numeric.js'
import { expectCertified } from './certified.js'
import {
  argument,
  constant,
  decimalText,
  doubleOf,
  isNumber,
  numeric,
} from './number-texts.js'
import { lowered, standing } from './lowered-calls.js'
import { DECIMALS, SmallFrame, TARGETS } from './run-code.js'

const declarations = FUNCTIONS.filter(
  (each): each is NumberFunction | AggregateFunction | StandingFunction =>
    each.kind !== 'name' && each.kind !== 'absence',
)

describe.each(TARGETS)('a function over columns, by $name', (target) => {
  const examples = declarations.flatMap((declared) =>
    declared.examples.map((example) => ({ declared, ...example })),
  )

  it.each(examples)('gives $gives for $call', ({ declared, call, gives }) => {
    const wanted = gives === 'missing' ? NaN : doubleOf(gives)
    const { frame, made } = lowered(declared, call)
    const [value] = frame.run(target, [made])
    // What overflows a double may be a number or missing: it is in doubt.
    if (Number.isNaN(wanted)) expect(value?.[0]).not.toSatisfy(Number.isFinite)
    else expect(value?.[0]).toBeCloseTo(wanted, 13)
  })
})

describe('a function of one row over columns', () => {
  const decimal = fc
    .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.nat(4))
    .map(([whole, digits]) => decimalText(whole, digits))
  const share = fc.nat(1000).map((whole) => decimalText(whole, 3))
  const small = fc
    .integer({ min: -9_999, max: 9_999 })
    .map((whole) => decimalText(whole, 2))
  const cases: readonly Case[] = [
    { name: 'abs', takes: [decimal] },
    { name: 'sign', takes: [decimal] },
    { name: 'floor', takes: [decimal] },
    { name: 'ceil', takes: [decimal] },
    { name: 'sqrt', takes: [decimal] },
    { name: 'cbrt', takes: [decimal] },
    { name: 'exp', takes: [small] },
    { name: 'ln', takes: [decimal] },
    { name: 'log10', takes: [decimal] },
    { name: 'min', takes: [decimal, decimal, share] },
    { name: 'max', takes: [decimal, share, decimal] },
    { name: 'clamp', takes: [decimal, decimal, decimal] },
    { name: 'clamp', takes: [share], constants: ['0.2', '0.8'] },
    { name: 'clamp', takes: [share], constants: ['0.8', '0.2'] },
    { name: 'round', takes: [decimal] },
    { name: 'round', takes: [decimal], constants: ['2'] },
    { name: 'round', takes: [decimal], constants: ['-2', 'half-even'] },
    { name: 'round', takes: [decimal], constants: ['1', 'half-even'] },
    { name: 'round', takes: [decimal], constants: ['3', 'half-up'] },
    { name: 'round', takes: [share], constants: ['12'] },
    ...[1, 2, 3, 4, 5, 8, 101, 1000].map((degree) => ({
      name: 'nthRoot',
      takes: [decimal],
      constants: [String(degree)],
    })),
  ]

  it.each(cases)(
    '$name with $constants is what it is of exact numbers, within its bound',
    ({ name, takes, constants = [] }) => {
      const declared = declaredAs(name, 'number')
      const row = fc.tuple(...takes)
      fc.assert(
        fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
          for (const facts of [DECIMALS, ANY]) {
            const frame = new SmallFrame(rows.map(() => 0))
            const columns = takes.map((_, at) =>
              frame.ofBodies(
                rows.map((each) => Number(each[at])),
                facts,
              ),
            )
            const given = constants.map((text) =>
              isNumber(text) ? frame.code.number(...constant(text)) : text,
            )
            const made = declared.inColumns?.(frame.code, ...columns, ...given)
            if (!made) throw new Error(`${name} has no column code`)
            const exact = rows.map((each) =>
              declared.compute(
                ...each.map(numeric),
                ...constants.map(argument),
              ),
            )
            expectCertified(frame, made, exact)
          }
        }),
        { numRuns: 12 },
      )
    },
  )

  it.each([
    ['round', '1.5', 'half-up'],
    ['round', '31', 'half-up'],
    ['round', '25', 'half-up'],
    ['nthRoot', '0'],
    ['nthRoot', '2.5'],
  ])('%s leaves %s to exact numbers', (name, ...constants) => {
    const frame = new SmallFrame([0])
    const given = constants.map((text) =>
      isNumber(text) ? frame.code.number(...constant(text)) : text,
    )
    const declared = declaredAs(name, 'number')
    const x = frame.ofBodies([2])
    expect(declared.inColumns?.(frame.code, x, ...given)).toBeNull()
  })

  it('leaves a square root that an error could make imaginary in doubt', () => {
    const frame = new SmallFrame([0, 0])
    const { code } = frame
    // 0.1 + 0.2 - 0.3 is 0, and 5.6e-17 in doubles.
    const sum = ['0.1', '0.2', '-0.3']
      .map((text) => frame.ofBodies([Number(text), 1], DECIMALS))
      .reduce((a, b) => code.operation('add', a, b))
    const { doubt } = code.bounded(code.operation('square-root', sum))
    for (const target of TARGETS) {
      expect(frame.run(target, [doubt])).toEqual([[1, 0]])
    }
  })
})

describe('an aggregate over columns', () => {
  const wide = fc
    .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.nat(6))
    .map(([whole, digits]) => decimalText(whole, digits))
  const narrow = fc
    .integer({ min: -1000, max: 1000 })
    .map((whole) => decimalText(whole, 1))
  const share = fc.nat(1000).map((whole) => decimalText(whole, 3))
  const positive = fc
    .tuple(fc.integer({ min: 1, max: 99_999 }), fc.nat(4))
    .map(([whole, digits]) => decimalText(whole, digits))
  const orZero = fc.oneof({ weight: 20, arbitrary: positive }, fc.constant('0'))
  const few = fc.integer({ min: 0, max: 2 }).map(String)
  const size = 1000
  const cases: readonly (Case & {
    readonly tolerance?: number
    readonly size?: number
    readonly facts?: Facts
  })[] = [
    { name: 'sum', takes: [wide], size: 1e6 },
    { name: 'mean', takes: [wide], size: 1e6 },
    { name: 'weightedMean', takes: [wide, orZero], size: 1e6 },
    { name: 'weightedMean', takes: [share, few], size },
    { name: 'weightedMean', takes: [wide, narrow], tolerance: Infinity },
    { name: 'geometricMean', takes: [wide] },
    { name: 'geometricMean', takes: [positive] },
    { name: 'geometricMean', takes: [orZero] },
    { name: 'geometricMean', takes: [share], facts: within(0, 1) },
    { name: 'harmonicMean', takes: [positive] },
    { name: 'harmonicMean', takes: [orZero] },
    { name: 'harmonicMean', takes: [narrow], tolerance: Infinity },
    { name: 'product', takes: [narrow] },
    { name: 'product', takes: [share], facts: within(0, 1) },
    { name: 'min', takes: [wide] },
    { name: 'max', takes: [wide] },
    { name: 'count', takes: [wide] },
    { name: 'median', takes: [wide], size: 1e6 },
    ...['0', '33.3', '50', '97.5', '100', '101', '-1'].map((p) => ({
      name: 'percentile',
      takes: [wide],
      constants: [p],
      size: 1e6,
    })),
    ...[narrow, few].flatMap((values) =>
      ['population', 'sample'].flatMap((moments) =>
        ['standardDeviation', 'skewness', 'kurtosis'].map((name) => ({
          name,
          takes: [values],
          constants: [moments],
          tolerance: 1e-9,
          size: 1,
        })),
      ),
    ),
  ]

  it.each(cases)(
    '$name with $constants is what it is of exact numbers, within its bound',
    ({ name, takes, constants = [], facts, ...limits }) => {
      const declared = declaredAs(name, 'aggregate')
      const row = fc.tuple(...takes)
      const table = fc.array(row, { minLength: 1, maxLength: 12 })
      const bodies = fc.array(table, { minLength: 1, maxLength: 5 })
      fc.assert(
        fc.property(bodies, (tables) => {
          const exact = tables.map((rows) =>
            declared.compute(
              takes.map((_, at) => rows.map((each) => numeric(each[at] ?? ''))),
              constants.map(argument),
            ),
          )
          for (const known of [DECIMALS, facts ?? ANY]) {
            const frame = new SmallFrame(tables.map(({ length }) => length))
            const columns = takes.map((_, at) =>
              frame.ofRows(
                tables.flat().map((each) => Number(each[at])),
                known,
              ),
            )
            const given = constants.map((text) =>
              isNumber(text) ? frame.code.number(...constant(text)) : text,
            )
            const made = declared.inColumns?.(frame.rows(...columns), given)
            if (!made) throw new Error(`${name} has no column code`)
            expectCertified(frame, made, exact, limits)
          }
        }),
        { numRuns: 12 },
      )
    },
  )

  it.each(['countIf', 'share'])('%s counts 1 as true', (name) => {
    const frame = new SmallFrame([4, 1])
    const truth = frame.ofRows([1, 0, 1, NaN, 0], ANY)
    const made = declaredAs(name, 'aggregate').inColumns?.(
      frame.rows(truth),
      [],
    )
    const wanted = name === 'share' ? [2 / 3, 0] : [2, 0]
    for (const target of TARGETS) {
      expect(frame.run(target, made ? [made] : [])).toEqual([wanted])
    }
  })

  it('takes the worse of two levels in the middle for the median', () => {
    const places = [[3], [4, 1], [5, 1, 2], [0, 7, 7, 2], [6, 6, 1, 1, 1, 6]]
    const frame = new SmallFrame(places.map(({ length }) => length))
    const x = frame.ofRows(
      places.flat(),
      within(0, 7, { isWhole: true, isDecimal: true }),
    )
    const declared = declaredAs('median', 'aggregate')
    const made = declared.levelsInColumns?.(frame.rows(x))
    if (!made) throw new Error('median of levels has no column code')
    const { doubt } = frame.code.bounded(made)
    for (const target of TARGETS) {
      expect(frame.run(target, [made, doubt])).toEqual([
        [3, 1, 2, 2, 1],
        [0, 0, 0, 0, 0],
      ])
    }
  })

  // (10^-3)^300 and (10^3)^300 fit no double; their mean is the number itself.
  it.each([
    { of: '0.001', count: 300, gives: '0.001' },
    { of: '1000', count: 300, gives: '1000' },
  ])(
    'gives the geometric mean of $count times $of without leaving the range',
    ({ of, count, gives }) => {
      const frame = new SmallFrame([count, 1])
      const values = Array.from({ length: count + 1 }, () => Number(of))
      const made = geometricMeanOf(frame, frame.ofRows(values, DECIMALS))
      const doubts = expectCertified(frame, made, [numeric(gives), numeric(of)])
      expect(doubts).toBe(0)
    },
  )

  it('gives the geometric mean of very small and very large numbers in any order', () => {
    const frame = new SmallFrame([800])
    const halves = ['0.001', '1000'].map((text) =>
      Array.from({ length: 400 }, () => Number(text)),
    )
    const made = geometricMeanOf(frame, frame.ofRows(halves.flat(), DECIMALS))
    expect(expectCertified(frame, made, [numeric('1')])).toBe(0)
  })

  it('gives zero for the geometric mean of a long table with a zero, without doubt', () => {
    const frame = new SmallFrame([400])
    const values = Array.from({ length: 400 }, (_, row) => row / 1000)
    const facts = { ...within(0, 1), isDecimal: true }
    const made = geometricMeanOf(frame, frame.ofRows(values, facts))
    expect(expectCertified(frame, made, [numeric('0')])).toBe(0)
  })

  it('leaves a product in doubt that left the range of doubles on the way', () => {
    const values = [1e-140, 1e-140, 1e-40, 1e140, 1e140, 1e40]
    const large = [1e140, 1e140, 1e140, 0]
    const frame = new SmallFrame([values.length, large.length, 1])
    const x = frame.ofRows([...values, ...large, 2])
    const made = declaredAs('product', 'aggregate').inColumns?.(
      frame.rows(x),
      [],
    )
    if (!made) throw new Error('product has no column code')
    const { doubt } = frame.code.bounded(made)
    for (const target of TARGETS) {
      expect(frame.run(target, [doubt])).toEqual([[1, 1, 0]])
    }
  })
})

describe('a standing over columns', () => {
  it.each([
    { name: 'rank', words: [] },
    { name: 'rank', words: ['less'] },
    { name: 'percentileRank', words: [] },
  ])('$name $words is what it is of sorted figures', ({ name, words }) => {
    const declared = declaredAs(name, 'standing')
    const figures = fc.array(fc.nat(9), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(figures, (values) => {
        const sorted = values
          .map((value) => numeric(String(value)))
          .toSorted(compare)
        const { frame, made } = standing(declared, values, words)
        const exact = values.map((value) =>
          declared.compute(numeric(String(value)), sorted, words),
        )
        expect(expectCertified(frame, made, exact)).toBe(0)
      }),
    )
  })
})

interface Case {
  readonly name: string
  readonly takes: readonly fc.Arbitrary<string>[]
  readonly constants?: readonly string[]
}

interface Kinds {
  readonly number: NumberFunction
  readonly aggregate: AggregateFunction
  readonly standing: StandingFunction
}

function declaredAs<Kind extends keyof Kinds>(
  name: string,
  kind: Kind,
): Kinds[Kind] {
  const found = declarations.find(
    (each): each is Kinds[Kind] => each.name === name && each.kind === kind,
  )
  if (!found) throw new Error(`There is no ${kind} function ${name}`)
  return found
}

function geometricMeanOf(frame: SmallFrame, x: Code): Code {
  const declared = declaredAs('geometricMean', 'aggregate')
  const made = declared.inColumns?.(frame.rows(x), [])
  if (!made) throw new Error('geometricMean has no column code')
  return made
}
