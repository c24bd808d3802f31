/** Where a row of a table file belongs, by the ids in its key columns. */
import type { DataProblem } from '../../engine/index.js'
import type { CsvRecord } from './csv-records.js'
import { fileProblem, quote } from './file-problem.js'
import { keyCell, type RowNode } from './row-tree.js'
import { parentColumns, type TableFile } from './table-file.js'

export type Parent =
  | { readonly kind: 'found'; readonly body: string; readonly node: RowNode }
  | { readonly kind: 'problem'; readonly problem: DataProblem }
  /** Its file has problems of its own, which tell of it. */
  | { readonly kind: 'unsure' }

/** The row that the key columns of a record name. */
export function findParent(
  record: CsvRecord,
  file: TableFile,
  bodies: ReadonlyMap<string, RowNode>,
): Parent {
  const { path, table, above } = file
  const { line } = record
  const body = keyCell(record, table, 'body')
  let found: RowNode | undefined
  for (const [depth, column] of parentColumns(file).entries()) {
    const id = keyCell(record, table, column)
    const place = { line, body, column }
    if (id === null) {
      const message = `Line ${line} of ${table.file} has an empty "${column}", so it belongs to no row. Fill in the id that it belongs to.`
      return problemOf(
        fileProblem('PARENT_UNKNOWN', table.file, message, place),
      )
    }
    const next: RowNode | undefined =
      depth === 0
        ? bodies.get(id)
        : found?.below.get(path[depth - 1] ?? '')?.get(id)
    if (next === undefined) {
      const source = above[depth]
      if (source === undefined || !source.isWhole) return { kind: 'unsure' }
      const year = source.columns.has('year') ? ' for this year' : ''
      const where = depth === 0 ? '' : ` of the body ${quote(body ?? '')}`
      const message = `Line ${line} of ${table.file} belongs to ${quote(id)} in the column "${column}", but ${source.file} has no such row${where}${year}. Mend the id, or add the row to ${source.file}.`
      return problemOf(
        fileProblem('PARENT_UNKNOWN', table.file, message, place),
      )
    }
    found = next
  }
  return found === undefined || body === null
    ? { kind: 'unsure' }
    : { kind: 'found', body, node: found }
}

function problemOf(problem: DataProblem): Parent {
  return { kind: 'problem', problem }
}
