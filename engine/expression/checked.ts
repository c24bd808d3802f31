/** What the check of a part of a formula gives, and how its mistakes are reported. */
import { problem, type ProblemCode, type ProblemInfo } from '../errors.js'
import type { Value } from '../value.js'
import type { Expression, Type } from './expression.js'
import { printSyntax } from './print.js'
import type { Scope } from './scope.js'
import type { Syntax } from './syntax.js'

export interface Checked {
  readonly expression: Expression
  readonly type: Type
}

/** Inside an aggregate, names with the table's steps mean the row that is looked at. */
export interface Rows {
  readonly steps: readonly string[]
}

export function mismatch(scope: Scope, part: Syntax, words: string): null {
  scope.report({
    ...problem('TYPE_MISMATCH', scope.at, { part: short(part), words }),
    part,
  })
  return null
}

/** A mismatch that may as well be the fault of the column's declared type. */
export function misfit(
  scope: Scope,
  part: Syntax,
  { expression }: Checked,
  words: string,
): null {
  const found = problem('TYPE_MISMATCH', scope.at, { part: short(part), words })
  scope.report({
    ...found,
    part,
    ...(expression.kind === 'column' ? { mistyped: expression.column } : {}),
  })
  return null
}

export function report<C extends ProblemCode>(
  scope: Scope,
  code: C,
  info: ProblemInfo[C],
): null {
  const { part } = scope.here
  scope.report({ ...problem(code, scope.at, info), ...(part ? { part } : {}) })
  return null
}

export function made(expression: Expression, type: Type): Checked {
  return { expression, type }
}

export function short(part: Syntax): string {
  const text = printSyntax(part)
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}

export function constant(value: Value, syntax: Syntax, type: Type): Checked {
  return made({ kind: 'constant', value, text: printSyntax(syntax) }, type)
}
