/**
 * The exact value of a checked formula in one row. Only the branch that is
 * taken is evaluated; absence travels with its causes.
 */
import type {
  BandExpression,
  BuiltInExpression,
  Expression,
  ParameterExpression,
  StandingExpression,
} from '../expression/expression.js'
import { findStanding } from '../functions/table.js'
import { MISSING_REASONS } from '../missing-reason.js'
import {
  add,
  divide,
  integer,
  isFault,
  multiply,
  negate,
  subtract,
  ZERO,
} from '../number/numeric.js'
import { power } from '../number/power.js'
import { shortText } from '../number/text.js'
import { bandOf } from '../scales/scale.js'
import {
  absenceOf,
  booleanValue,
  isPresent,
  missing,
  numberValue,
  type MissingValue,
  type Value,
} from '../value.js'
import { aggregate } from './aggregate.js'
import { distributionOf } from './distribution.js'
import { call } from './evaluate-call.js'
import { evaluateChildren } from './evaluate-children.js'
import { findCell, findParameter } from './evaluate-lookup.js'
import { membershipIn } from './membership.js'
import { compareValues } from './order-of.js'
import {
  arithmetic,
  combine,
  numberOf,
  outcome,
  type Operation,
} from './outcome.js'
import { previousValue } from './previous-value.js'
import { columnReader } from './read-column.js'
import { placeIn, type Row } from './row.js'

/** Where a formula is evaluated. */
export interface Frame {
  readonly row: Row
  /** The node that the formula belongs to, named where a value goes missing. */
  readonly node: string
  /** The x of a normaliser. */
  readonly argument?: Value
  /** The ends of all values of x. */
  readonly ends?: { readonly least: Value; readonly most: Value }
}

/** A formula made ready: what a switch over its parts would find out for every row is found out once. */
export type Evaluate = (frame: Frame) => Value

export function evaluateExpression(
  expression: Expression,
  frame: Frame,
): Value {
  return compiled(expression)(frame)
}

/** Made once for an expression, which is frozen. */
export function compiled(expression: Expression): Evaluate {
  const known = ready.get(expression)
  if (known) return known
  const made = compile(expression)
  ready.set(expression, made)
  return made
}

const ready = new WeakMap<Expression, Evaluate>()

function compile(expression: Expression): Evaluate {
  switch (expression.kind) {
    case 'constant': {
      const { value } = expression
      return () => value
    }
    case 'parameter':
      return parameter(expression)
    case 'lookup':
      return (frame) => findCell(expression, frame).value
    case 'argument':
      return (frame) =>
        (expression.end ? frame.ends?.[expression.end] : frame.argument) ??
        missing('NOT_GIVEN')
    case 'built-in':
      return (frame) => builtIn(expression, frame.row)
    case 'column':
      return columnReader(expression.column)
    case 'terms':
    case 'factors':
      return chain(expression)
    case 'power': {
      const base = compiled(expression.base)
      const exponent = compiled(expression.exponent)
      return (frame) => combine(base(frame), exponent(frame), power, frame)
    }
    case 'negation': {
      const operand = compiled(expression.operand)
      return (frame) =>
        arithmetic([operand(frame)], frame, ([x = ZERO]) => negate(x))
    }
    case 'comparison': {
      const { operator, scale } = expression
      const left = compiled(expression.left)
      const right = compiled(expression.right)
      return (frame) =>
        compareValues(left(frame), operator, right(frame), scale)
    }
    case 'logic': {
      const operands = expression.operands.map(compiled)
      return (frame) => logic(expression.operator, operands, frame)
    }
    case 'not': {
      const negated = compiled(expression.operand)
      return (frame) => {
        const operand = negated(frame)
        return operand.kind === 'boolean'
          ? booleanValue(!operand.boolean)
          : operand
      }
    }
    case 'choice': {
      const tested = compiled(expression.test)
      const then = compiled(expression.then)
      const otherwise = compiled(expression.otherwise)
      return (frame) => {
        const test = tested(frame)
        if (test.kind !== 'boolean') return test
        return test.boolean ? then(frame) : otherwise(frame)
      }
    }
    case 'call':
      return call(expression)
    case 'band':
      return (frame) => band(expression, frame)
    case 'aggregate':
      return aggregate(expression)
    case 'children':
      return (frame) => evaluateChildren(expression, frame)
    case 'standing':
      return (frame) => standing(expression, frame)
    case 'previous':
      return (frame) => previousValue(expression, frame.row)
  }
}

