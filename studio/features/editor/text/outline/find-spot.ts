/** A place -> where it stands, or why it cannot be edited there. */
import { EditRefused } from '../edit-refused.js'
import type { Place } from '../place.js'
import type { CollectionSpot, Entry, Outline, Spot } from './outline.js'

/** The way to a place, as far as the text leads. */
export interface Way {
  /** From the root inwards: the collection and the entry of it that leads on. */
  readonly steps: readonly {
    readonly in: CollectionSpot
    readonly entry: Entry
  }[]
  /** Where the way ends; null in a text that says nothing. */
  readonly spot: Spot | null
  /** Steps of the place that the text lacks. */
  readonly lacking: Place
}

/** @throws EditRefused where the text does not parse or the place cannot be told */
export function findWay({ root, errors }: Outline, place: Place): Way {
  if (errors.length > 0) throw new EditRefused('TEXT_DOES_NOT_PARSE', place)
  const steps: Way['steps'][number][] = []
  let spot = root
  for (const [index, step] of place.entries()) {
    const lacking = place.slice(index)
    if (!spot || isNothing(spot)) return { steps, spot, lacking }
    refuseShared(spot, place)
    if (spot.kind === 'scalar' || spot.kind === 'alias') {
      throw new EditRefused('PLACE_IN_SCALAR', place.slice(0, index))
    }
    const found = entriesAt(spot, step)
    if (found.length > 1) {
      throw new EditRefused('KEY_TWICE', place.slice(0, index + 1))
    }
    const [entry] = found
    if (!entry) return { steps, spot, lacking }
    steps.push({ in: spot, entry })
    spot = entry.spot
  }
  if (spot) refuseShared(spot, place)
  return { steps, spot, lacking: [] }
}

export function entriesAt(
  { kind, entries }: CollectionSpot,
  step: string | number,
): readonly Entry[] {
  return kind === 'map'
    ? entries.filter(({ key }) => key === String(step))
    : entries.filter(({ key }) => key === step)
}

/** Not written, or written as null: room for a map or a list. */
export function isNothing(spot: Spot): boolean {
  return (
    spot.kind === 'scalar' &&
    !spot.isMarked &&
    typeof spot.value !== 'string' &&
    /^(?:~|null|Null|NULL)$/.test(spot.value.literal)
  )
}

/** Something on the way is in braces or brackets. */
export function isInFlow({ steps }: Way): boolean {
  return steps.some((each) => each.in.isFlow)
}

/** Refuses what cannot go from its place or be written anew without a loss. */
export function refuseSharedWithin(spot: Spot, place: Place): void {
  refuseShared(spot, place)
  if (spot.kind === 'scalar' || spot.kind === 'alias') return
  for (const { key, spot: inner } of spot.entries) {
    refuseSharedWithin(inner, [...place, key])
  }
}

function refuseShared(spot: Spot, place: Place): void {
  if (spot.isMarked) throw new EditRefused('PLACE_SHARED', place)
}
