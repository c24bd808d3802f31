/**
 * The exact value of a checked formula in one row. Only the branch that is
 * taken is evaluated; absence travels with its causes.
 */
import { cellOf } from './cell.js'
import type {
  BandExpression,
  BuiltInExpression,
  CallExpression,
  Expression,
  ParameterExpression,
  StandingExpression,
} from '../expression/expression.js'
import type { Comparison } from '../expression/syntax.js'
import {
  findAbsenceFunction,
  findNumberFunction,
  findStanding,
} from '../functions/table.js'
import { isGrouped } from '../methodology/grouped.js'
import type { Column } from '../methodology/methodology.js'
import { MISSING_REASONS, type MissingReason } from '../missing-reason.js'
import {
  add,
  compare,
  divide,
  integer,
  isFault,
  multiply,
  negate,
  subtract,
  ZERO,
  type Fault,
  type Numeric,
} from '../number/numeric.js'
import { power } from '../number/power.js'
import { shortText } from '../number/text.js'
import { bandOf, levelAt, positionOf, type Scale } from '../scales/scale.js'
import {
  absenceOf,
  booleanValue,
  isPresent,
  missing,
  numberValue,
  type MissingValue,
  type NotApplicableValue,
  type Value,
} from '../value.js'
import { distributionOf } from './distribution.js'
import { evaluateAggregate } from './evaluate-aggregate.js'
import { evaluateChildren } from './evaluate-children.js'
import { findCell, findParameter } from './evaluate-lookup.js'
import { groupRowOf } from './group.js'
import { membershipIn } from './membership.js'
import { previousValue } from './previous-value.js'
import { outermost, placeIn, rowAt, type Row } from './row.js'

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
      return (frame) => readColumn(expression.column, frame.row)
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
      return (frame) => evaluateAggregate(expression, frame).value
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

function readColumn(column: Column, from: Row): Value {
  const row = columnRow(column, from)
  if ('kind' in row) return row
  const value = cellOf(row, column)
  if (!value) throw new TypeError('A node was read before it was computed')
  return value
}

/** The row that holds a column, seen from a row below; or why there is none: the body is in no group. */
export function columnRow(
  column: Column,
  from: Row,
): Row | MissingValue | NotApplicableValue {
  if (isGrouped(column)) return groupRowOf(from, column.among)
  if (column.level.parent === null) return outermost(from)
  return rowAt(from, column.level)
}

/** Numbers in, a number out; a fault becomes a missing value that names the node. */
export function arithmetic(
  values: readonly Value[],
  frame: Frame,
  compute: (numbers: readonly Numeric[]) => Numeric | Fault | MissingReason,
): Value {
  const absence = absenceOf(values)
  if (absence) return absence
  return outcome(compute(values.map(numberOf)), frame)
}

export function outcome(
  result: Numeric | Fault | MissingReason,
  frame: Frame,
  because: readonly MissingValue[] = [],
): Value {
  if (typeof result !== 'string') return numberValue(result)
  return missing(result, { at: placeIn(frame.row, frame.node), because })
}

export function numberOf(value: Value): Numeric {
  if (value.kind !== 'number')
    throw new TypeError(`${value.kind} is not a number`)
  return value.number
}

type Operation = (a: Numeric, b: Numeric) => Numeric | Fault

function combine(
  left: Value,
  right: Value,
  operation: Operation,
  frame: Frame,
): Value {
  return left.kind === 'number' && right.kind === 'number'
    ? outcome(operation(left.number, right.number), frame)
    : arithmetic([left, right], frame, ([a = ZERO, b = ZERO]) =>
        operation(a, b),
      )
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
    return arithmetic(values, frame, ([start = ZERO, ...rest]) => {
      let result: Numeric | Fault = start
      for (const [index, operand] of rest.entries()) {
        if (isFault(result)) return result
        result = (operations[index] ?? add)(result, operand)
      }
      return result
    })
  }
}

const OPERATIONS = { '+': add, '-': subtract, '*': multiply, '/': divide }

/** Exact; a boolean or a level is compared with its own kind, which the checker has seen to. */
export function compareValues(
  left: Value,
  operator: Comparison,
  right: Value,
  scale?: Scale,
): Value {
  if (!isPresent(left) || !isPresent(right)) {
    return absenceOf([left, right]) ?? left
  }
  return booleanValue(holds(orderOf(left, right, scale), operator))
}

/** @param scale - the order of two levels; words without one are in that of the alphabet, as dates are */
export function orderOf(left: Value, right: Value, scale?: Scale): number {
  if (left.kind === 'number' && right.kind === 'number') {
    return compare(left.number, right.number)
  }
  if (left.kind === 'boolean' && right.kind === 'boolean') {
    return Number(left.boolean) - Number(right.boolean)
  }
  const a = left.kind === 'word' ? left.word : ''
  const b = right.kind === 'word' ? right.word : ''
  if (scale) return positionOf(scale, a) - positionOf(scale, b)
  return a < b ? -1 : a > b ? 1 : 0
}

function holds(order: number, operator: Comparison): boolean {
  switch (operator) {
    case '==':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

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

function call(expression: CallExpression): Evaluate {
  const { name, scale } = expression
  const operands = expression.operands.map(compiled)
  const absence = findAbsenceFunction(name)
  if (absence) {
    return (frame) =>
      absence.compute(...operands.map((operand) => operand(frame)))
  }
  const declared = findNumberFunction(name)
  if (!declared) throw new TypeError(`No function ${name}`)
  const { ofLevels } = declared
  return (frame) => {
    const values = operands.map((operand) => operand(frame))
    const absent = absenceOf(values)
    if (absent) return absent
    if (scale && ofLevels) {
      return levelValue(scale, ofLevels(placesOf(values, scale)))
    }
    const plain = values.map((value) =>
      value.kind === 'word' ? value.word : numberOf(value),
    )
    return outcome(declared.compute(...plain), frame)
  }
}

/** Where levels stand in their scale, the worst first. */
export function placesOf(
  values: readonly Value[],
  scale: Scale,
): readonly number[] {
  return values.flatMap((value) =>
    value.kind === 'word' ? [positionOf(scale, value.word)] : [],
  )
}

export function levelValue(scale: Scale, place: number): Value {
  return { kind: 'word', word: levelAt(scale, place) }
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
