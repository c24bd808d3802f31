/** A checked formula as column code. */
import type { Expression } from '../../expression/expression.js'
import type { COMPARISONS } from '../../conditions/condition.js'
import type { Value } from '../../value.js'
import type { Code, ColumnLevel } from '../code/code.js'
import { lowerAggregate } from './lower-aggregate.js'
import { lowerCall } from './lower-call.js'
import { bandLevel, scalePosition } from './lower-scale.js'
import { lowerLookup, lowerParameter } from './lower-lookup.js'
import { lowerStanding } from './lower-standing.js'
import { lowerChildrenAggregate } from './lower-children-aggregate.js'
import {
  alwaysMissing,
  anyNotApplicable,
  applicable,
  choose,
  resultOf,
  type Lowered,
} from './lowered.js'
import { NotLowered, type Lowering } from './lowering.js'

/** Where a formula stands. */
export interface LoweringFrame {
  readonly lowering: Lowering
  /** The rows that it is evaluated in: of the population also those of groups. */
  readonly at: ColumnLevel
  /** The x of a normaliser or step. */
  readonly argument?: Lowered
  /** The smallest and largest x of all bodies. */
  readonly ends?: { readonly least: Lowered; readonly most: Lowered }
}

/** @throws NotLowered where a part has no column code */
export function lowerExpression(
  expression: Expression,
  frame: LoweringFrame,
): Lowered {
  const { lowering } = frame
  const { code } = lowering
  const lower = (part: Expression) => lowerExpression(part, frame)
  switch (expression.kind) {
    case 'constant':
      return constant(expression.value, lowering)
    case 'parameter':
      return lowerParameter(expression, frame)
    case 'lookup':
      return lowerLookup(expression, frame)
    case 'argument':
      return argument(expression.end, frame)
    case 'built-in':
      if (expression.name === 'id') throw new NotLowered('id')
      return applicable(code, code.number(lowering.year))
    case 'column':
      return lowering.read(expression.column, frame.at)
    case 'terms':
    case 'factors':
      return chain(expression, frame)
    case 'power': {
      const operands = [lower(expression.base), lower(expression.exponent)]
      const [base, exponent] = operands
      if (!base || !exponent) throw new TypeError('A power has two operands')
      const value = code.operation('power', base.value, exponent.value)
      return resultOf(code, value, operands)
    }
    case 'negation': {
      const operand = lower(expression.operand)
      return resultOf(code, code.operation('negate', operand.value), [operand])
    }
    case 'comparison':
      return compared(
        lower(expression.left),
        expression.operator,
        lower(expression.right),
        frame,
        expression.scale,
      )
    case 'logic': {
      const operands = expression.operands.map(lower)
      const [first, ...rest] = operands.map(({ value }) => value)
      if (!first) throw new TypeError('Logic has operands')
      const value = rest.reduce(
        (so, next) => code.operation(expression.operator, so, next),
        first,
      )
      return exceptWhereNotApplicable(value, operands, lowering)
    }
    case 'not': {
      const operand = lower(expression.operand)
      return resultOf(code, code.operation('not', operand.value), [operand])
    }
    case 'choice':
      return choose(
        code,
        lower(expression.test),
        lower(expression.then),
        lower(expression.otherwise),
      )
    case 'call':
      return lowerCall(expression, frame)
    case 'band':
      return bandLevel(lower(expression.operand), expression.scale, lowering)
    case 'aggregate':
      return lowerAggregate(expression, frame)
    case 'children':
      return lowerChildrenAggregate(expression, frame)
    case 'standing':
      return lowerStanding(expression, frame)
    case 'previous':
      return lowering.readPrevious(expression.column, expression.years)
  }
}

/** A value that is the same in every row. */
export function constant(value: Value, lowering: Lowering): Lowered {
  const { code } = lowering
  switch (value.kind) {
    case 'number':
      return applicable(code, lowering.number(value.number))
    case 'boolean':
      return applicable(code, code.number(value.boolean ? 1 : 0))
    case 'word':
      return applicable(code, lowering.word(value.word))
    case 'missing':
      return alwaysMissing(code)
    case 'not-applicable':
      return { value: code.number(NaN), notApplicable: code.number(1) }
  }
}

function argument(
  end: 'least' | 'most' | undefined,
  { argument: x, ends, lowering }: LoweringFrame,
): Lowered {
  return (end ? ends?.[end] : x) ?? alwaysMissing(lowering.code)
}

function chain(
  expression: Extract<Expression, { kind: 'terms' | 'factors' }>,
  frame: LoweringFrame,
): Lowered {
  const { code } = frame.lowering
  const operands = expression.operands.map((each) =>
    lowerExpression(each, frame),
  )
  const [first, ...rest] = operands.map(({ value }) => value)
  if (!first) throw new TypeError('A chain has operands')
  const value = rest.reduce<Code>(
    (so, next, index) =>
      code.operation(OPERATIONS[expression.operators[index] ?? '+'], so, next),
    first,
  )
  return resultOf(code, value, operands)
}

const OPERATIONS = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
} as const

/** A comparison of numbers, truth values, words, or levels in the order of their scale. */
export function compared(
  left: Lowered,
  operator: NonNullable<(typeof COMPARISONS)[keyof typeof COMPARISONS]>,
  right: Lowered,
  { lowering }: Pick<LoweringFrame, 'lowering'>,
  scale?: Extract<Expression, { kind: 'comparison' }>['scale'],
): Lowered {
  const { code } = lowering
  const place = ({ value }: Lowered) =>
    scale ? scalePosition(value, scale, lowering) : value
  const [a, b] = [place(left), place(right)]
  const value = comparison(a, operator, b, lowering)
  return resultOf(code, value, [left, right])
}

function comparison(
  a: Code,
  operator: string,
  b: Code,
  { code }: Lowering,
): Code {
  switch (operator) {
    case '==':
      return code.operation('equal', a, b)
    case '!=':
      return code.operation('not', code.operation('equal', a, b))
    case '<':
      return code.operation('less', a, b)
    case '<=':
      return code.operation('less-or-equal', a, b)
    case '>':
      return code.operation('less', b, a)
    default:
      return code.operation('less-or-equal', b, a)
  }
}

/** Not applicable goes further than a value that other operands decide. */
export function exceptWhereNotApplicable(
  value: Code,
  operands: readonly Lowered[],
  { code }: Lowering,
): Lowered {
  const notApplicable = anyNotApplicable(code, operands)
  return {
    value: code.select(notApplicable, code.number(NaN), value),
    notApplicable,
  }
}
