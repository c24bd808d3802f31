/**
 * Resolves the names of a formula and checks its types. Every mistake of the
 * formula is reported; a part with a mistake has no type and is not reported
 * twice.
 */
import { problem, type ProblemCode, type ProblemInfo } from '../errors.js'
import { haveSameGroups, isGrouped } from '../methodology/grouped.js'
import type {
  Column,
  InputNode,
  Parameter,
} from '../methodology/methodology.js'
import { parseDecimal } from '../number/text.js'
import { closest } from '../source/closest.js'
import { booleanValue, numberValue, type Value } from '../value.js'
import { checkCall } from './check-call.js'
import { BOOLEAN, NUMBER, type Expression, type Type } from './expression.js'
import { printSyntax } from './print.js'
import {
  compareFault,
  describeType,
  joinTypes,
  levelTypo,
  sharedScale,
} from './type-rules.js'
import { findBuiltIn } from './built-in.js'
import { varyingFault } from './varying.js'
import { findName, findTable, visibleNames, type Scope } from './scope.js'
import type { Comparison, Syntax } from './syntax.js'

export interface Checked {
  readonly expression: Expression
  readonly type: Type
}

/** Inside an aggregate, names with the table's steps mean the row that is looked at. */
export interface Rows {
  readonly steps: readonly string[]
}

/** @returns null where the formula has a mistake, which has been reported */
export function checkSyntax(
  syntax: Syntax,
  scope: Scope,
  rows: Rows | null = null,
): Checked | null {
  const check = (part: Syntax) => checkSyntax(part, scope, rows)
  switch (syntax.kind) {
    case 'number': {
      const number = parseDecimal(syntax.text)
      if (typeof number === 'string') {
        return mismatch(
          scope,
          syntax,
          'the number is beyond 10^400, below 10^-400, or has more than 200 digits',
        )
      }
      return constant(numberValue(number), syntax, NUMBER)
    }
    case 'boolean':
      return constant(booleanValue(syntax.boolean), syntax, BOOLEAN)
    case 'word':
      return constant({ kind: 'word', word: syntax.word }, syntax, {
        kind: 'level',
        values: [syntax.word],
        written: true,
      })
    case 'name':
      return checkName(syntax, scope, rows)
    case 'terms':
    case 'factors': {
      const operands = numbers(syntax.operands, scope, check)
      return operands && made({ ...syntax, operands }, NUMBER)
    }
    case 'power': {
      const parts = numbers([syntax.base, syntax.exponent], scope, check)
      const [base, exponent] = parts ?? []
      return base && exponent
        ? made({ kind: 'power', base, exponent }, NUMBER)
        : null
    }
    case 'negation': {
      const [operand] = numbers([syntax.operand], scope, check) ?? []
      return operand ? made({ kind: 'negation', operand }, NUMBER) : null
    }
    case 'not': {
      const [operand] = booleans([syntax.operand], scope, check) ?? []
      return operand ? made({ kind: 'not', operand }, BOOLEAN) : null
    }
    case 'logic': {
      const operands = booleans(syntax.operands, scope, check)
      return operands && made({ ...syntax, operands }, BOOLEAN)
    }
    case 'comparison':
      return checkComparison(syntax, scope, check)
    case 'choice':
      return checkChoice(syntax, scope, check)
    case 'call':
      return checkCall(syntax, scope, rows)
  }
}

/** Every operand must be of the type; null where one has a mistake. */
export function all(
  operands: readonly Syntax[],
  scope: Scope,
  check: (part: Syntax) => Checked | null,
  type: 'number' | 'boolean',
): readonly Expression[] | null {
  const checked = operands.map((operand) => {
    const result = check(operand)
    if (!result || result.type.kind === type) return result
    return misfit(
      scope,
      operand,
      result,
      `${describeType(result.type)} stands where ${type === 'number' ? 'a number' : 'true or false'} is needed`,
    )
  })
  return checked.every((result) => result !== null)
    ? checked.map((result) => result.expression)
    : null
}

const numbers = (
  operands: readonly Syntax[],
  scope: Scope,
  check: (part: Syntax) => Checked | null,
) => all(operands, scope, check, 'number')

const booleans = (
  operands: readonly Syntax[],
  scope: Scope,
  check: (part: Syntax) => Checked | null,
) => all(operands, scope, check, 'boolean')

