/** Puts the rows of a table file below the rows that their key columns name. */
import type { DataLimits, DataProblem } from '../../engine/index.js'
import type { DecimalMark } from './csv-table.js'
import { fileProblem, quote } from './file-problem.js'
import { findParent } from './find-parent.js'
import { rowNode, type RowNode } from './row-tree.js'
import { missingKeys, parentColumns, type TableFile } from './table-file.js'

export interface Attachment {
  readonly bodies: ReadonlyMap<string, RowNode>
  readonly decimalMark: DecimalMark
  readonly limits: DataLimits
}

export function addTable(
  file: TableFile,
  { bodies, decimalMark, limits }: Attachment,
): readonly DataProblem[] {
  const { path, table } = file
  const missing = missingKeys(file)
  if (missing.length > 0) return missing

  const keys = new Set([...parentColumns(file), 'id', 'name', 'year'])
  const source = { table, keys, decimalMark }
  const problems: DataProblem[] = []
  const counts = new Map<string, number>()
  for (const record of table.rows) {
    const parent = findParent(record, file, bodies)
    if (parent.kind === 'problem') problems.push(parent.problem)
    if (parent.kind !== 'found') continue
    const { body, node } = parent
    const count = (counts.get(body) ?? 0) + 1
    counts.set(body, count)
    if (count === limits.rows + 1) {
      const message = `${table.file} has more than ${limits.rows} rows of the body ${quote(body)}. Sum the rows up before they are read.`
      problems.push(
        fileProblem('DATA_TOO_LARGE', table.file, message, { body }),
      )
    }
    if (count > limits.rows) continue

    const name = path.at(-1) ?? ''
    const siblings = listOf(node.tables, name)
    const rows = node.label === null ? name : `${node.label}.${name}`
    const added = rowNode(
      record,
      source,
      (id) => `${rows}[${id ?? siblings.length}]`,
    )
    siblings.push(added.row)
    problems.push(...addById(added, node, body, file))
  }
  return problems
}

function addById(
  added: RowNode,
  parent: RowNode,
  body: string,
  { path, table, isReferredTo }: TableFile,
): readonly DataProblem[] {
  const { id, place } = added.row
  const { file } = table
  const line = place.line ?? 0
  const where = { line, body, row: added.label, column: 'id' }
  if (id === null) {
    if (!isReferredTo) return []
    const message = `Line ${line} of ${file} has no id, by which rows of other files refer to it. Give each row of this table an id.`
    return [fileProblem('ID_MISSING', file, message, where)]
  }
  const name = path.at(-1) ?? ''
  const siblings = parent.below.get(name) ?? new Map<string, RowNode>()
  parent.below.set(name, siblings)
  const first = siblings.get(id)
  if (first === undefined) {
    siblings.set(id, added)
    return []
  }
  const message = `Line ${line} of ${file} has the id ${quote(id)}, which line ${first.row.place.line ?? 0} of the same table has already. Give each row an id of its own, or take one of the two out.`
  return [fileProblem('ID_DUPLICATE', file, message, where)]
}

function listOf<Item>(lists: Map<string, Item[]>, name: string): Item[] {
  const list = lists.get(name) ?? []
  lists.set(name, list)
  return list
}
