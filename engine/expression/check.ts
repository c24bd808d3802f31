/**
 * Resolves the names of a formula and checks its types. Every mistake of the
 * formula is reported; a part with a mistake has no type and is not reported
 * twice.
 */
import { problem, type ProblemCode, type ProblemInfo } from '../errors.js'
import { parseDecimal } from '../number/text.js'
import { closest } from '../source/closest.js'
import { booleanValue, numberValue, type Value } from '../value.js'
import { checkCall } from './check-call.js'
import { BOOLEAN, NUMBER, type Expression, type Type } from './expression.js'
import { printSyntax } from './print.js'
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
      })
    case 'name':
      return checkName(syntax, scope, rows)
    case 'terms':
    case 'factors': {
      const operands = numbers(syntax.operands, scope, check)
      return operands && made({ ...syntax, operands } as Expression, NUMBER)
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
    return mismatch(
      scope,
      operand,
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

export function describeType(type: Type): string {
  switch (type.kind) {
    case 'number':
      return 'a number'
    case 'boolean':
      return 'true or false'
    case 'level':
      return 'a level'
    case 'date':
      return 'a date'
    case 'text':
      return 'text'
  }
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
    const found = findName(scope, first)
    if (found && 'value' in found) {
      return made({ kind: 'parameter', parameter: found }, NUMBER)
    }
    if (found) return useColumn(found, text, scope)
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
    return column ? useColumn(column, text, scope) : unknown(text, scope)
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

function useColumn(
  column: Extract<Expression, { kind: 'column' }>['column'],
  text: string,
  scope: Scope,
): Checked | null {
  if (scope.isBroken(column)) return null
  if (
    scope.inputsOnly &&
    column.kind !== 'input' &&
    column.kind !== 'indicator'
  ) {
    return report(scope, 'WRONG_ARGUMENTS', {
      name: text,
      words:
        'it is computed, and this formula checks the data before anything is computed. Use inputs.',
    })
  }
  const read =
    scope.inputsOnly && column.kind === 'indicator' ? column.input : column
  return made({ kind: 'column', column: read, text }, column.type)
}

function unknown(name: string, scope: Scope): null {
  const near = closest(name, visibleNames(scope))
  return report(scope, 'UNKNOWN_NAME', {
    name,
    what: 'a name that this formula can use',
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
  const left = check(syntax.left)
  const right = check(syntax.right)
  if (!left || !right) return null
  const words = compareFault(left, right, ORDERED.has(syntax.operator))
  if (words) return mismatch(scope, syntax, words)
  return made(
    {
      kind: 'comparison',
      operator: syntax.operator,
      left: left.expression,
      right: right.expression,
    },
    BOOLEAN,
  )
}

/** Why two things cannot be compared, or null. */
export function compareFault(
  left: Checked,
  right: Checked,
  ordered: boolean,
): string | null {
  const types = [left.type, right.type]
  if (types.some((type) => type.kind === 'text')) {
    return 'text is carried, not computed with'
  }
  const date = types.find((type) => type.kind === 'date')
  const levels = types.filter((type) => type.kind === 'level')
  if (date && levels.length === 1) {
    const [level] = levels
    return /^\d{4}-\d{2}-\d{2}$/.test(level?.values[0] ?? '')
      ? null
      : 'a date is compared with a date as "2012-01-19"'
  }
  if (left.type.kind !== right.type.kind) {
    return `${describeType(left.type)} cannot be compared with ${describeType(right.type)}`
  }
  const [a, b] = levels
  if (a && b) {
    if (ordered) return 'its levels have no order; only == and != compare them'
    if (!a.values.some((value) => b.values.includes(value))) {
      const [received = ''] =
        left.expression.kind === 'constant' ? a.values : b.values
      const known = left.expression.kind === 'constant' ? b.values : a.values
      const near = closest(received, known)
      return `"${received}" is not one of the levels ${known.join(', ')}${near ? `. Did you mean "${near}"?` : ''}`
    }
  }
  return ordered && left.type.kind === 'boolean'
    ? 'true and false have no order'
    : null
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

/** The type of something that is one or the other, or null where they do not agree. */
export function joinTypes(a: Type, b: Type): Type | null {
  if (a.kind === 'level' && b.kind === 'level') {
    return { kind: 'level', values: [...new Set([...a.values, ...b.values])] }
  }
  return a.kind === b.kind ? a : null
}
