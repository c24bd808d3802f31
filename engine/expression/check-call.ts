/** Checks the calls of a formula against the declarations of the functions. */
import type {
  AggregateFunction,
  FunctionDeclaration,
  Parameter as Declared,
} from '../functions/declaration.js'
import {
  findAbsenceFunction,
  findAggregate,
  findNameFunction,
  findNumberFunction,
  findStanding,
  FUNCTIONS,
} from '../functions/table.js'
import type { Level } from '../methodology/methodology.js'
import { compare, toInteger, type Numeric } from '../number/numeric.js'
import { parseDecimal } from '../number/text.js'
import { closest } from '../source/closest.js'
import {
  checkSyntax,
  describeType,
  joinTypes,
  made,
  mismatch,
  report,
  unknownTable,
  type Checked,
  type Rows,
} from './check.js'
import { BOOLEAN, NUMBER, type Expression, type Type } from './expression.js'
import { printSyntax } from './print.js'
import { findTable, type Scope } from './scope.js'
import type { Syntax } from './syntax.js'

type Call = Extract<Syntax, { kind: 'call' }>
type Name = Extract<Syntax, { kind: 'name' }>

export function checkCall(
  call: Call,
  scope: Scope,
  rows: Rows | null,
): Checked | null {
  const { name } = call
  const aggregate = findAggregate(name)
  const number = findNumberFunction(name)
  const tables = rows === null ? tableNames(call.operands, scope) : []
  if (aggregate && (tables.length > 0 || (!number && rows === null))) {
    return checkAggregate(call, aggregate, tables, scope)
  }
  if (aggregate && !number) {
    return wrong(
      scope,
      name,
      'an aggregate cannot stand inside another one over the same rows. Compute it in a column of the row first.',
    )
  }
  const absence = findAbsenceFunction(name)
  const standing = findStanding(name)
  if (number) {
    const operands = checkArguments(
      call,
      number.parameters,
      number.repeats === true,
      scope,
      rows,
    )
    return (
      operands &&
      made(
        {
          kind: 'call',
          name,
          operands: operands.map((operand) => operand.expression),
        },
        NUMBER,
      )
    )
  }
  if (absence) {
    const operands = checkArguments(
      call,
      absence.parameters,
      absence.repeats === true,
      scope,
      rows,
    )
    const type =
      operands &&
      (absence.returns === 'boolean'
        ? BOOLEAN
        : commonType(operands, call, scope))
    return (
      operands &&
      type &&
      made(
        {
          kind: 'call',
          name,
          operands: operands.map((operand) => operand.expression),
        },
        type,
      )
    )
  }
  if (standing) return checkStanding(call, standing.parameters, scope, rows)
  if (findNameFunction(name)) return checkNamed(call, scope, rows)
  const near = closest(
    name,
    FUNCTIONS.map((declared) => declared.name),
  )
  return report(scope, 'UNKNOWN_FUNCTION', {
    name,
    ...(near ? { closest: near } : {}),
  })
}

function wrong(scope: Scope, name: string, words: string): null {
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
  const repeats =
    'repeats' in declared && declared.repeats === true ? ', ...' : ''
  const names = parameters.map((parameter) =>
    parameter.optional === true ? `[${parameter.name}]` : parameter.name,
  )
  return `${declared.name}(${names.join(', ')}${repeats})`
}

