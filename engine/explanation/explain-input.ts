/** Where the value of an input comes from: its cell, its default, or the result of another methodology. */
import { otherRun } from '../evaluation/output-of-other.js'
import type { Row } from '../evaluation/row.js'
import type { KnownRun } from '../history/known-run.js'
import { citationText } from '../methodology/citation.js'
import type { InputNode } from '../methodology/methodology.js'
import { runReference } from '../result/references.js'
import { describeValue } from './describe-value.js'
import { joinedSteps, sourceOf } from './explain-register.js'
import type { ExplainedFigure } from './explanation.js'

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
    : []
  return { source, steps, citation: column.cite && citationText(column.cite) }
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
