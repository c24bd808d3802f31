/** Which columns the table of results has beside the body and its status, and how wide each is. */
import { barWhole } from './bar-share.js'
import type { FigureColumn } from './result-columns.js'
import type { ResultRow } from './result-rows.js'

export interface TableLayout {
  readonly hasPlaces: boolean
  /** Keys of the groups in which places are counted. */
  readonly groups: readonly string[]
  readonly columns: readonly FigureColumn[]
  readonly hasDeductions: boolean
  readonly hasFlags: boolean
  /** The figure that has bars, and the one that they are measured from; null without bars. */
  readonly bars: { readonly output: string; readonly whole: number } | null
}

/** @param hasPlaces - the rows are those of a ranking */
export function tableLayout(
  rows: readonly ResultRow[],
  columns: readonly FigureColumn[],
  hasPlaces: boolean,
): TableLayout {
  const groups = rows.flatMap((row) => Object.keys(row.group))
  return {
    ...{ hasPlaces, columns, groups: [...new Set(groups)] },
    hasDeductions: rows.some((row) => row.deductions),
    hasFlags: rows.some((row) => row.flags.length > 0),
    bars: barsOf(rows, columns),
  }
}

function barsOf(
  rows: readonly ResultRow[],
  columns: readonly FigureColumn[],
): TableLayout['bars'] {
  const barred =
    columns.find(({ isRanked }) => isRanked) ??
    columns.find(({ isTotal }) => isTotal)
  const whole = barred ? barWhole(rows, barred.output) : null
  if (!barred || whole === null) return null
  return { output: barred.output, whole }
}

/** How many columns the table has. */
export function columnCount(layout: TableLayout): number {
  const { hasPlaces, hasDeductions, hasFlags, groups, columns } = layout
  const further = [hasPlaces, hasDeductions, hasFlags].filter(Boolean)
  return 2 + further.length + groups.length + columns.length
}

/** In rem; so have them the columns on paper. */
const [PLACE, FLAGS, STATUS] = [4.5, 12, 6.5]
const [LEAST_FIGURE, MOST_FIGURE] = [8, 12]
/** Of a letter of a head, and of the space between columns. */
const [LETTER, GAP] = [0.57, 1.25]

/**
 * In rem, so that no word of the head is broken: half of one more or less is
 * not seen.
 */
export function figureWidth(head: string): number {
  const words = head.split(/[\s-]+/)
  const longest = Math.max(...words.map((word) => word.length))
  const wanted = Math.ceil((longest * LETTER + GAP) * 2) / 2
  return Math.min(MOST_FIGURE, Math.max(LEAST_FIGURE, wanted))
}

/**
 * For the style sheet: the columns of every row, and how wide they are together
 * at least.
 *
 * @param figures - widths of the columns of groups and figures, in rem
 */
export function layoutWidths(
  { hasPlaces, hasDeductions, hasFlags }: TableLayout,
  figures: readonly number[],
) {
  const fixed = [
    ...figures,
    ...(hasDeductions ? [LEAST_FIGURE] : []),
    ...(hasFlags ? [FLAGS] : []),
    STATUS,
  ]
  const place = hasPlaces ? ['var(--place)'] : []
  const widths = fixed.map((width) => `${width}rem`)
  return {
    '--columns': `${fixed.reduce((sum, width) => sum + width, PLACE)}rem`,
    '--tracks': [...place, 'minmax(0, 1fr)', ...widths].join(' '),
  }
}
