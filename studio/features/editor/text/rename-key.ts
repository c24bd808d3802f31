/** Gives a key another name; what refers to it elsewhere stays as it is. */
import { checkEdit } from './check-edit.js'
import { EditRefused } from './edit-refused.js'
import { entriesAt, findWay, isInFlow } from './outline/find-spot.js'
import type { ScalarStyle } from './outline/outline.js'
import { readOutline } from './outline/read-outline.js'
import type { Place } from './place.js'
import { changeAt } from './plain-edits.js'
import type { TextChange } from './text-change.js'
import { quoteKey } from './writing/quote-text.js'
import type { Written } from './written.js'

export function renameKey(
  text: string,
  place: Place,
  key: string,
): readonly TextChange[] {
  const outline = readOutline(text)
  const way = findWay(outline, place)
  const step = way.steps.at(-1)
  if (!step || way.lacking.length > 0 || step.in.kind !== 'map') {
    throw new EditRefused('PLACE_NOT_FOUND', place)
  }
  const { entry } = step
  if (entry.key === key) return []
  const renamed = [...place.slice(0, -1), key]
  if (entriesAt(step.in, key).length > 0) {
    throw new EditRefused('KEY_EXISTS', renamed)
  }
  if (step.in.isUnusual) throw new EditRefused('LAYOUT_NOT_FOLLOWED', place)
  const { from, keyTo: to } = entry
  const surroundings = isInFlow(way) ? 'flow' : 'block'
  const insert = quoteKey(key, surroundings, STYLES[text[from] ?? ''])
  return checkEdit(outline, place, [{ from, to, insert }], (tree) => {
    let value: Written | undefined
    const without = changeAt(tree, place, (old) => {
      value = old
      return undefined
    })
    return changeAt(without, renamed, () => value)
  })
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  '"': 'double',
  "'": 'single',
}
