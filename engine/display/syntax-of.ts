/** A checked formula back as it may be written, for displays that read written formulas. */
import type {
  ChildrenExpression,
  Expression,
} from '../expression/expression.js'
import { parseFormula } from '../expression/parse.js'
import type { Syntax } from '../expression/syntax.js'

export function syntaxOf(expression: Expression): Syntax {
  switch (expression.kind) {
    case 'constant':
    case 'column':
    case 'previous':
    case 'lookup':
      return asWritten(expression.text)
    case 'parameter':
      return name(expression.parameter.name)
    case 'built-in':
      return name(expression.name)
    case 'argument':
      return name(expression.end === undefined ? 'x' : `x_${expression.end}`)
    case 'terms':
      return { ...expression, operands: expression.operands.map(syntaxOf) }
    case 'factors':
      return { ...expression, operands: expression.operands.map(syntaxOf) }
    case 'logic':
      return { ...expression, operands: expression.operands.map(syntaxOf) }
    case 'power':
      return {
        kind: 'power',
        base: syntaxOf(expression.base),
        exponent: syntaxOf(expression.exponent),
      }
    case 'negation':
    case 'not':
      return { kind: expression.kind, operand: syntaxOf(expression.operand) }
    case 'comparison': {
      const { kind, operator, left, right } = expression
      return { kind, operator, left: syntaxOf(left), right: syntaxOf(right) }
    }
    case 'choice':
      return {
        kind: 'choice',
        test: syntaxOf(expression.test),
        then: syntaxOf(expression.then),
        otherwise: syntaxOf(expression.otherwise),
      }
    case 'call':
      return call(expression.name, expression.operands.map(syntaxOf))
    case 'band': {
      const { operand, scale } = expression
      return call('band', [syntaxOf(operand), name(scale.name)])
    }
    case 'aggregate': {
      const { columns, settings, tableText } = expression
      const rows = columns.length === 0 ? [name(tableText)] : []
      return call(expression.name, [
        ...rows,
        ...[...columns, ...settings].map(syntaxOf),
      ])
    }
    case 'children':
      return call(expression.name, [
        name(`${parentOf(expression)}.children`),
        ...expression.settings.map(syntaxOf),
      ])
    case 'standing': {
      const words = expression.words.map((word): Syntax => ({
        kind: 'word',
        word,
      }))
      return call(expression.name, [syntaxOf(expression.own), ...words])
    }
  }
}

function parentOf({ children }: ChildrenExpression): string {
  const [first] = children
  const parent = first?.column.kind === 'criterion' ? first.column.parent : null
  return parent?.name ?? ''
}

function asWritten(text: string): Syntax {
  const parsed = parseFormula(text, [])
  return 'syntax' in parsed ? parsed.syntax : name(text)
}

function name(text: string): Syntax {
  return { kind: 'name', steps: text.split('.') }
}

function call(written: string, operands: readonly Syntax[]): Syntax {
  return { kind: 'call', name: written, operands }
}
