/** How long a bar is, for the eye alone: the figure stands beside it. */
import type { ResultRow } from './result-rows.js'

/** The greatest figure of a column, from which bars are measured; null where bars would mislead. */
export function barWhole(
  rows: readonly ResultRow[],
  figure: string,
): number | null {
  const sizes = rows.map((row) => sizeOf(row, figure) ?? 0)
  if (sizes.some((size) => size < 0)) return null
  const most = sizes.reduce((most, size) => Math.max(most, size), 0)
  return most > 0 ? most : null
}

/** As a share of the greatest one, `0`..`1`. */
export function barShare(row: ResultRow, figure: string, whole: number) {
  return (sizeOf(row, figure) ?? 0) / whole
}

function sizeOf(row: ResultRow, figure: string): number | null {
  const state = row.figures[figure]
  return state?.kind === 'decimal' ? Number(state.text) : null
}
