/** A formula with its operands put in: `(0.1 * 0.75 + ...) * 100 - 1.5`. */
import { evaluateAggregate } from '../evaluation/evaluate-aggregate.js'
import {
  evaluateExpression,
  type Frame,
} from '../evaluation/evaluate-expression.js'
import type {
  AggregateExpression,
  ChildrenExpression,
  Expression,
} from '../expression/expression.js'
import { printSyntax } from '../expression/print.js'
import type { Syntax } from '../expression/syntax.js'
import { isPresent, type Value } from '../value.js'
import { readable } from './describe-value.js'

/** Rows of an aggregate that are written out; the rest is counted. */
const ROWS_SHOWN = 12

export function substitute(expression: Expression, frame: Frame): string {
  return printSyntax(withValues(expression, frame))
}

function withValues(expression: Expression, frame: Frame): Syntax {
  const put = (part: Expression) => withValues(part, frame)
  switch (expression.kind) {
    case 'constant':
      return leaf(expression.value)
    case 'column':
    case 'parameter':
    case 'argument':
    case 'built-in':
    case 'lookup':
    case 'previous':
      return leaf(evaluateExpression(expression, frame))
    case 'terms':
    case 'factors':
    case 'logic':
    case 'call':
      return { ...expression, operands: expression.operands.map(put) }
    case 'power':
      return {
        kind: 'power',
        base: put(expression.base),
        exponent: put(expression.exponent),
      }
    case 'negation':
    case 'not':
      return { kind: expression.kind, operand: put(expression.operand) }
    case 'comparison':
      return {
        kind: 'comparison',
        operator: expression.operator,
        left: put(expression.left),
        right: put(expression.right),
      }
    case 'choice':
      return {
        kind: 'choice',
        test: put(expression.test),
        then: put(expression.then),
        otherwise: put(expression.otherwise),
      }
    case 'band':
      return call('band', [
        printSyntax(put(expression.operand)),
        expression.scale.name,
      ])
    case 'aggregate':
      return call(expression.name, aggregateLists(expression, frame))
    case 'children':
      return call(expression.name, childrenLists(expression, frame))
    case 'standing':
      return call(expression.name, [
        printSyntax(put(expression.own)),
        ...expression.words.map((word) => `"${word}"`),
      ])
  }
}

function leaf(value: Value): Syntax {
  const text = readable(value)
  return value.kind === 'number'
    ? { kind: 'number', text }
    : { kind: 'name', steps: [text] }
}

function call(name: string, texts: readonly string[]): Syntax {
  const operands = texts.map((text): Syntax => ({
    kind: 'name',
    steps: [text],
  }))
  return { kind: 'call', name, operands }
}

/** The children that have a value; those without are listed below the formula. */
function childrenLists(
  { children, settings }: ChildrenExpression,
  frame: Frame,
): readonly string[] {
  const values = children
    .map((child) => evaluateExpression(child, frame))
    .filter(isPresent)
    .map(readable)
  const further = settings.map((setting) =>
    readable(evaluateExpression(setting, frame)),
  )
  return [...(values.length === 0 ? ['no children'] : values), ...further]
}

/** One list of values per column; a single column needs no brackets. */
function aggregateLists(
  expression: AggregateExpression,
  frame: Frame,
): readonly string[] {
  const { used } = evaluateAggregate(expression, frame)
  if (expression.columns.length === 0) {
    return [`${used.length} rows of ${expression.tableText}`]
  }
  const lists = expression.columns.map((column) => {
    const shown = used
      .slice(0, ROWS_SHOWN)
      .map((row) => readable(evaluateExpression(column, { ...frame, row })))
    const more = used.length - shown.length
    return [...shown, ...(more > 0 ? [`and ${more} more`] : [])]
  })
  const settings = expression.settings.map((setting) =>
    readable(evaluateExpression(setting, frame)),
  )
  const [only = []] = lists
  return lists.length === 1
    ? [...(only.length === 0 ? ['no rows'] : only), ...settings]
    : [...lists.map((list) => `[${list.join(', ')}]`), ...settings]
}
