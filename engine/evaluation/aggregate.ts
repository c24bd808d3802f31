/**
 * Aggregates made ready. Most are of one column of a table below, and of these
 * nothing is kept but the numbers; all others, and those without a value, whose
 * reasons are in the rows, go the way that explanations go.
 */
import type { AggregateExpression } from '../expression/expression.js'
import { looksAtBodies } from '../expression/parts.js'
import { findAggregate } from '../functions/table.js'
import { integer, type Numeric } from '../number/numeric.js'
import { isPresent, numberValue } from '../value.js'
import {
  countable,
  evaluateAggregate,
  frameIn,
  originLevel,
} from './evaluate-aggregate.js'
import { compiled, type Evaluate } from './evaluate-expression.js'
import { outcome } from './outcome.js'
import { rowAt, rowsBelow } from './row.js'

export function aggregate(expression: AggregateExpression): Evaluate {
  const { columns, settings, scale, table } = expression
  const declared = findAggregate(expression.name)
  const whole: Evaluate = (frame) => evaluateAggregate(expression, frame).value
  const isPlain = !looksAtBodies(expression) && settings.length === 0 && !scale
  if (!declared || !isPlain || columns.length > 1) return whole
  const origin = originLevel(expression)
  const [column] = columns
  if (!column) {
    return ({ row }) =>
      numberValue(integer(rowsBelow(rowAt(row, origin), table).length))
  }
  const evaluate = compiled(column)
  return (frame) => {
    const list: (Numeric | boolean)[] = []
    for (const row of rowsBelow(rowAt(frame.row, origin), table)) {
      const value = evaluate(frameIn(row, frame))
      if (isPresent(value)) list.push(countable(value))
    }
    if (list.length === 0) return whole(frame)
    return outcome(declared.compute([list], NO_SETTINGS), frame)
  }
}

const NO_SETTINGS: readonly never[] = []
