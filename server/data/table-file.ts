/** A table in a file of its own, and the key columns that place its rows. */
import type { DataProblem } from '../../engine/index.js'
import type { CsvTable } from './csv-table.js'
import { fileProblem, quote, quoteList } from './file-problem.js'

export interface TableFile {
  /** As ['goals', 'indicators'] for `goals.indicators.csv`. */
  readonly path: readonly string[]
  readonly table: CsvTable
  /** Another file has rows below these, so each of them needs an id. */
  readonly isReferredTo: boolean
  /** The files of the rows above: of the bodies, then of each enclosing table. */
  readonly above: readonly CsvTable[]
}

/** The columns that hold the ids of the rows above: `body`, then each enclosing table. */
export function parentColumns({ path }: TableFile): readonly string[] {
  return ['body', ...path.slice(0, -1)]
}

/** Key columns that the header lacks, among them `id` where rows are referred to. */
export function missingKeys(file: TableFile): readonly DataProblem[] {
  const { table, isReferredTo } = file
  const { columns } = table
  if (columns.size === 0) return []
  const received = `Its columns are ${quoteList([...columns.keys()])}.`
  const absent = parentColumns(file).filter((column) => !columns.has(column))
  const problems = absent.map((column) => {
    const what =
      column === 'body'
        ? 'the id of the body'
        : `the id of its row in "${column}"`
    const message = `${table.file} has no column ${quote(column)}, which should hold ${what} for each row. ${received}`
    return fileProblem('PARENT_UNKNOWN', table.file, message, { column })
  })
  if (!isReferredTo || columns.has('id')) return problems
  const message = `${table.file} has no column "id", by which the rows below its own refer to them. ${received}`
  return [
    ...problems,
    fileProblem('ID_MISSING', table.file, message, { column: 'id' }),
  ]
}
