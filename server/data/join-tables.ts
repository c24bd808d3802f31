/** Tables, each read by itself, as bodies with rows inside them. */
import type { ReadDataset } from '../../engine/index.js'
import { addTable } from './add-table.js'
import type { CsvTable, ReadTable } from './csv-table.js'
import { wholeUnless, type ReadBodyTable } from './read-csv.js'
import type { ReadOptions } from './read-options.js'
import { rowsOfYear } from './rows-of-year.js'

export interface PathTable {
  /** As ['goals', 'indicators']. */
  readonly path: readonly string[]
  readonly read: ReadTable
}

/** @param tables - enclosing ones before those inside them */
export function joinTables(
  bodies: ReadBodyTable,
  tables: readonly PathTable[],
  options: ReadOptions,
): ReadDataset {
  const problems = [bodies.problems]
  /** Table, as `goals.indicators` -> its rows; '' -> the bodies. */
  const joined = new Map<string, CsvTable>([['', bodies.table]])
  for (const { path, read } of tables) {
    const { table, problems: ofYear } = rowsOfYear(read.table, options.year)
    const attached = addTable(
      {
        path,
        table,
        isReferredTo: tables.some((other) => isJustBelow(other.path, path)),
        above: path.flatMap((_, depth) => {
          const above = joined.get(path.slice(0, depth).join('.'))
          return above ? [above] : []
        }),
      },
      { ...options, bodies: bodies.byId },
    )
    joined.set(path.join('.'), wholeUnless(table, attached))
    problems.push([...read.problems, ...ofYear], attached)
  }

  const saysYear = [...joined.values()].some(({ columns }) =>
    columns.has('year'),
  )
  return {
    dataset: {
      year: saysYear ? options.year : null,
      bodies: bodies.bodies.map(({ row }) => row),
    },
    problems: problems.flat(),
  }
}

function isJustBelow(path: readonly string[], above: readonly string[]) {
  return (
    path.length === above.length + 1 &&
    above.every((name, depth) => path[depth] === name)
  )
}
