/** The lines of an entry of a block: its own comments, what it says, and what is set in below it. */
import type { CollectionSpot, Entry } from '../outline/outline.js'
import {
  columnOf,
  commentColumn,
  isBlankLine,
  isFirstOnLine,
  lineStart,
  nextLine,
} from './lines.js'

export interface Region {
  /** Where its own comments begin; of an entry behind a dash, where it begins itself. */
  readonly from: number
  /** Behind its last line break. */
  readonly to: number
  /** It stands on the line of the dash that it belongs to. */
  readonly isInline: boolean
  readonly column: number
}

export function regionOf(
  text: string,
  { entries }: CollectionSpot,
  index: number,
): Region {
  const entry = entries[index]
  if (!entry) throw new RangeError(`No entry ${index}`)
  const column = columnOf(text, entry.from)
  const to = endOfLines(text, endOf(entry), column)
  if (!isFirstOnLine(text, entry.from)) {
    return { from: entry.from, to, isInline: true, column }
  }
  const own = lineStart(text, entry.from)
  const from = withComments(text, own, index === 0 ? Infinity : column)
  // What a file begins with is about the file.
  const isHeading = index === 0 && from === lineStart(text, 0)
  return { from: isHeading ? own : from, to, isInline: false, column }
}

/** Behind what is written of an entry. */
export function endOf({ spot, after, keyTo }: Entry): number {
  return Math.max(spot.to, after ?? 0, keyTo)
}

/** The blank lines that end at an offset. */
export function blankBefore(text: string, at: number): number {
  let from = at
  while (from > 0) {
    const start = lineStart(text, from - 1)
    if (start >= from || !isBlankLine(text, start)) return from
    from = start
  }
  return from
}

/** The blank lines that begin at an offset. */
export function blankAfter(text: string, at: number): number {
  let to = at
  while (isBlankLine(text, to)) to = nextLine(text, to)
  return to
}

function withComments(text: string, own: number, most: number): number {
  let from = own
  while (from > 0) {
    const start = lineStart(text, from - 1)
    const column = start < from ? commentColumn(text, start) : null
    if (column === null || column > most) return from
    from = start
  }
  return from
}

function endOfLines(text: string, end: number, column: number): number {
  const isEnded = end > 0 && text[end - 1] === '\n'
  let to = isEnded ? end : nextLine(text, end)
  for (let line = to; line < text.length; line = nextLine(text, line)) {
    const comment = commentColumn(text, line)
    if (comment === null) {
      if (isBlankLine(text, line)) continue
      return to
    }
    if (comment <= column) return to
    to = nextLine(text, line)
  }
  return to
}