function checkArguments(
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

function checkArgument(
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
  const { kind } = checked.type
  if (parameter.type === 'any' ? kind === 'text' : kind !== parameter.type) {
    return mismatch(
      scope,
      operand,
      `${describeType(checked.type)} stands where ${name} needs ${parameter.type === 'boolean' ? 'true or false' : 'a number'}`,
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

function constantNumber(expression: Expression): Numeric | null {
  if (expression.kind === 'parameter') return expression.parameter.value
  if (expression.kind === 'negation') {
    const operand = constantNumber(expression.operand)
    return operand && operand.kind === 'ratio'
      ? { ...operand, numerator: -operand.numerator }
      : null
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

function commonType(
  operands: readonly Checked[],
  call: Call,
  scope: Scope,
): Type | null {
  const [first, ...rest] = operands.map((operand) => operand.type)
  if (!first) return null
  const type = rest.reduce<Type | null>(
    (joined, next) => joined && joinTypes(joined, next),
    first,
  )
  return (
    type ??
    mismatch(
      scope,
      call,
      `its arguments are ${[first, ...rest].map(describeType).join(', ')}; give them one type`,
    )
  )
}

/** Names that mean a table below the own row, or a column of one; those inside inner aggregates not counted. */
function tableNames(
  operands: readonly Syntax[],
  scope: Scope,
): readonly Name[] {
  return operands.flatMap((operand): readonly Name[] => {
    switch (operand.kind) {
      case 'name':
        return isTableName(operand, scope) ? [operand] : []
      case 'call': {
        // min and max of several values look through to the rows; every other
        // aggregate keeps its rows to itself.
        const isNumber =
          findNumberFunction(operand.name) && operand.operands.length > 1
        return findAggregate(operand.name) && !isNumber
          ? []
          : tableNames(operand.operands, scope)
      }
      case 'terms':
      case 'factors':
      case 'logic':
        return tableNames(operand.operands, scope)
      case 'power':
        return tableNames([operand.base, operand.exponent], scope)
      case 'negation':
      case 'not':
        return tableNames([operand.operand], scope)
      case 'comparison':
        return tableNames([operand.left, operand.right], scope)
      case 'choice':
        return tableNames(
          [operand.test, operand.then, operand.otherwise],
          scope,
        )
      default:
        return []
    }
  })
}

function isTableName({ steps }: Name, scope: Scope): boolean {
  const [first = ''] = steps
  if (steps.length > 1) {
    const isTable = (level: Level | null): boolean =>
      level !== null && (level.tables.has(first) || isTable(level.parent))
    return isTable(scope.level) && !(first === 'population')
  }
  return scope.level.tables.has(first) && !scope.level.columns.has(first)
}

function checkAggregate(
  call: Call,
  declared: AggregateFunction,
  names: readonly Name[],
  scope: Scope,
): Checked | null {
  const { name } = call
  const settings = declared.settings ?? []
  const needed = declared.columns.length
  const [least, most] = [
    needed + settings.filter((setting) => setting.optional !== true).length,
    needed + settings.length,
  ]
  const count = call.operands.length
  if (count < least || count > most) {
    return wrong(
      scope,
      name,
      `it takes ${least === most ? least : `${least} to ${most}`} arguments and has ${count}. Write ${signature(declared)}.`,
    )
  }
  if (names.length === 0) {
    return wrong(
      scope,
      name,
      `it needs a column of a table below its own row. Write ${signature(declared)}.`,
    )
  }
  const [longest = names[0]] = [...names].sort(
    (a, b) => tableSteps(b, scope).length - tableSteps(a, scope).length,
  )
  if (!longest) return null
  const steps = tableSteps(longest, scope)
  const table = findTable(scope.level, steps)
  if (!table) {
    unknownTable(longest, scope)
    return null
  }
  const stray = names.find((other) =>
    tableSteps(other, scope).some((step, index) => steps[index] !== step),
  )
  if (stray) {
    if (!findTable(scope.level, tableSteps(stray, scope)))
      return unknownTable(stray, scope)
    return wrong(
      scope,
      name,
      `"${stray.steps.join('.')}" is not of the same rows as "${longest.steps.join('.')}". Aggregate one table at a time.`,
    )
  }
  const tableText = steps.join('.')
  const [only] = call.operands
  if (
    declared.takesTable === true &&
    only?.kind === 'name' &&
    only.steps.length === steps.length
  ) {
    return made(
      { kind: 'aggregate', name, table, tableText, columns: [], settings: [] },
      NUMBER,
    )
  }
  const columns = call.operands.slice(0, needed).map((operand, index) => {
    const parameter = declared.columns[index]
    return parameter
      ? checkArgument(operand, parameter, name, scope, { steps })
      : null
  })
  const further = call.operands.slice(needed).map((operand, index) => {
    const parameter = settings[index]
    return parameter
      ? checkArgument(operand, parameter, name, scope, null)
      : null
  })
  if (![...columns, ...further].every((argument) => argument !== null))
    return null
  const expressions = (list: readonly (Checked | null)[]) =>
    list.flatMap((argument) => (argument ? [argument.expression] : []))
  return made(
    {
      kind: 'aggregate',
      name,
      table,
      tableText,
      columns: expressions(columns),
      settings: expressions(further),
    },
    NUMBER,
  )
}

/** The steps of a name that lead to the table: all of them where it is a table itself. */
function tableSteps({ steps }: Name, scope: Scope): readonly string[] {
  return findTable(scope.level, steps) ? steps : steps.slice(0, -1)
}

function checkStanding(
  call: Call,
  declared: readonly Declared[],
  scope: Scope,
  rows: Rows | null,
): Checked | null {
  const { name } = call
  if (scope.level !== scope.bodies || rows !== null || scope.inputsOnly) {
    return wrong(
      scope,
      name,
      'it stands in a formula on the body, which is compared with the other bodies. Compute the figure on the body first.',
    )
  }
  const checked = checkArguments(call, declared, false, scope, rows)
  const [own, ...words] = checked ?? []
  if (!own) return null
  return made(
    {
      kind: 'standing',
      name,
      own: own.expression,
      among: scope.distribution(
        own.expression,
        printSyntax(call.operands[0] ?? call),
      ),
      words: words.flatMap(({ expression }) =>
        expression.kind === 'constant' && expression.value.kind === 'word'
          ? [expression.value.word]
          : [],
      ),
    },
    NUMBER,
  )
}

/** previous(x) and score(x), whose argument is a name. */
function checkNamed(
  call: Call,
  scope: Scope,
  rows: Rows | null,
): Checked | null {
  const { name } = call
  const [operand] = call.operands
  if (call.operands.length !== 1 || operand?.kind !== 'name') {
    const years = name === 'previous' && call.operands.length === 2
    return wrong(
      scope,
      name,
      years
        ? 'several years back are reserved for the history of outputs, which this version does not read yet. Write previous(x).'
        : `its argument is one name, as ${name}(x)`,
    )
  }
  if (name === 'score') {
    const column =
      operand.steps.length === 1
        ? scope.score(operand.steps[0] ?? '')
        : undefined
    if (!column) {
      return report(scope, 'UNKNOWN_NAME', {
        name: operand.steps.join('.'),
        what: 'an indicator or criterion of the tree',
      })
    }
    return scope.isBroken(column)
      ? null
      : made({ kind: 'column', column, text: printSyntax(call) }, NUMBER)
  }
  const checked = checkSyntax(operand, scope, rows)
  if (!checked) return null
  const column =
    checked.expression.kind === 'column' ? checked.expression.column : null
  const input = column?.kind === 'indicator' ? column.input : column
  if (input?.kind !== 'input') {
    return wrong(
      scope,
      name,
      `"${operand.steps.join('.')}" is not an input. The history of computed figures is not read yet.`,
    )
  }
  return made(
    { kind: 'previous', column: input, text: printSyntax(call) },
    checked.type,
  )
}
