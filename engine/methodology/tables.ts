/** What a table of the file is: keys with values, a column, or a table of rows. */
import type { Tree } from '../source/source.js'

export type Table = { readonly [key: string]: Tree }

export function isTable(tree: Tree | undefined): tree is Table {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree)
}

/** Without a prototype, so that no key has a meaning of its own. */
export function tableOf(entries: Iterable<readonly [string, Tree]>): Table {
  const table = Object.create(null) as { [key: string]: Tree }
  for (const [key, value] of entries) table[key] = value
  return table
}

/** A single value as text; nothing for what is none. */
export function plainText(tree: Tree): string {
  return tree === null || typeof tree === 'object' ? '' : String(tree)
}

/** A table with a scalar `type` is a column; a table of tables is a table of rows. */
export function isColumn(entry: Tree | undefined): boolean {
  if (!isTable(entry)) return false
  const { type } = entry
  return type !== undefined && (type === null || typeof type !== 'object')
}

/** A table that holds something else than columns and tables: a column whose `type` was forgotten. */
export function looksLikeColumn(entry: Tree | undefined): boolean {
  if (!isTable(entry)) return false
  const values = Object.values(entry)
  return values.some((value) => !isTable(value)) && !values.some(isColumn)
}
