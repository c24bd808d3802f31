/** Explains a formula: with its numbers put in, its statistics, and the rows it passed over. */
import type { Row } from '../evaluation/row.js'
import type { Expression } from '../expression/expression.js'
import type { Value } from '../value.js'
import { describeValue } from './describe-value.js'
import type { ExplainedFigure } from './explanation.js'
import { expressionOperands, type Operand } from './operands.js'
import { statisticStep } from './statistics.js'
import { substitute } from './substitute.js'

/** Has the operands explained in their turn, and gives the keys that they are found by. */
export type Follow = (operands: readonly Operand[]) => readonly string[]

export function explainFormula(
  expression: Expression,
  formula: string,
  row: Row,
  node: string,
  follow: Follow,
): Partial<ExplainedFigure> {
  const frame = { row, node }
  const { operands, skipped, bodies, population, statistics } =
    expressionOperands(expression, frame)
  return {
    formula,
    substituted: substitute(expression, frame),
    // Of one statistic the number of bodies stands beside its formula.
    steps: statistics.length > 1 ? statistics.map(statisticStep) : [],
    operands: follow(operands),
    skipped: skipped.map((each) => ({
      row: each.row.given?.label ?? each.row.given?.id ?? '',
      reason: reasonOf(each.why),
    })),
    bodies,
    population,
  }
}

export function reasonOf(value: Value): string {
  const { reason, text } = describeValue(value)
  return reason ?? text ?? ''
}
