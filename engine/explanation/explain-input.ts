/** Where the value of an input comes from: its cell, its default, or the result of another methodology. */
import { cellOf } from '../evaluation/cell.js'
import { otherRun } from '../evaluation/output-of-other.js'
import type { Row } from '../evaluation/row.js'
import type { KnownRun } from '../history/known-run.js'
import { citationText } from '../methodology/citation.js'
import type { InputNode } from '../methodology/methodology.js'
import { runReference } from '../result/references.js'
import { describeValue } from './describe-value.js'
import { joinedSteps, sourceOf } from './explain-register.js'
import type { ExplainedFigure, ExplainedStep } from './explanation.js'

export function explainInput(
  column: InputNode,
  row: Row,
): Partial<ExplainedFigure> {
  const source = sourceOf(column, row)
  const joined = joinedSteps(column, row)
  if (joined.length > 0) {
    const citation = column.cite && citationText(column.cite)
    return { source, steps: joined, citation }
  }
  const other = column.from && otherRun(column.from, row)
  if (other && !row.given?.cells.has(column.column)) {
    return fromOther(column, other)
  }
  const isDefault =
    !row.given?.cells.has(column.column) && column.ifEmpty !== null
  const steps = isDefault
    ? [
        {
          step: 'default',
          words: 'the cell is empty; the methodology says what that means',
          value: describeValue(column.ifEmpty),
        },
      ]
    : imputedOutside(column, row)
  return { source, steps, citation: column.cite && citationText(column.cite) }
}

/** That the data say of a cell by whom it was imputed. */
function imputedOutside(column: InputNode, row: Row): readonly ExplainedStep[] {
  const by = row.given?.imputed.get(column.column)
  const value = cellOf(row, column)
  if (by === undefined || !value) return []
  const words = `imputed outside: ${by}`
  return [{ step: 'imputed', words, value: describeValue(value) }]
}

/** An input that nobody typed: the output of another methodology, and its run. */
function fromOther(column: InputNode, run: KnownRun): Partial<ExplainedFigure> {
  const { methodology = '', output = '' } = column.from ?? {}
  return {
    run: runReference(run),
    note: `output ${output} of ${methodology}`,
    citation: column.cite && citationText(column.cite),
  }
}
