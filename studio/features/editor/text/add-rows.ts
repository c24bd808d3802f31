/** Adds items to a list together, each on a line of its own where the list has lines. */
import { checkEdit } from './check-edit.js'
import { EditRefused } from './edit-refused.js'
import { indentStep } from './layout/indent-step.js'
import { findWay } from './outline/find-spot.js'
import { readOutline } from './outline/read-outline.js'
import type { Place } from './place.js'
import { changeAt, withItem } from './plain-edits.js'
import type { TextChange } from './text-change.js'
import { insertMaterial } from './writing/insert-material.js'
import { newRows } from './writing/material.js'
import type { Written } from './written.js'

/**
 * @param place - of the list, which is made where it lacks
 * @param index - of the first of them
 */
export function addRows(
  text: string,
  place: Place,
  rows: readonly Written[],
  index: number,
): readonly TextChange[] {
  if (rows.length === 0) return []
  const outline = readOutline(text)
  const { spot, lacking } = findWay(outline, place)
  const length =
    spot?.kind === 'list' && lacking.length === 0 ? spot.entries.length : 0
  if (index < 0 || index > length) {
    throw new EditRefused('PLACE_NOT_FOUND', [...place, index])
  }
  const material = newRows(rows, indentStep(outline))
  const changes = insertMaterial(outline, place, material, () => index)
  return checkEdit(outline, place, changes, (tree) =>
    changeAt(tree, place, (list) =>
      rows.reduce<Written>(
        (all, row, at) => withItem(all, index + at, row),
        list ?? [],
      ),
    ),
  )
}
