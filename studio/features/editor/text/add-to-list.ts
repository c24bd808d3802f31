/** Adds an item to a list. */
import { checkEdit } from './check-edit.js'
import { EditRefused } from './edit-refused.js'
import { indentStep } from './layout/indent-step.js'
import { findWay } from './outline/find-spot.js'
import { readOutline } from './outline/read-outline.js'
import type { Place } from './place.js'
import { changeAt, withItem } from './plain-edits.js'
import type { TextChange } from './text-change.js'
import { insertMaterial } from './writing/insert-material.js'
import { newItem } from './writing/material.js'
import type { Written } from './written.js'

/**
 * @param place - of the list, which is made where it lacks
 * @param index - of the new item; otherwise it is the last
 */
export function addToList(
  text: string,
  place: Place,
  value: Written,
  index?: number,
): readonly TextChange[] {
  const outline = readOutline(text)
  const { spot, lacking } = findWay(outline, place)
  const length =
    spot?.kind === 'list' && lacking.length === 0 ? spot.entries.length : 0
  const at = index ?? length
  if (at < 0 || at > length) {
    throw new EditRefused('PLACE_NOT_FOUND', [...place, at])
  }
  const material = newItem(value, indentStep(outline))
  const changes = insertMaterial(outline, place, material, () => at)
  return checkEdit(outline, place, changes, (tree) =>
    changeAt(tree, place, (list) => withItem(list, at, value)),
  )
}
