/** Leaves a map or a list with nothing inside, as `{}` or `[]`. */
import { lineEnd } from '../layout/lines.js'
import { regionOf, type Region } from '../layout/region.js'
import type { CollectionSpot, Entry } from '../outline/outline.js'
import type { TextChange } from '../text-change.js'

/** @param holder - the entry that the collection is the value of; null for the root */
export function emptyCollection(
  text: string,
  spot: CollectionSpot,
  holder: Entry | null,
): readonly TextChange[] {
  const insert = spot.kind === 'map' ? '{}' : '[]'
  if (spot.isFlow) return [{ from: spot.from, to: spot.to, insert }]
  return replaceBlock(text, spot, holder, insert)
}

/** The lines of a block give way to something in one line; a comment behind the key stays. */
export function replaceBlock(
  text: string,
  spot: CollectionSpot,
  holder: Entry | null,
  insert: string,
): readonly TextChange[] {
  const { from, to, isInline } = blockOf(text, spot)
  if (isInline || !holder?.after) return [{ from, to, insert }]
  const { after } = holder
  const line = lineEnd(text, after)
  if (line === after) return [{ from: after, to, insert: ` ${insert}` }]
  return [
    { from: after, to: after, insert: ` ${insert}` },
    { from: line, to, insert: '' },
  ]
}

/** All lines of a block, without the last line break. */
export function blockOf(text: string, spot: CollectionSpot): Region {
  const first = regionOf(text, spot, 0)
  const last = regionOf(text, spot, spot.entries.length - 1)
  return { ...first, to: withoutBreak(text, last.to) }
}

function withoutBreak(text: string, end: number): number {
  if (text[end - 1] !== '\n') return end
  return text[end - 2] === '\r' ? end - 2 : end - 1
}
