/** Rows of a keyed table of the file, which may be lists of cells or cells by name. */
import type { Schema } from '../methodology/schema/parts.js'
import { isTable, plainText } from '../methodology/tables.js'
import type { Path } from '../source/path.js'
import type { Tree } from '../source/source.js'

export interface Cell {
  readonly column: string
  readonly tree: Tree
  readonly path: Path
}

export function isKeyedRows(path: Path): boolean {
  return path[0] === 'tables' && path.length === 3 && path[2] === 'rows'
}

/** The columns in the order of the cells, with what their cells hold. */
export function columnsOf(table: Tree): ReadonlyMap<string, Schema> {
  const columns = isTable(table) ? table['columns'] : undefined
  const found = Object.entries(isTable(columns) ? columns : {})
  return new Map(
    found.map(([name, column]) => {
      const type = isTable(column) ? column['type'] : column
      return [name, cellSchema(plainText(type ?? null))] as const
    }),
  )
}

/** The columns by which a row is known. */
export function keysOf(table: Tree): readonly string[] {
  const key = isTable(table) ? table['key'] : undefined
  if (Array.isArray(key)) return (key as readonly Tree[]).map(plainText)
  return [plainText(key ?? null)]
}

/** A cell of which no column is known keeps its number, so that it is compared as well. */
export function cellsOf(
  row: Tree,
  columns: readonly string[],
  path: Path,
): readonly Cell[] {
  if (Array.isArray(row)) {
    return (row as readonly Tree[]).map((tree, index) => ({
      column: columns[index] ?? String(index + 1),
      tree,
      path: [...path, index],
    }))
  }
  return Object.entries(isTable(row) ? row : {}).map(([column, tree]) => ({
    column,
    tree,
    path: [...path, column],
  }))
}

export function valueAt(tree: Tree, [step, ...rest]: Path): Tree {
  if (step === undefined) return tree
  if (Array.isArray(tree)) {
    return valueAt((tree as readonly Tree[])[Number(step)] ?? null, rest)
  }
  const inside = isTable(tree) ? tree[String(step)] : undefined
  return inside === undefined ? null : valueAt(inside, rest)
}

function cellSchema(type: string): Schema {
  return type === 'number' ? { 'x-decimal': true } : { type: 'string' }
}
