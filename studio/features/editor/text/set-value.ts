/** Replaces the value of a place, or adds it where it lacks. */
import { addToList } from './add-to-list.js'
import { checkEdit } from './check-edit.js'
import { editInTurn } from './compose-changes.js'
import { EditRefused } from './edit-refused.js'
import { indentStep } from './layout/indent-step.js'
import { findWay, refuseSharedWithin } from './outline/find-spot.js'
import type { CollectionSpot } from './outline/outline.js'
import { readOutline } from './outline/read-outline.js'
import type { Place } from './place.js'
import { changeAt } from './plain-edits.js'
import { plainOf } from './read-file.js'
import { removeValue } from './remove-value.js'
import type { TextChange, TextEdit } from './text-change.js'
import { insertMaterial } from './writing/insert-material.js'
import { isScalar } from './writing/lay-out.js'
import { newPair } from './writing/material.js'
import { rewriteValue } from './writing/rewrite-value.js'
import {
  isList,
  isSameWritten,
  type Written,
  type WrittenMap,
} from './written.js'

/**
 * A key that lacks is added at the end of its map, an item at the end of its
 * list, and maps above it are made where they lack. What stays the same in a map
 * or a list is not touched.
 */
export function setValue(
  text: string,
  place: Place,
  value: Written,
): readonly TextChange[] {
  const outline = readOutline(text)
  const way = findWay(outline, place)
  const { spot, lacking } = way
  if (lacking.length > 0 || !spot) return addValue(text, place, value)
  if (isSameWritten(plainOf(spot), value)) return []
  const parts =
    spot.kind === 'map' || spot.kind === 'list'
      ? partsOf(place, spot, value)
      : null
  if (parts) return editInTurn(text, parts)
  refuseSharedWithin(spot, place)
  const changes = rewriteValue(outline, place, way, spot, value)
  return checkEdit(outline, place, changes, (tree) =>
    changeAt(tree, place, () => value),
  )
}

function addValue(
  text: string,
  place: Place,
  value: Written,
): readonly TextChange[] {
  const outline = readOutline(text)
  const parent = place.slice(0, -1)
  const key = place.at(-1)
  if (key === undefined) throw new EditRefused('LAYOUT_NOT_FOLLOWED', place)
  if (typeof key === 'number') return addToList(text, parent, value, key)
  const material = newPair(key, value, indentStep(outline))
  const changes = insertMaterial(outline, parent, material)
  return checkEdit(outline, place, changes, (tree) =>
    changeAt(tree, place, () => value),
  )
}

/** The edits that make one map or list of another; null where they have nothing in common. */
function partsOf(
  place: Place,
  spot: CollectionSpot,
  value: Written,
): readonly TextEdit[] | null {
  if (isScalar(value) || Object.keys(value).length === 0) return null
  if (spot.entries.length === 0 || spot.isUnusual) return null
  if (isList(value)) {
    const items = spot.entries.map((each) => plainOf(each.spot))
    return spot.kind === 'list' ? editsOfList(place, items, value) : null
  }
  return spot.kind === 'map' ? editsOfMap(place, spot, value) : null
}

function editsOfMap(
  place: Place,
  { entries }: CollectionSpot,
  value: WrittenMap,
): readonly TextEdit[] | null {
  const gone = entries.filter(({ key }) => !Object.hasOwn(value, key))
  if (gone.length === entries.length) return null
  const removals = gone.map(
    ({ key }): TextEdit =>
      (text) =>
        removeValue(text, [...place, key], { keepEmpty: true }),
  )
  const settings = Object.entries(value).map(
    ([key, each]): TextEdit =>
      (text) =>
        setValue(text, [...place, key], each),
  )
  return [...removals, ...settings]
}

/** What the beginning and the end have in common stays where it is. */
function editsOfList(
  place: Place,
  items: readonly Written[],
  value: readonly Written[],
): readonly TextEdit[] | null {
  const shorter = Math.min(items.length, value.length)
  const isSame = (one: number, other: number) => {
    const [mine, theirs] = [items[one], value[other]]
    return (
      mine !== undefined && theirs !== undefined && isSameWritten(mine, theirs)
    )
  }
  let start = 0
  while (start < shorter && isSame(start, start)) start += 1
  let end = 0
  while (
    end < shorter - start &&
    isSame(items.length - 1 - end, value.length - 1 - end)
  )
    end += 1
  const edits: TextEdit[] = []
  const old = items.length - end
  const wanted = value.slice(start, value.length - end)
  wanted.forEach((each, offset) => {
    const index = start + offset
    edits.push((text) =>
      index < old
        ? setValue(text, [...place, index], each)
        : addToList(text, place, each, index),
    )
  })
  for (let index = old - 1; index >= start + wanted.length; index -= 1) {
    edits.push((text) =>
      removeValue(text, [...place, index], { keepEmpty: true }),
    )
  }
  return edits
}
