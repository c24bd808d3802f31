/** The bodies of a table with one row for each: `bodies.csv`, or a CSV alone. */
import type { DataLimits, DataProblem } from '../../engine/index.js'
import type { CsvTable, DecimalMark } from './csv-table.js'
import { fileProblem, quote, quoteList } from './file-problem.js'
import { rowNode, type RowNode } from './row-tree.js'

export interface ReadBodies {
  /** In the order of the file. */
  readonly bodies: readonly RowNode[]
  /** Where two have one id, the first. */
  readonly byId: ReadonlyMap<string, RowNode>
  readonly problems: readonly DataProblem[]
}

/** Columns of a body that are no cells. */
export const BODY_KEYS: ReadonlySet<string> = new Set(['id', 'name', 'year'])

export function readBodies(
  table: CsvTable,
  decimalMark: DecimalMark,
  limits: DataLimits,
): ReadBodies {
  const { file, columns, rows } = table
  if (columns.size > 0 && !columns.has('id')) {
    const problem = noIdColumn(table)
    return { bodies: [], byId: new Map(), problems: [problem] }
  }
  if (rows.length > limits.rows) {
    const message = `${file} has ${rows.length} rows; a table may have ${limits.rows}. Split the data into several sets.`
    const problem = fileProblem('DATA_TOO_LARGE', file, message)
    return { bodies: [], byId: new Map(), problems: [problem] }
  }

  const byId = new Map<string, RowNode>()
  const problems: DataProblem[] = []
  const source = { table, keys: BODY_KEYS, decimalMark }
  const bodies = rows.map((record) => {
    const node = rowNode(record, source, () => null)
    const { id } = node.row
    const { line } = record
    if (id === null) {
      problems.push(noId(line, file))
      return node
    }
    const first = byId.get(id)
    if (first === undefined) byId.set(id, node)
    else {
      const message = `Line ${line} of ${file} has the id ${quote(id)}, which line ${first.row.place.line ?? 0} has already. Give each body an id of its own, or take one of the two out.`
      const place = { line, body: id, column: 'id' }
      problems.push(fileProblem('ID_DUPLICATE', file, message, place))
    }
    return node
  })
  return { bodies, byId, problems }
}

export function noIdColumn({
  file,
  columns,
}: Pick<CsvTable, 'file' | 'columns'>): DataProblem {
  const message = `${file} has no column "id". Its columns are ${quoteList([...columns.keys()])}. Give every body an id that stays the same from year to year.`
  return fileProblem('ID_MISSING', file, message, { column: 'id' })
}

export function noId(line: number, file: string): DataProblem {
  const message = `Line ${line} of ${file} has no id. Give every body an id that stays the same from year to year.`
  return fileProblem('ID_MISSING', file, message, { line, column: 'id' })
}
