/** How wide the columns of a grid are: they are given, so that thousands of rows need not be measured first. */
import { cellText } from './cell-value.js'
import type { KeyedTable } from './keyed-table.js'

const WIDTHS = {
  number: 7,
  level: 9,
  boolean: 6,
  date: 9,
  text: 8,
  list: 12,
} as const

/** A text of that many letters is read in lines rather than in one. */
const SENTENCE = 24
const WIDEST = 18

/** @param columns - positions of those that are shown */
export function gridTracks(
  table: KeyedTable,
  columns: readonly number[],
): { readonly '--tracks': string; readonly '--width': string } {
  const widths = columns.map((column) => widthOf(table, column))
  const tracks = widths.map((width) => `minmax(${width}rem, ${width}fr)`)
  const sum = widths.reduce((all, width) => all + width, 0)
  return { '--tracks': tracks.join(' '), '--width': `${sum}rem` }
}

function widthOf({ shape: { columns }, rows }: KeyedTable, at: number): number {
  const column = columns[at]
  if (!column) return 0
  const least = column.isKey ? 10 : WIDTHS[column.type]
  if (column.type !== 'text') return least
  const longest = rows.reduce(
    (most, { cells }) => Math.max(most, cellText(cells[at]).length),
    0,
  )
  const isSentence = !column.isKey && longest > SENTENCE
  return isSentence ? WIDEST : Math.max(least, Math.min(14, longest * 0.6))
}
