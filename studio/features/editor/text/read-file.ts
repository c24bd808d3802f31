/** What a text says, and where it says it, for the forms that show it. */
import { entriesAt } from './outline/find-spot.js'
import type { Spot, SyntaxMistake } from './outline/outline.js'
import { readOutline } from './outline/read-outline.js'
import type { Place } from './place.js'
import type { Literal } from './written.js'

/**
 * What a file says: text as text, numbers, truth values and null as literals, so
 * that every digit stays. It can be written again as it is.
 */
export type Plain = string | Literal | readonly Plain[] | PlainMap

export interface PlainMap {
  readonly [key: string]: Plain
}

export interface ReadFile {
  /** As far as the text can be read; where a key stands twice, the first counts. */
  readonly tree: Plain
  readonly errors: readonly SyntaxMistake[]
  /** Of the value; null where there is no such place. */
  readonly rangeOf: (
    place: Place,
  ) => { readonly from: number; readonly to: number } | null
  /** The innermost place whose key or value stands at an offset. */
  readonly placeAt: (offset: number) => Place
}

export function readFile(text: string): ReadFile {
  const { root, errors } = readOutline(text)
  return {
    tree: root ? plainOf(root) : { literal: 'null' },
    errors,
    rangeOf: (place) => {
      let spot = root
      for (const step of place) {
        if (!spot || spot.kind === 'scalar' || spot.kind === 'alias')
          return null
        spot = entriesAt(spot, step)[0]?.spot ?? null
      }
      return spot && { from: spot.from, to: spot.to }
    },
    placeAt: (offset) => (root ? placeWithin(root, offset) : []),
  }
}

export function plainOf(spot: Spot): Plain {
  if (spot.kind === 'scalar' || spot.kind === 'alias') return spot.value
  if (spot.kind === 'list')
    return spot.entries.map((each) => plainOf(each.spot))
  const map = Object.create(null) as { [key: string]: Plain }
  for (const { key, spot: each } of spot.entries) map[key] ??= plainOf(each)
  return map
}

function placeWithin(spot: Spot, offset: number): Place {
  if (spot.kind === 'scalar' || spot.kind === 'alias') return []
  const entry = spot.entries.find(
    (each) =>
      each.from <= offset &&
      offset <= Math.max(each.spot.to, each.after ?? 0, each.keyTo),
  )
  return entry ? [entry.key, ...placeWithin(entry.spot, offset)] : []
}