export function mismatch(scope: Scope, part: Syntax, words: string): null {
  return report(scope, 'TYPE_MISMATCH', { part: short(part), words })
}

/** A mismatch that may as well be the fault of the column's declared type. */
export function misfit(
  scope: Scope,
  part: Syntax,
  { expression }: Checked,
  words: string,
): null {
  const found = problem('TYPE_MISMATCH', scope.at, { part: short(part), words })
  scope.report(
    expression.kind === 'column'
      ? { ...found, mistyped: expression.column }
      : found,
  )
  return null
}

export function report<C extends ProblemCode>(
  scope: Scope,
  code: C,
  info: ProblemInfo[C],
): null {
  scope.report(problem(code, scope.at, info))
  return null
}

export function made(expression: Expression, type: Type): Checked {
  return { expression, type }
}

function short(part: Syntax): string {
  const text = printSyntax(part)
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}

function constant(value: Value, syntax: Syntax, type: Type): Checked {
  return made({ kind: 'constant', value, text: printSyntax(syntax) }, type)
}

function checkName(
  syntax: Extract<Syntax, { kind: 'name' }>,
  scope: Scope,
  rows: Rows | null,
): Checked | null {
  const { steps } = syntax
  const text = steps.join('.')
  const [first = ''] = steps
  if (steps.length === 1) {
    if (scope.hasArgument && first === 'x') {
      return made({ kind: 'argument' }, NUMBER)
    }
    if (scope.hasEnds && (first === 'x_least' || first === 'x_most')) {
      const end = first === 'x_least' ? 'least' : 'most'
      return made({ kind: 'argument', end }, NUMBER)
    }
    const found = findName(scope, first)
    if (found && 'value' in found) {
      return useParameter(found, scope)
    }
    if (found) return useColumn(found, text, scope)
    const builtIn = findBuiltIn(scope, first)
    if (builtIn) return builtIn
    if (findTable(scope.level, steps)) {
      return mismatch(
        scope,
        syntax,
        'a table has many rows; aggregate one of its columns, as sum(table.column)',
      )
    }
    return unknown(text, scope)
  }
  if (first === 'population' && !scope.level.tables.has(first)) {
    const column = scope.population.columns.get(steps.slice(1).join('.'))
    if (!column) return unknown(text, scope)
    const used = useColumn(column, text, scope)
    return used && rows === null ? checkGroups(used, column, scope) : used
  }
  const path = steps.slice(0, -1)
  const table = findTable(scope.level, path)
  if (!table) return unknownTable(syntax, scope)
  const column = table.columns.get(steps.at(-1) ?? '')
  if (!column) return unknown(text, scope)
  const inRow =
    rows !== null && path.every((step, index) => rows.steps[index] === step)
  if (!inRow) {
    return mismatch(
      scope,
      syntax,
      'a column of a table has many values; aggregate it, as mean(table.column)',
    )
  }
  return useColumn(column, text, scope)
}

/** On the population itself there is no body whose group could be meant. */
function checkGroups(
  used: Checked,
  column: Column,
  scope: Scope,
): Checked | null {
  if (scope.level !== scope.population || !isGrouped(column)) return used
  if (haveSameGroups(column.among, scope.among)) return used
  return report(scope, 'WRONG_ARGUMENTS', {
    name: column.name,
    words: `it has one value for each group of "${column.among.population}". Say "among: ${column.among.population}" here as well, or read it in a formula of the body.`,
  })
}

function useParameter(parameter: Parameter, scope: Scope): Checked | null {
  if (scope.isBroken(parameter)) return null
  const fault = varyingFault(parameter, scope)
  if (fault === null) return made({ kind: 'parameter', parameter }, NUMBER)
  const { name } = parameter
  return report(scope, 'WRONG_ARGUMENTS', { name, words: fault })
}

function useColumn(
  column: Extract<Expression, { kind: 'column' }>['column'],
  text: string,
  scope: Scope,
): Checked | null {
  scope.used(column)
  if (scope.isBroken(column)) return null
  const given = givenInput(column)
  if (scope.inputsOnly && !given) {
    return report(scope, 'WRONG_ARGUMENTS', {
      name: text,
      words:
        'it is computed, and this formula checks the data before anything is computed. Use inputs.',
    })
  }
  const read = scope.inputsOnly && given ? given : column
  return made({ kind: 'column', column: read, text }, read.type)
}

