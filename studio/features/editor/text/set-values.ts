/** Replaces many values, or adds them where they lack, in one reading of the text. */
import { checkEdit } from './check-edit.js'
import { composeChanges, editInTurn } from './compose-changes.js'
import { EditRefused } from './edit-refused.js'
import { indentStep } from './layout/indent-step.js'
import { findWay, refuseSharedWithin } from './outline/find-spot.js'
import type { Outline } from './outline/outline.js'
import { readOutline } from './outline/read-outline.js'
import { placeKey, type Place } from './place.js'
import { changeAt } from './plain-edits.js'
import { plainOf } from './read-file.js'
import { setValue } from './set-value.js'
import { applyChanges, type TextChange } from './text-change.js'
import { insertMaterial } from './writing/insert-material.js'
import { newPair } from './writing/material.js'
import { rewriteValue } from './writing/rewrite-value.js'
import { isSameWritten, type Written } from './written.js'

export interface Setting {
  readonly place: Place
  readonly value: Written
}

/** @param settings - of places none of which is within another */
export function setValues(
  text: string,
  settings: readonly Setting[],
): readonly TextChange[] {
  const [first] = settings
  if (!first) return []
  if (settings.length === 1) return setValue(text, first.place, first.value)
  const { now, later } = separated(readOutline(text), settings)
  const changes = setTogether(text, now)
  const after = applyChanges(text, changes)
  return composeChanges(changes, setValues(after, later))
}

/** Of the keys that a map lacks one is added at a time: they would come to the same place. */
function separated(outline: Outline, settings: readonly Setting[]) {
  const growing = new Set<string>()
  const now: Setting[] = []
  const later: Setting[] = []
  for (const setting of settings) {
    const { lacking } = findWay(outline, setting.place)
    const parent = placeKey(setting.place.slice(0, -1))
    const isNext = lacking.length === 0 || !growing.has(parent)
    if (lacking.length > 0) growing.add(parent)
    if (isNext) now.push(setting)
    else later.push(setting)
  }
  return { now, later }
}

function setTogether(
  text: string,
  settings: readonly Setting[],
): readonly TextChange[] {
  const outline = readOutline(text)
  const changes = settings
    .flatMap((setting) => changesOf(outline, setting))
    .sort((one, other) => one.from - other.from || one.to - other.to)
  const [first] = settings
  try {
    return checkEdit(outline, first?.place ?? [], changes, (tree) =>
      settings.reduce<Written>(
        (all, { place, value }) => changeAt(all, place, () => value),
        tree,
      ),
    )
  } catch (error) {
    const isOurs = error instanceof EditRefused
    if (!isOurs || error.code !== 'LAYOUT_NOT_FOLLOWED') throw error
    // What cannot be written together may be one after the other.
    return editInTurn(
      text,
      settings.map(
        ({ place, value }) =>
          (before) =>
            setValue(before, place, value),
      ),
    )
  }
}

function changesOf(
  outline: Outline,
  { place, value }: Setting,
): readonly TextChange[] {
  const way = findWay(outline, place)
  const { spot, lacking } = way
  if (lacking.length === 0 && spot) {
    if (isSameWritten(plainOf(spot), value)) return []
    refuseSharedWithin(spot, place)
    return rewriteValue(outline, place, way, spot, value)
  }
  const key = place.at(-1)
  if (typeof key !== 'string') throw new EditRefused('PLACE_NOT_FOUND', place)
  const pair = newPair(key, value, indentStep(outline))
  return insertMaterial(outline, place.slice(0, -1), pair)
}
