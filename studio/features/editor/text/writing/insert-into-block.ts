/** Puts something among the lines of a block. */
import { lineBreakOf, shiftLines } from '../layout/lines.js'
import { blankAfter, regionOf, type Region } from '../layout/region.js'
import type { CollectionSpot } from '../outline/outline.js'
import type { TextChange } from '../text-change.js'

/**
 * Blank lines are put around it where they stand between all entries, or, around
 * something of several lines, where it is put.
 *
 * @param spot - a block with at least one entry
 * @param lines - from the column of its entries on
 */
export function insertIntoBlock(
  text: string,
  spot: CollectionSpot,
  index: number,
  lines: readonly string[],
): readonly TextChange[] {
  const eol = lineBreakOf(text)
  const regions = spot.entries.map((_, each) => regionOf(text, spot, each))
  const before = regions[index - 1]
  const next = regions[index]
  const column = regions[0]?.column ?? 0
  const block = shiftLines(lines, column).join(eol)
  const isApart = standsApart(text, regions, index, lines.length > 1)
  if (next && !before) {
    const gap = isApart ? eol : ''
    return next.isInline
      ? insertAt(next.from, `${block.trimStart()}${eol}${' '.repeat(column)}`)
      : insertAt(next.from, block + eol + gap)
  }
  if (next && isApart) return insertAt(next.from, block + eol + eol)
  const at = before?.to ?? text.length
  const gap = isApart ? eol : ''
  return isEnded(text, at)
    ? insertAt(at, gap + block + eol)
    : insertAt(at, eol + gap + block)
}

function standsApart(
  text: string,
  regions: readonly Region[],
  index: number,
  isLong: boolean,
): boolean {
  const gaps = regions.slice(0, -1).map(({ to }) => blankAfter(text, to) > to)
  if (gaps.length === 0) return false
  if (gaps.every(Boolean)) return true
  return (
    isLong && gaps[Math.max(0, Math.min(index - 1, gaps.length - 1))] === true
  )
}

function isEnded(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n'
}

function insertAt(at: number, insert: string): readonly TextChange[] {
  return [{ from: at, to: at, insert }]
}
