/** Adds a key to a map. */
import { checkEdit } from './check-edit.js'
import { EditRefused } from './edit-refused.js'
import { indentStep } from './layout/indent-step.js'
import type { CollectionSpot } from './outline/outline.js'
import { entriesAt, findWay } from './outline/find-spot.js'
import { readOutline } from './outline/read-outline.js'
import type { Place } from './place.js'
import { changeAt } from './plain-edits.js'
import type { TextChange } from './text-change.js'
import { insertMaterial } from './writing/insert-material.js'
import { newPair } from './writing/material.js'
import type { Written } from './written.js'

export interface AddOptions {
  /** The key behind which it comes; otherwise it is the last. */
  readonly after?: string
}

/** @param place - of the map, which is made where it lacks */
export function addEntry(
  text: string,
  place: Place,
  key: string,
  value: Written,
  { after }: AddOptions = {},
): readonly TextChange[] {
  const outline = readOutline(text)
  refuseExisting(findWay(outline, [...place, key]).lacking, [...place, key])
  const indexIn = (spot: CollectionSpot) => {
    if (after === undefined) return spot.entries.length
    const [found] = entriesAt(spot, after)
    if (!found) throw new EditRefused('PLACE_NOT_FOUND', [...place, after])
    return spot.entries.indexOf(found) + 1
  }
  const material = newPair(key, value, indentStep(outline))
  const changes = insertMaterial(outline, place, material, indexIn)
  return checkEdit(outline, place, changes, (tree) =>
    changeAt(tree, [...place, key], () => value),
  )
}

export function refuseExisting(lacking: Place, place: Place): void {
  if (lacking.length === 0) throw new EditRefused('KEY_EXISTS', place)
}
