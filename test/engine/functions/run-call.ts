/**
 * Runs a call written as in a declaration's example: numbers, fractions,
 * "words", true, false, missing, and [lists] that stand for a column.
 */
import type {
  AggregateFunction,
  NumberFunction,
  StandingFunction,
} from '../../../engine/functions/declaration.js'
import {
  findAbsenceFunction,
  findAggregate,
  findNumberFunction,
  findStanding,
} from '../../../engine/functions/table.js'
import type { MissingReason } from '../../../engine/missing-reason.js'
import { compare, ZERO, type Numeric } from '../../../engine/number/numeric.js'
import {
  decimalText,
  hasWholeText,
  parseFraction,
  shortText,
} from '../../../engine/number/text.js'
import {
  booleanValue,
  missing,
  numberValue,
  type Value,
} from '../../../engine/value.js'

type Argument = Value | readonly Value[]

/** The value of a call; absent arguments are treated as the language says. */
export function runCall(call: string): Value {
  const [, name = '', inside = ''] = /^(\w+)\((.*)\)$/.exec(call) ?? []
  const given = readArguments(inside)
  if (given.some(isList)) return runOnLists(name, given)

  const values = given.filter(isSingle)
  const absence = findAbsenceFunction(name)
  if (absence) return absence.compute(...values)
  const declaration = findNumberFunction(name)
  if (!declaration) throw new Error(`No function for ${call}`)
  return runOnNumbers(declaration, values)
}

/**
 * The value of a call as text: `2.5`, `7/3`, `~1.4142…` (first 40 digits of a
 * decimal that is not exact), `true`, or the code of the reason.
 */
export function resultOf(call: string): string {
  const value = runCall(call)
  switch (value.kind) {
    case 'number':
      return textOf(value.number)
    case 'boolean':
      return String(value.boolean)
    case 'word':
      return value.word
    case 'missing':
      return value.reason
    case 'not-applicable':
      return 'not applicable'
  }
}

function textOf(number: Numeric): string {
  if (number.kind === 'approximation') return `~${shortText(number, 40)}`
  return hasWholeText(number)
    ? decimalText(number)
    : `${number.numerator}/${number.denominator}`
}

function runOnNumbers(
  declaration: NumberFunction,
  values: readonly Value[],
): Value {
  if (values.some(({ kind }) => kind === 'missing')) {
    return missing('OPERAND_MISSING')
  }
  return toValue(declaration.compute(...values.map(numberOrWord)))
}

function runOnLists(name: string, given: readonly Argument[]): Value {
  const [own] = given
  const lists = given.filter(isList)
  const settings = given.filter(isSingle)
  if (!own || isList(own)) {
    const aggregate = findAggregate(name)
    if (!aggregate) throw new Error(`No aggregate ${name}`)
    return runAggregate(aggregate, lists, settings.map(numberOrWord))
  }
  const standing = findStanding(name)
  if (!standing) throw new Error(`No standing ${name}`)
  return runStanding(standing, own, lists[0] ?? [], settings.slice(1))
}

function runAggregate(
  { ofNothing, compute }: AggregateFunction,
  lists: readonly (readonly Value[])[],
  settings: readonly (Numeric | string)[],
): Value {
  const rows = (lists[0] ?? []).map((_, row) => row)
  const present = rows.filter((row) =>
    lists.every((list) => list[row]?.kind !== 'missing'),
  )
  if (present.length === 0) {
    return ofNothing === 0 ? numberValue(ZERO) : missing('NO_ROW_WITH_VALUE')
  }
  const columns = lists.map((list) =>
    present.map((row) => numberOrBoolean(list[row])),
  )
  return toValue(compute(columns, settings))
}

function runStanding(
  { compute }: StandingFunction,
  own: Value,
  bodies: readonly Value[],
  words: readonly Value[],
): Value {
  if (own.kind === 'missing') return own
  const figures = bodies
    .filter(({ kind }) => kind !== 'missing')
    .map(numberOf)
    .sort(compare)
  const settings = words.map((value) =>
    value.kind === 'word' ? value.word : '',
  )
  return toValue(compute(numberOf(own), figures, settings))
}

function readArguments(text: string): readonly Argument[] {
  const parts = text.match(/\[[^\]]*\]|"[^"]*"|[^\s,]+/g) ?? []
  return parts.map((part) =>
    part.startsWith('[')
      ? readArguments(part.slice(1, -1)).filter(isSingle)
      : readValue(part),
  )
}

function readValue(text: string): Value {
  if (text === 'missing') return missing('NOT_GIVEN')
  if (text === 'true' || text === 'false') return booleanValue(text === 'true')
  if (text.startsWith('"')) return { kind: 'word', word: text.slice(1, -1) }
  const parsed = parseFraction(text)
  if (typeof parsed === 'string') throw new Error(`${text}: ${parsed}`)
  return numberValue(parsed)
}

function toValue(result: Numeric | MissingReason): Value {
  return typeof result === 'string' ? missing(result) : numberValue(result)
}

function isList(argument: Argument): argument is readonly Value[] {
  return !isSingle(argument)
}

function isSingle(argument: Argument): argument is Value {
  return 'kind' in argument
}

function numberOrWord(value: Value): Numeric | string {
  return value.kind === 'word' ? value.word : numberOf(value)
}

function numberOrBoolean(value: Value | undefined): Numeric | boolean {
  if (!value) throw new Error('The lists of a call must be of one length')
  return value.kind === 'boolean' ? value.boolean : numberOf(value)
}

function numberOf(value: Value): Numeric {
  if (value.kind !== 'number') throw new Error(`${value.kind} is no number`)
  return value.number
}
