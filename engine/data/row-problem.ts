/** A mistake or a remark about a row of a run, at the place that the row came from. */
import { placeIn, type Row } from '../evaluation/row.js'
import type { DataCode } from './codes.js'
import { problemAt } from './dataset-reading.js'
import type { DataProblem } from './problem.js'

export function rowProblem(
  code: DataCode,
  row: Row,
  column: string | null,
  message: string,
): DataProblem {
  const place = row.given?.place ?? { file: '', line: null, path: null }
  let body: Row = row
  while (body.parent?.given) body = body.parent
  const where = {
    raw: { place },
    body: body.given?.id ?? null,
    label: placeIn(row, '').row,
  }
  return problemAt(code, where, column, message)
}
