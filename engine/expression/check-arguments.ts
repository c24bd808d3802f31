/** The arguments of a call, held against the parameters that the function declares. */
import type {
  FunctionDeclaration,
  Parameter as Declared,
} from '../functions/declaration.js'
import { FUNCTIONS } from '../functions/table.js'
import { compare, negate, toInteger, type Numeric } from '../number/numeric.js'
import { parseDecimal } from '../number/text.js'
import { checkSyntax } from './check.js'
import { misfit, report, type Checked, type Rows } from './checked.js'
import { describeType } from './type-rules.js'
import type { Expression, Type } from './expression.js'
import { printSyntax } from './print.js'
import type { Scope } from './scope.js'
import type { Syntax } from './syntax.js'

export type Call = Extract<Syntax, { kind: 'call' }>

export function checkArguments(
  call: Call,
  declared: readonly Declared[],
  repeats: boolean,
  scope: Scope,
  rows: Rows | null,
): readonly Checked[] | null {
  const least = declared.filter(
    (parameter) => parameter.optional !== true,
  ).length
  const most = repeats ? Infinity : declared.length
  const count = call.operands.length
  if (count < least || count > most) {
    const range =
      least === most
        ? `${least}`
        : most === Infinity
          ? `${least} or more`
          : `${least} to ${most}`
    const usage = FUNCTIONS.find(
      (known) => known.name === call.name && known.kind !== 'aggregate',
    )
    return wrong(
      scope,
      call.name,
      `it takes ${range} arguments and has ${count}. Write ${usage ? signature(usage) : call.name}.`,
    )
  }
  const checked = call.operands.map((operand, index) => {
    const parameter = declared[Math.min(index, declared.length - 1)]
    return parameter
      ? checkArgument(operand, parameter, call.name, scope, rows)
      : null
  })
  return checked.every((argument) => argument !== null) ? checked : null
}

export function checkArgument(
  operand: Syntax,
  parameter: Declared,
  name: string,
  scope: Scope,
  rows: Rows | null,
): Checked | null {
  if (parameter.type === 'word') {
    const words = parameter.words ?? []
    if (operand.kind === 'word' && words.includes(operand.word)) {
      return checkSyntax(operand, scope, rows)
    }
    return wrong(
      scope,
      name,
      `"${parameter.name}" is one of ${words.map((word) => `"${word}"`).join(', ')}; received ${printSyntax(operand)}`,
    )
  }
  const checked = checkSyntax(operand, scope, rows)
  if (!checked) return null
  if (!fits(checked.type, parameter)) {
    return misfit(
      scope,
      operand,
      checked,
      `${describeType(checked.type)} stands where ${name} needs ${NEEDED[parameter.type]}`,
    )
  }
  const constant = constantNumber(checked.expression)
  const fault = constant && rangeFault(constant, parameter)
  return fault
    ? wrong(
        scope,
        name,
        `"${parameter.name}" must be ${fault}; received ${printSyntax(operand)}.`,
      )
    : checked
}

const NEEDED: { readonly [T in Declared['type']]: string } = {
  number: 'a number',
  boolean: 'true or false',
  ordered: 'a number or a level of a scale',
  any: 'a value',
  word: 'a word',
}

function fits({ kind }: Type, { type }: Declared): boolean {
  if (type === 'any') return kind !== 'text'
  return type === 'ordered'
    ? kind === 'number' || kind === 'level'
    : kind === type
}

function constantNumber(expression: Expression): Numeric | null {
  if (expression.kind === 'parameter') return expression.parameter.value
  if (expression.kind === 'negation') {
    const operand = constantNumber(expression.operand)
    return operand?.kind === 'ratio' ? negate(operand) : null
  }
  return expression.kind === 'constant' && expression.value.kind === 'number'
    ? expression.value.number
    : null
}

function rangeFault(value: Numeric, parameter: Declared): string | null {
  const { range } = parameter
  if (!range) return null
  const { least, most, whole } = range
  const below = least !== undefined && compare(value, decimalOf(least)) < 0
  const above = most !== undefined && compare(value, decimalOf(most)) > 0
  const broken = whole === true && toInteger(value) === null
  if (!below && !above && !broken) return null
  const what = whole === true ? 'a whole number' : 'a number'
  return `${what} from ${least ?? 'any'} to ${most ?? 'any'}`
}

function decimalOf(value: number): Numeric {
  const parsed = parseDecimal(String(value))
  if (typeof parsed === 'string') throw new TypeError(`Not a decimal: ${value}`)
  return parsed
}

/** Reports arguments that the function does not take. */
export function wrong(scope: Scope, name: string, words: string): null {
  return report(scope, 'WRONG_ARGUMENTS', { name, words })
}

/** `clamp(x, least, most)`: how a call of the function is written. */
export function signature(declared: FunctionDeclaration): string {
  const parameters =
    declared.kind === 'aggregate'
      ? [
          ...declared.columns.map((column) => ({
            ...column,
            name: `table.${column.name}`,
          })),
          ...(declared.settings ?? []),
        ]
      : declared.parameters
  const repeats = 'repeats' in declared && declared.repeats ? ', ...' : ''
  const names = parameters.map((parameter) =>
    parameter.optional === true ? `[${parameter.name}]` : parameter.name,
  )
  return `${declared.name}(${names.join(', ')}${repeats})`
}
