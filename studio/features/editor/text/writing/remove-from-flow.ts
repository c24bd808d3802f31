/** Takes something out from between braces or brackets. */
import {
  commentColumn,
  isFirstOnLine,
  lineStart,
  nextLine,
} from '../layout/lines.js'
import { endOf } from '../layout/region.js'
import type { CollectionSpot, Entry } from '../outline/outline.js'
import type { TextChange } from '../text-change.js'

/** @param spot - with another entry beside the one that goes */
export function removeFromFlow(
  text: string,
  spot: CollectionSpot,
  index: number,
): readonly TextChange[] {
  const { entries, lastComma } = spot
  const entry = entries[index]
  const next = entries[index + 1]
  const before = entries[index - 1]
  if (!entry) return []
  const comma = next ? next.comma : lastComma
  const end = comma === null ? endOf(entry) : comma + 1
  if (isFirstOnLine(text, entry.from) && isAloneBehind(text, end)) {
    const lines = removed(linesFrom(text, entry.from), nextLine(text, end))
    // The comma that was needed for it goes too.
    return comma === null && entry.comma !== null
      ? [...removed(entry.comma, entry.comma + 1), ...lines]
      : lines
  }
  if (next) {
    // Comments between the two are about the next.
    return text.slice(end, next.from).includes('\n')
      ? removed(startBehindComma(text, entry), end)
      : removed(entry.from, next.from)
  }
  if (!before) return []
  const isApart = text.slice(endOf(before), entry.from).includes('#')
  return removed(isApart ? entry.from : endOf(before), endOf(entry))
}

function startBehindComma(text: string, { comma, from }: Entry): number {
  const isSameLine = comma !== null && !text.slice(comma, from).includes('\n')
  return isSameLine ? comma + 1 : from
}

function isAloneBehind(text: string, end: number): boolean {
  return /^[ \t]*(?:#.*)?\r?\n/.test(text.slice(end, nextLine(text, end)))
}

/** With the comments above it. */
function linesFrom(text: string, at: number): number {
  let from = lineStart(text, at)
  while (from > 0) {
    const start = lineStart(text, from - 1)
    if (start >= from || commentColumn(text, start) === null) return from
    from = start
  }
  return from
}

function removed(from: number, to: number): readonly TextChange[] {
  return [{ from, to, insert: '' }]
}
