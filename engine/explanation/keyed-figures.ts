/** Figures that stand in the methodology itself: parameters, and cells of its tables. */
import type { Frame } from '../evaluation/evaluate-expression.js'
import { findCell, findParameter } from '../evaluation/evaluate-lookup.js'
import type {
  LookupExpression,
  ParameterExpression,
} from '../expression/expression.js'
import { citationText } from '../methodology/citation.js'
import { describeValue } from './describe-value.js'
import type { ExplainedFigure } from './explanation.js'
import type { Operand } from './operands.js'
import { figureWith } from './plain-figures.js'

type Keyed = Extract<Operand, { kind: 'parameter' | 'lookup' }>

/** @param file - the methodology file, whose line holds the value */
export function keyedFigure(
  operand: Keyed,
  key: string,
  file: string,
): ExplainedFigure {
  return operand.kind === 'parameter'
    ? parameterFigure(operand.expression, operand.frame, key, file)
    : lookupFigure(operand.expression, operand.frame, key, file)
}

/** Unique within the explanation of one body: the keys tell the cells apart. */
export function keyedKey(operand: Keyed): string {
  const { expression, frame } = operand
  if (expression.kind === 'parameter') {
    const { name, varies } = expression.parameter
    const keys = varies ? ` (${findParameter(expression, frame).keys})` : ''
    return `parameter ${name}${keys}`
  }
  const { table, column } = expression
  return `${table.name}.${column} (${findCell(expression, frame).keys})`
}

function parameterFigure(
  expression: ParameterExpression,
  frame: Frame,
  key: string,
  file: string,
): ExplainedFigure {
  const { parameter } = expression
  const { value, line, keys } = findParameter(expression, frame)
  const { title, unit } = parameter
  return figureWith(
    { key, kind: 'parameter', title, unit },
    describeValue(value),
    {
      citation: citationText(parameter.cite),
      substituted: parameter.varies ? keys : null,
      source:
        line === null
          ? null
          : { file, line, path: null, column: parameter.name, says: keys },
    },
  )
}

/** The cell that a lookup found: table, keys and the line of its row. */
function lookupFigure(
  expression: LookupExpression,
  frame: Frame,
  key: string,
  file: string,
): ExplainedFigure {
  const { table, column } = expression
  const { value, line, keys } = findCell(expression, frame)
  return figureWith(
    {
      key,
      kind: 'table',
      title: table.title,
      unit: table.columns.get(column)?.unit ?? null,
    },
    describeValue(value),
    {
      formula: expression.text,
      substituted: `${table.name}.${column} for ${keys}`,
      citation: table.cite === null ? null : citationText(table.cite),
      source:
        line === null
          ? null
          : {
              file,
              line,
              path: null,
              column: `${table.name}.${column}`,
              says: keys,
            },
    },
  )
}
