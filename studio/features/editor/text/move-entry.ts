/** Moves a map entry or a list item, with its comments, within its parent or to another. */
import { refuseExisting } from './add-entry.js'
import { checkEdit } from './check-edit.js'
import { editInTurn } from './compose-changes.js'
import { EditRefused } from './edit-refused.js'
import { endOf } from './layout/region.js'
import { findWay, type Way } from './outline/find-spot.js'
import type { CollectionSpot } from './outline/outline.js'
import { readOutline } from './outline/read-outline.js'
import { isWithin, type Place } from './place.js'
import { changeAt, withItem } from './plain-edits.js'
import { plainOf, type Plain } from './read-file.js'
import { removeValue } from './remove-value.js'
import type { TextChange } from './text-change.js'
import { insertMaterial } from './writing/insert-material.js'
import type { Material } from './writing/material.js'
import { movedMaterial } from './writing/moved-material.js'

export interface Destination {
  /** As places are before the move; a map or list that lacks is made. */
  readonly parent: Place
  /** Among the entries of the parent once the moved one is taken away. */
  readonly index: number
}

/** A map or list that nothing is left in goes, unless it is an item of a list. */
export function moveEntry(
  text: string,
  from: Place,
  { parent, index }: Destination,
): readonly TextChange[] {
  const way = findWay(readOutline(text), from)
  const step = way.steps.at(-1)
  if (!step || way.lacking.length > 0) {
    throw new EditRefused('PLACE_NOT_FOUND', from)
  }
  if (isWithin(parent, from)) throw new EditRefused('MOVE_INTO_ITSELF', from)
  if (step.in.isUnusual) throw new EditRefused('LAYOUT_NOT_FOLLOWED', from)
  const source = from.slice(0, -1)
  const isSameParent = isWithin(source, parent) && isWithin(parent, source)
  const at = step.in.entries.indexOf(step.entry)
  if (isSameParent && index === at) return []
  const removal = removeValue(text, from, { keepEmpty: true })
  refuseLostComment(text, from, step, removal)
  const material = movedMaterial(text, step.in, step.entry)
  const value = plainOf(step.entry.spot)
  const target = afterRemoval(parent, from)
  if (!isSameParent && material.key !== null) {
    const key = [...parent, material.key]
    refuseExisting(findWay(readOutline(text), key).lacking, key)
  }
  return editInTurn(text, [
    () => removal,
    (before) => insertMoved(before, target, index, material, value),
    (before) => {
      if (isSameParent) return []
      return removeEmptied(before, afterInsertion(source, target, index))
    },
  ])
}

function insertMoved(
  text: string,
  parent: Place,
  index: number,
  material: Material,
  value: Plain,
): readonly TextChange[] {
  const outline = readOutline(text)
  const indexIn = ({ entries }: CollectionSpot) =>
    Math.max(0, Math.min(index, entries.length))
  const changes = insertMaterial(outline, parent, material, indexIn)
  const { key } = material
  return checkEdit(outline, parent, changes, (tree) =>
    key === null
      ? changeAt(tree, parent, (list) => withItem(list, index, value))
      : changeAt(tree, [...parent, key], () => value),
  )
}

function removeEmptied(text: string, place: Place): readonly TextChange[] {
  const { spot, steps } = findWay(readOutline(text), place)
  const isEmpty =
    spot !== null && 'entries' in spot && spot.entries.length === 0
  return isEmpty && steps.at(-1)?.in.kind === 'map'
    ? removeValue(text, place)
    : []
}

/** Where a place is once an item of a list before it is gone. */
function afterRemoval(place: Place, gone: Place): Place {
  return shifted(place, gone.slice(0, -1), (at) => {
    const index = gone.at(-1)
    return typeof index === 'number' && at > index ? at - 1 : at
  })
}

/** Where a place is once an item of a list before it has come. */
function afterInsertion(place: Place, list: Place, index: number): Place {
  return shifted(place, list, (at) => (at >= index ? at + 1 : at))
}

function shifted(
  place: Place,
  list: Place,
  shift: (index: number) => number,
): Place {
  const at = place[list.length]
  return typeof at === 'number' && isWithin(place, list)
    ? [...list, shift(at), ...place.slice(list.length + 1)]
    : place
}

/** Between braces, comments are not moved along. */
function refuseLostComment(
  text: string,
  place: Place,
  { in: { isFlow }, entry }: Way['steps'][number],
  removal: readonly TextChange[],
): void {
  if (!isFlow) return
  for (const { from, to } of removal) {
    const before = text.slice(from, Math.min(to, entry.from))
    const behind = text.slice(Math.max(from, endOf(entry)), to)
    if ((before + behind).includes('#')) {
      throw new EditRefused('COMMENT_WITHOUT_ROOM', place)
    }
  }
}
