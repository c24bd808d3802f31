/** Takes away a key or an item, with the comments that are its own. */
import { checkEdit } from './check-edit.js'
import { EditRefused } from './edit-refused.js'
import { findWay, refuseSharedWithin, type Way } from './outline/find-spot.js'
import { readOutline } from './outline/read-outline.js'
import type { Place } from './place.js'
import { changeAt } from './plain-edits.js'
import type { TextChange } from './text-change.js'
import { emptyCollection } from './writing/empty-collection.js'
import { removeFromBlock } from './writing/remove-from-block.js'
import { removeFromFlow } from './writing/remove-from-flow.js'

export interface RemoveOptions {
  /**
   * A map or list that nothing is left in stays, as `{}` or `[]`. Otherwise its
   * key goes too, unless it is the file itself or an item of a list.
   */
  readonly keepEmpty?: boolean
}

export function removeValue(
  text: string,
  place: Place,
  { keepEmpty = false }: RemoveOptions = {},
): readonly TextChange[] {
  const outline = readOutline(text)
  const way = findWay(outline, place)
  if (way.lacking.length > 0 || place.length === 0) {
    throw new EditRefused('PLACE_NOT_FOUND', place)
  }
  if (way.spot) refuseSharedWithin(way.spot, place)
  const depth = keepEmpty ? place.length : emptiedDepth(way)
  const gone = place.slice(0, depth)
  const changes = removeStep(text, way, depth - 1, gone)
  return checkEdit(outline, place, changes, (tree) =>
    changeAt(tree, gone, () => undefined),
  )
}

/** How far out the maps are that hold nothing else. */
function emptiedDepth({ steps }: Way): number {
  let depth = steps.length
  while (depth > 1) {
    const inner = steps[depth - 1]
    const outer = steps[depth - 2]
    const isEmptied = inner?.in.entries.length === 1 && outer?.in.kind === 'map'
    if (!isEmptied) return depth
    depth -= 1
  }
  return depth
}

function removeStep(
  text: string,
  { steps }: Way,
  index: number,
  place: Place,
): readonly TextChange[] {
  const step = steps[index]
  if (!step || step.in.isUnusual) {
    throw new EditRefused('LAYOUT_NOT_FOLLOWED', place)
  }
  const { in: spot, entry } = step
  if (spot.entries.length === 1) {
    return emptyCollection(text, spot, steps[index - 1]?.entry ?? null)
  }
  const at = spot.entries.indexOf(entry)
  return spot.isFlow
    ? removeFromFlow(text, spot, at)
    : removeFromBlock(text, spot, at)
}
