/** The expressions directly inside an expression, for walks that look at all of them. */
import type { AggregateExpression, Expression } from './expression.js'

export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'parameter':
      return (expression.parameter.varies?.by ?? []).map(({ value }) => value)
    case 'lookup':
      return expression.keys
    case 'constant':
    case 'argument':
    case 'built-in':
    case 'previous':
    case 'column':
      return []
    case 'terms':
    case 'factors':
    case 'logic':
    case 'call':
      return expression.operands
    case 'power':
      return [expression.base, expression.exponent]
    case 'negation':
    case 'band':
    case 'not':
      return [expression.operand]
    case 'comparison':
      return [expression.left, expression.right]
    case 'choice':
      return [expression.test, expression.then, expression.otherwise]
    case 'aggregate':
      return [...expression.columns, ...expression.settings]
    case 'children':
      return [...expression.children, ...expression.settings]
    case 'standing':
      return [expression.own]
  }
}

/** True for aggregates over the bodies, or over the rows of a table of all of them. */
export function looksAtBodies({ tableText }: AggregateExpression): boolean {
  return tableText === 'bodies' || tableText.startsWith('bodies.')
}
