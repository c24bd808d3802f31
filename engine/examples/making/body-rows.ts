/** The rows of a body as an example writes them: what was observed, and nothing else. */
import type { DatasetRow } from '../../data/dataset.js'
import { columnOfImputed } from '../../data/imputed-cells.js'
import type {
  InputNode,
  Level,
  Methodology,
} from '../../methodology/methodology.js'
import {
  writtenFigure,
  type ExampleTable,
  type ExampleTree,
} from './example-tree.js'

/** @param inputs - those that are written; empty cells are left out */
export function bodyRow(
  body: DatasetRow,
  { bodies }: Methodology,
  inputs: readonly InputNode[],
): ExampleTable {
  return rowTable(body, bodies, inputs)
}

function rowTable(
  row: DatasetRow,
  level: Level,
  inputs: readonly InputNode[],
): ExampleTable {
  const tables = [...level.tables].flatMap(([name, below]) => {
    const rows = row.tables.get(name) ?? []
    if (rows.length === 0 || !inputs.some((each) => isWithin(each, below))) {
      return []
    }
    return [[name, rows.map((each) => rowTable(each, below, inputs))] as const]
  })
  return Object.fromEntries<ExampleTree>([
    ...(row.id === null ? [] : [['id', row.id] as const]),
    ...(row.name === null ? [] : [['name', row.name] as const]),
    ...inputs.flatMap((input) =>
      input.level === level ? cellPairs(row, input) : [],
    ),
    ...tables,
  ])
}

function cellPairs(
  row: DatasetRow,
  { column }: InputNode,
): readonly (readonly [string, ExampleTree])[] {
  const value = row.cells.get(column) ?? row.attributes?.get(column)
  const written = value && writtenFigure(value)
  if (!written) return []
  const by = row.imputed.get(column)
  return [
    [column, written],
    ...(by === undefined ? [] : [[columnOfImputed(column), by] as const]),
  ]
}

function isWithin({ level }: InputNode, outer: Level): boolean {
  for (let each: Level | null = level; each; each = each.parent) {
    if (each === outer) return true
  }
  return false
}
