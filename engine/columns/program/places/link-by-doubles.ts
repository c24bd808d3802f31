/** Links rows that stand in the order of their doubles, as far as doubles and their errors say. */
import type { ComparedFigures } from './compared-figures.js'
import { APART, OPEN, TIED, type LinkedRows } from './links.js'

/** @param parts - row -> its part, those of a part standing together; null: there is one */
export function linkByDoubles(
  figures: ComparedFigures,
  ordered: LinkedRows,
  parts: Int32Array | null,
): void {
  const { rows, links, count } = ordered
  const { values, errors, isOpenWhereEqual } = figures
  const equal = isOpenWhereEqual ? OPEN : TIED
  let part = -1
  let before = NaN
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] ?? 0
    const own = parts ? (parts[row] ?? 0) : 0
    const value = values[row] ?? NaN
    if (own !== part) links[at] = APART
    else if (value === before) links[at] = equal
    else links[at] = value !== value && before !== before ? TIED : APART
    part = own
    before = value
  }
  if (!errors) return
  for (let from = 0; from < count;) {
    const own = parts?.[rows[from] ?? 0]
    let end = from + 1
    while (end < count && parts?.[rows[end] ?? 0] === own) end += 1
    linkOverlaps(figures, errors, ordered, from, end)
    from = end
  }
}

/**
 * Opens the links between rows whose figures may stand the other way round: where
 * a figure before reaches as far, by its error, as one behind. It need not be the
 * next one, for errors differ from row to row.
 */
function linkOverlaps(
  { values, better }: ComparedFigures,
  errors: Float64Array,
  { rows, links }: LinkedRows,
  from: number,
  all: number,
): void {
  const turn = better === 'more' ? -1 : 1
  const figureAt = (at: number) => turn * (values[rows[at] ?? 0] ?? NaN)
  const errorAt = (at: number) => errors[rows[at] ?? 0] ?? 0
  let end = all
  while (end > from && Number.isNaN(figureAt(end - 1))) end -= 1
  /** How far back a row from here on reaches by its error. */
  const back = new Float64Array(end - from + 1).fill(Infinity)
  for (let at = end - 1; at >= from; at -= 1) {
    const error = errorAt(at)
    const own = error > 0 ? figureAt(at) - error : Infinity
    back[at - from] = Math.min(own, back[at - from + 1] ?? Infinity)
  }
  let forth = -Infinity
  for (let at = from; at < end; at += 1) {
    const least = back[at - from] ?? Infinity
    const isOpen =
      at > from &&
      (forth >= figureAt(at) || forth >= least || figureAt(at - 1) >= least)
    if (isOpen) links[at] = OPEN
    if (errorAt(at) > 0) forth = Math.max(forth, figureAt(at) + errorAt(at))
  }
}
