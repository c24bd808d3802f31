/** The value of an indicator after a step. */
import { cellOf } from './cell.js'
import type { StepNode } from '../methodology/steps.js'
import { isPresent, missing, type Value } from '../value.js'
import { distributionOf } from './distribution.js'
import { evaluateExpression, type Frame } from './evaluate-expression.js'
import { numberOf } from './outcome.js'
import { imputeValue } from './impute.js'
import { normalise } from './normalise.js'
import type { Row } from './row.js'
import { treat, treatOne } from './winsorise.js'

export function evaluateStep(node: StepNode, row: Row): Value {
  const { action } = node
  const before = cellOf(row, node.of) ?? missing('NOT_GIVEN')
  const frame: Frame = { row, node: node.name }
  if (action.kind === 'screen') {
    // What took the body out first is the reason; it has no data to count since.
    if (before.kind === 'missing' && before.reason === 'SCREENED_OUT') {
      return before
    }
    const kept = cellOf(row, action.screening)
    return kept?.kind === 'missing' ? kept : before
  }
  if (!isPresent(before)) {
    return action.kind === 'impute'
      ? imputeValue(before, action.imputation, node, row).value
      : before
  }
  switch (action.kind) {
    case 'impute':
      return before
    case 'formula':
      return evaluateExpression(action.expression, {
        ...frame,
        argument: before,
      })
    case 'normalise':
      return normalise(before, action.normaliser, frame).value
    case 'winsorise': {
      const found = distributionOf(row, action.among)
      if (found.kind === 'missing') return found.missing
      const rules = action.winsorisation
      const treatment = treat(found.sorted, rules, frame)
      return treatOne(numberOf(before), rules, treatment, frame)
    }
  }
}
