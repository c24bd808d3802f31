/** What is known of rows and values before anything is lowered. */
import type { Level } from '../../methodology/methodology.js'
import { ANY, CERTAIN, type Facts } from '../code/facts.js'
import type { ColumnData } from '../data/column-data.js'
import type { CellNode } from '../../evaluation/cell.js'

/** How many rows a row of the parent has at most. */
export function mostRowsOf({ levels }: ColumnData, { name }: Level): number {
  const { offsets = new Int32Array(1) } = levels.get(name) ?? {}
  let most = 0
  for (let row = 0; row + 1 < offsets.length; row += 1) {
    most = Math.max(most, (offsets[row + 1] ?? 0) - (offsets[row] ?? 0))
  }
  return most
}

/** Facts of values that are computed exactly, by their type alone. */
export function typeFacts(node: CellNode): Facts {
  if (!('type' in node) || node.type.kind === 'boolean') {
    return { ...CERTAIN, mayBeAbsent: true }
  }
  if (node.type.kind === 'number') return ANY
  return { ...CERTAIN, mayBeAbsent: true, high: 2 ** 31 }
}
