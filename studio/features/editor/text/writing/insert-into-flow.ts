/** Puts something between braces or brackets. */
import {
  isFirstOnLine,
  lineBreakOf,
  lineEnd,
  lineStart,
} from '../layout/lines.js'
import { endOf } from '../layout/region.js'
import type { CollectionSpot, Entry } from '../outline/outline.js'
import type { TextChange } from '../text-change.js'
import { inBraces, type Material } from './material.js'

/** @param flow - the material in one line */
export function insertIntoFlow(
  text: string,
  spot: CollectionSpot,
  index: number,
  material: Material,
  flow: string,
): readonly TextChange[] {
  const { entries, from, to, lastComma } = spot
  const last = entries.at(-1)
  if (!last) {
    // A comment between the braces stays.
    return text.slice(from + 1, to - 1).trim() === ''
      ? [{ from, to, insert: inBraces(material, flow) }]
      : insertAt(to - 1, `${flow} `)
  }
  const next = entries[index]
  if (next) {
    return insertAt(next.from, `${flow},${separator(text, next)}`)
  }
  const end = endOf(last)
  const between = separator(text, last)
  if (lastComma === null) {
    const isOwnLine = between !== ' '
    // A comment behind the last entry stays on its line.
    if (isOwnLine && lineEnd(text, end) < to) {
      const line = lineEnd(text, end)
      return line === end
        ? insertAt(end, `,${between}${flow}`)
        : [...insertAt(end, ','), ...insertAt(line, between + flow)]
    }
    return insertAt(end, `,${between}${flow}`)
  }
  const line = lineEnd(text, lastComma)
  return between !== ' ' && line < to
    ? insertAt(line, `${between}${flow},`)
    : insertAt(lastComma + 1, `${between}${flow}`)
}

/** Entries that begin a line stay on lines of their own. */
function separator(text: string, { from }: Entry): string {
  return isFirstOnLine(text, from)
    ? lineBreakOf(text) + text.slice(lineStart(text, from), from)
    : ' '
}

function insertAt(at: number, insert: string): readonly TextChange[] {
  return [{ from: at, to: at, insert }]
}
