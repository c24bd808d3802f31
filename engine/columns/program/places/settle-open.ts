/** Compares exactly what doubles leave open. */
import { compare, type Numeric } from '../../../number/numeric.js'
import type { ComparedFigures } from './compared-figures.js'
import { APART, OPEN, TIED, type LinkedRows } from './links.js'

/**
 * Orders rows whose links are open by their exact figures, and links them anew.
 *
 * @returns how many figures were computed exactly
 */
export function settleOpen(
  { better, exactly }: ComparedFigures,
  { rows, links, count }: LinkedRows,
): number {
  const known = new Map<number, Numeric | null>()
  const figureOf = (row: number) => {
    const before = known.get(row)
    if (before !== undefined) return before
    const made = exactly(row)
    known.set(row, made)
    return made
  }
  const turn = better === 'more' ? -1 : 1
  const difference = (a: number, b: number) => {
    const [x, y] = [figureOf(a), figureOf(b)]
    if (!x || !y) return Number(!x) - Number(!y)
    return turn * compare(x, y)
  }
  for (let end = 1; end < count; end += 1) {
    if (links[end] !== OPEN) continue
    const from = end - 1
    while (end < count && links[end] === OPEN) end += 1
    rows.subarray(from, end).sort(difference)
    for (let at = from + 1; at < end; at += 1) {
      const isTie = difference(rows[at - 1] ?? 0, rows[at] ?? 0) === 0
      links[at] = isTie ? TIED : APART
    }
  }
  return known.size
}
