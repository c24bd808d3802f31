/** What a table of the file is: keys with values, a column, or a table of rows. */
import type { Tree } from '../source/source.js'

export type Table = { readonly [key: string]: Tree }

export function isTable(tree: Tree | undefined): tree is Table {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree)
}

/** A table with a scalar `type` is a column; a table of tables is a table of rows. */
export function isColumn(entry: Tree | undefined): boolean {
  if (!isTable(entry)) return false
  const { type } = entry
  return type !== undefined && (type === null || typeof type !== 'object')
}

/** An entry that holds something else than columns and tables meant to be a column. */
export function looksLikeColumn(entry: Tree | undefined): boolean {
  if (!isTable(entry)) return false
  const values = Object.values(entry)
  return values.some((value) => !isTable(value)) && !values.some(isColumn)
}
