/** Whose a row of a table is: rows of a table lie body by body. */
import type { Level } from '../../methodology/methodology.js'
import type { ColumnData } from './column-data.js'

/** The body that a row of a table belongs to, and its place among the rows of the body. */
export function placeOfRow(
  data: ColumnData,
  level: Level,
  row: number,
): { readonly body: number; readonly place: number } {
  const chain: Int32Array[] = []
  for (let at: Level | null = level; at?.name; at = at.parent) {
    chain.unshift(data.levels.get(at.name)?.offsets ?? new Int32Array(1))
  }
  const firstOf = (body: number) =>
    chain.reduce((first, offsets) => offsets[first] ?? 0, body)
  let [low, high] = [0, data.ids.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (firstOf(middle) <= row) low = middle
    else high = middle
  }
  return { body: low, place: row - firstOf(low) }
}
