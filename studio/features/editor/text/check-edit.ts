/**
 * The last safeguard of every edit: the new text is read again, and says exactly
 * what it is to say. Otherwise nothing is changed.
 */
import { EditRefused } from './edit-refused.js'
import type { Outline } from './outline/outline.js'
import { readOutline } from './outline/read-outline.js'
import type { Place } from './place.js'
import { plainOf, type Plain } from './read-file.js'
import { applyChanges, type TextChange } from './text-change.js'
import { isSameWritten, type Written } from './written.js'

/** @param expected - what the new text says, from what the old one does */
export function checkEdit(
  { text, root }: Outline,
  place: Place,
  changes: readonly TextChange[],
  expected: (tree: Plain) => Written,
): readonly TextChange[] {
  if (changes.length === 0) return changes
  const next = readOutline(applyChanges(text, changes))
  const before = root ? plainOf(root) : NOTHING
  const after = next.root ? plainOf(next.root) : NOTHING
  const isRight =
    next.errors.length === 0 && isSameWritten(after, expected(before))
  if (!isRight) throw new EditRefused('LAYOUT_NOT_FOLLOWED', place)
  return changes
}

const NOTHING = { literal: 'null' }