/** The cell of the data that a name stands for; null for what is computed. */
function givenInput(column: Column): InputNode | null {
  if (column.kind === 'input') return column
  if (column.kind === 'indicator') return column.input
  if (column.kind !== 'criterion') return null
  return column.maker.kind === 'judged' ? column.maker.input : null
}

function unknown(name: string, scope: Scope): null {
  if (scope.isLost(name)) return null
  const near = closest(name, visibleNames(scope))
  return report(scope, 'UNKNOWN_NAME', {
    name,
    what:
      name === 'place' || name === 'below'
        ? `a name of formulas; a condition reads it as { fact: ${name}, ranking: NAME, operator: lessThanInclusive, value: 3 }`
        : 'a name that this formula can use',
    ...(near ? { closest: near } : {}),
  })
}

/** A table that is not below the own row: of an enclosing row, or of nobody. */
export function unknownTable(
  syntax: Extract<Syntax, { kind: 'name' }>,
  scope: Scope,
): null {
  const { steps } = syntax
  const [first = ''] = steps
  const own = scope.level
  for (let level: typeof own.parent = own.parent; level; level = level.parent) {
    if (!level.tables.has(first)) continue
    if (level === scope.population) {
      return report(scope, 'WRONG_ARGUMENTS', {
        name: steps.join('.'),
        words:
          'a formula on a body does not look at other bodies. Compute it once under computed: population.NAME, and read population.NAME here.',
      })
    }
    return report(scope, 'SIBLING_TABLE', {
      name: steps.join('.'),
      from: own.name === '' ? 'the body' : `"${own.name}"`,
    })
  }
  return unknown(steps.join('.'), scope)
}

const ORDERED = new Set<Comparison>(['<', '<=', '>', '>='])

function checkComparison(
  syntax: Extract<Syntax, { kind: 'comparison' }>,
  scope: Scope,
  check: (part: Syntax) => Checked | null,
): Checked | null {
  const bare = bareLevel(syntax, scope, check)
  if (bare !== null) {
    const words = `levels stand in double quotes: "${bare}"`
    return mismatch(scope, syntax, words)
  }
  const left = check(syntax.left)
  const right = check(syntax.right)
  if (!left || !right) return null
  const words = compareFault(left, right, ORDERED.has(syntax.operator))
  if (words) {
    const typo = levelTypo(left, right)
    const info = { part: short(syntax), words }
    const found = problem('TYPE_MISMATCH', scope.at, info)
    scope.report({ ...found, ...(typo ? { typo } : {}) })
    return null
  }
  const scale = ORDERED.has(syntax.operator)
    ? sharedScale(left.type, right.type)
    : undefined
  return made(
    {
      kind: 'comparison',
      operator: syntax.operator,
      left: left.expression,
      right: right.expression,
      ...(scale ? { scale } : {}),
    },
    BOOLEAN,
  )
}

/** `kind == central` for `kind == "central"`: the commonest slip of all. */
function bareLevel(
  { left, right }: Extract<Syntax, { kind: 'comparison' }>,
  scope: Scope,
  check: (part: Syntax) => Checked | null,
): string | null {
  const [name] = right.kind === 'name' ? right.steps : []
  const isName = right.kind === 'name' && right.steps.length === 1
  if (!isName || name === undefined || left.kind !== 'name') return null
  if (findName(scope, name) || !findName(scope, left.steps[0] ?? ''))
    return null
  const type = check(left)?.type
  return type?.kind === 'level' && type.values.includes(name) ? name : null
}

function checkChoice(
  syntax: Extract<Syntax, { kind: 'choice' }>,
  scope: Scope,
  check: (part: Syntax) => Checked | null,
): Checked | null {
  const [test] = booleans([syntax.test], scope, check) ?? []
  const then = check(syntax.then)
  const otherwise = check(syntax.otherwise)
  if (!test || !then || !otherwise) return null
  const type = joinTypes(then.type, otherwise.type)
  if (!type) {
    return mismatch(
      scope,
      syntax,
      `one branch is ${describeType(then.type)}, the other ${describeType(otherwise.type)}`,
    )
  }
  return made(
    {
      kind: 'choice',
      test,
      then: then.expression,
      otherwise: otherwise.expression,
    },
    type,
  )
}
