/** A key with another name, and every place that speaks of it. */
import { withName, type Reference } from '../file/references.js'
import type { Place } from '../text/place.js'
import { renameKey } from '../text/rename-key.js'
import { setValue } from '../text/set-value.js'
import type { TextEdit } from '../text/text-change.js'

/** @param references - of what the key declares, as the file has them before */
export function renameEdits(
  place: Place,
  name: string,
  references: readonly Reference[],
): readonly TextEdit[] {
  const old = String(place.at(-1))
  const texts = references.filter(({ kind }) => kind === 'text')
  // Deeper keys first: a key above that is renamed would move them.
  const keys = references
    .filter(({ kind }) => kind === 'key')
    .sort((a, b) => b.path.length - a.path.length)
  return [
    ...texts.map(
      ({ path, text }): TextEdit =>
        (each) =>
          setValue(each, path, withName(text, old, name)),
    ),
    ...keys.map(
      ({ path }): TextEdit =>
        (each) =>
          renameKey(each, path, name),
    ),
    (each) => renameKey(each, place, name),
  ]
}
