/**
 * The outline of a text of which little is new: where all that is stands inside
 * one pair of braces or brackets on one line, only these are read again, and what
 * stands behind them is moved. Such a pair says the same wherever it stands.
 */
import { changeBetween } from '../../code/replace-text.js'
import type { TextChange } from '../text-change.js'
import type { CollectionSpot, Entry, Outline, Spot } from './outline.js'

type Read = (text: string) => Outline

/**
 * @param before - of another text
 * @param read - the whole of a text
 * @returns null where the new text has to be read as a whole
 */
export function rereadOutline(
  before: Outline,
  text: string,
  read: Read,
): Outline | null {
  const { root, errors } = before
  if (!root || errors.length > 0) return null
  const change = changeBetween(before.text, text)
  const old = change && lineOfBraces(root, before.text, change)
  if (!old) return null
  const by = text.length - before.text.length
  const written = text.slice(old.from, old.to + by)
  if (/[\r\n]/.test(written)) return null
  const { root: fresh, errors: faults } = read(written)
  if (faults.length > 0 || !fresh || hasMarks(fresh)) return null
  // Otherwise one of the signs that end it has become something else.
  const isPair = 'entries' in fresh && fresh.isFlow
  if (!isPair || fresh.to !== written.length) return null
  const own = moved(fresh, 0, old.from)
  return { text, root: replaced(root, old, own, by), errors: [] }
}

/** The outermost pair around a change, if it stands on one line and nothing in it is shared. */
function lineOfBraces(
  spot: Spot,
  text: string,
  change: TextChange,
): CollectionSpot | null {
  if (!('entries' in spot)) return null
  if (spot.isFlow) {
    const isOneLine = !/[\r\n]/.test(text.slice(spot.from, spot.to))
    return isOneLine && !hasMarks(spot) ? spot : null
  }
  const entry = spot.entries.find(
    (each) => each.spot.from < change.from && change.to < each.spot.to,
  )
  return entry ? lineOfBraces(entry.spot, text, change) : null
}

function hasMarks(spot: Spot): boolean {
  if (spot.isMarked) return true
  return 'entries' in spot && spot.entries.some((each) => hasMarks(each.spot))
}

/** With another spot in the place of one; what stands behind it is moved. */
function replaced(spot: Spot, old: Spot, own: Spot, by: number): Spot {
  if (spot === old) return own
  const isAround = spot.from <= old.from && old.to <= spot.to
  if (!('entries' in spot) || !isAround) return moved(spot, old.to, by)
  const entries = spot.entries.map((entry) => ({
    ...movedEntry(entry, old.to, by),
    spot: replaced(entry.spot, old, own, by),
  }))
  return { ...movedSpan(spot, old.to, by), entries }
}

/** @param at - what begins or ends there or behind it is moved */
function moved(spot: Spot, at: number, by: number): Spot {
  if (spot.to < at) return spot
  const span = movedSpan(spot, at, by)
  if (!('entries' in span)) return span
  const entries = span.entries.map((entry) => ({
    ...movedEntry(entry, at, by),
    spot: moved(entry.spot, at, by),
  }))
  return { ...span, entries }
}

function movedSpan<Each extends Spot>(
  spot: Each,
  at: number,
  by: number,
): Each {
  const { from, to } = spot
  const shift = { from: offset(from, at, by), to: offset(to, at, by) }
  if (!('entries' in spot)) return { ...spot, ...shift }
  const { lastComma } = spot
  return {
    ...spot,
    ...shift,
    lastComma: lastComma === null ? null : offset(lastComma, at, by),
  }
}

function movedEntry(entry: Entry, at: number, by: number): Entry {
  const { from, keyTo, after, comma } = entry
  return {
    ...entry,
    from: offset(from, at, by),
    keyTo: offset(keyTo, at, by),
    after: after === null ? null : offset(after, at, by),
    comma: comma === null ? null : offset(comma, at, by),
  }
}

function offset(here: number, at: number, by: number): number {
  return here >= at ? here + by : here
}
