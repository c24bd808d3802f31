/** A score result as CSV: one row for each body, figures by their exact text. */
import { stringify } from 'csv-stringify/sync'

import type { ShownResult } from '../../engine/index.js'
import { guardedText } from '../data/guarded-text.js'
import type { Cell } from '../xlsx/sheet.js'
import { scoreRows } from './score-rows.js'

export function scoreCsv(result: ShownResult): string {
  const { header, rows } = scoreRows(result)
  return stringify([header, ...rows.map((cells) => cells.map(csvText))])
}

/** A number is never taken for a formula, so that it keeps its sign. */
function csvText(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'text':
      return guardedText(cell.text)
    case 'decimal':
    case 'date':
      return cell.text
    case 'boolean':
      return String(cell.boolean)
  }
}
