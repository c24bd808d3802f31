/** Figures of the population that have one value for each group of bodies. */
import type { Column, ComputedNode, PopulationNode } from './methodology.js'

export type GroupedColumn = ComputedNode & { readonly among: PopulationNode }

export function isGrouped(column: Column): column is GroupedColumn {
  return (
    column.kind === 'computed' &&
    column.level.parent === null &&
    column.among !== null &&
    column.among.by.length > 0
  )
}

/** Two populations whose groups are the same. */
export function haveSameGroups(
  a: PopulationNode,
  b: PopulationNode | null,
): boolean {
  const other = b?.by ?? []
  return (
    a.by.length === other.length &&
    a.by.every((column) => other.includes(column))
  )
}