function parameter(expression: ParameterExpression): Evaluate {
  const { varies, value } = expression.parameter
  if (varies || !value) return (frame) => findParameter(expression, frame).value
  const constant = numberValue(value)
  return () => constant
}

function builtIn({ name }: BuiltInExpression, row: Row): Value {
  if (name === 'year') return numberValue(integer(row.setting.year))
  let body = row
  while (body.level.name !== '' && body.parent) body = body.parent
  return { kind: 'word', word: body.given?.id ?? '' }
}

function chain({
  operands,
  operators,
}: Extract<Expression, { kind: 'terms' | 'factors' }>): Evaluate {
  const parts = operands.map(compiled)
  const operations = operators.map(
    (operator): Operation => OPERATIONS[operator],
  )
  const [first, second] = parts
  const [only] = operations
  if (parts.length === 2 && first && second && only) {
    return (frame) => combine(first(frame), second(frame), only, frame)
  }
  return (frame) => {
    const values = parts.map((part) => part(frame))
    return arithmetic(values, frame, (numbers) => {
      let result = numbers[0] ?? ZERO
      for (const [index, operation] of operations.entries()) {
        const next = operation(result, numbers[index + 1] ?? ZERO)
        if (isFault(next)) return next
        result = next
      }
      return result
    })
  }
}

const OPERATIONS = { '+': add, '-': subtract, '*': multiply, '/': divide }

/** Three-valued, as in SQL: false and missing is false, true or missing is true. */
function logic(
  operator: 'and' | 'or',
  operands: readonly Evaluate[],
  frame: Frame,
): Value {
  const deciding = operator === 'or'
  const absent: Value[] = []
  let decided = false
  for (const operand of operands) {
    const value = operand(frame)
    if (value.kind === 'not-applicable') return value
    if (value.kind === 'boolean' && value.boolean === deciding) decided = true
    if (!isPresent(value)) absent.push(value)
  }
  if (decided) return booleanValue(deciding)
  return absenceOf(absent) ?? booleanValue(!deciding)
}

function band({ operand, scale }: BandExpression, frame: Frame): Value {
  const x = evaluateExpression(operand, frame)
  if (x.kind !== 'number') return x
  const level = bandOf(scale, x.number)
  if (level) return { kind: 'word', word: level.name }
  const detail = `${shortText(x.number, 15)} on "${scale.name}"`
  return missing('NO_BAND', { at: placeIn(frame.row, frame.node), detail })
}

function standing(expression: StandingExpression, frame: Frame): Value {
  const declared = findStanding(expression.name)
  if (!declared) throw new TypeError(`No function ${expression.name}`)
  const own = evaluateExpression(expression.own, frame)
  if (!isPresent(own)) return own
  const membership = membershipIn(frame.row, expression.among.among)
  if (membership.kind === 'excluded' || membership.kind === 'outside') {
    return { kind: 'not-applicable', exclusion: membership.exclusion }
  }
  const distribution = distributionOf(frame.row, expression.among)
  if (distribution.kind === 'missing') return distribution.missing
  return outcome(
    declared.compute(numberOf(own), distribution.sorted, expression.words),
    frame,
  )
}

/** The words of a reason, for people. */
export function reasonWords(value: MissingValue): string {
  const words = MISSING_REASONS[value.reason]
  return value.detail === undefined ? words : `${words}: ${value.detail}`
}
