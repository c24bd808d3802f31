/** By whom or how a value was imputed: outside, as the data say, or by an earlier step. */
import { cellOf } from './cell.js'
import type { SteppedColumn, StepNode } from '../methodology/steps.js'
import { isPresent } from '../value.js'
import { imputeValue } from './impute.js'
import type { Row } from './row.js'

/** null where the value was observed, or is absent. */
export function imputedBy(column: SteppedColumn, row: Row): string | null {
  const value = cellOf(row, column)
  if (!value || !isPresent(value)) return null
  if (column.kind === 'indicator') {
    return row.given?.imputed.get(column.input.column) ?? null
  }
  return filledBy(column, row) ?? imputedBy(column.of, row)
}

/** `step filled: mean of 12 bodies` where this very step filled the cell. */
export function filledBy(node: StepNode, row: Row): string | null {
  if (node.action.kind !== 'impute') return null
  const before = cellOf(row, node.of)
  const value = cellOf(row, node)
  if (!before || isPresent(before) || !value || !isPresent(value)) return null
  const { words } = imputeValue(before, node.action.imputation, node, row)
  return `step ${node.step}: ${words}`
}
