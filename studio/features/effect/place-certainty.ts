/** Which places hold when the weights vary, and which are a toss-up. */
import type { PlaceInterval } from './effect-answer.js'

export type Certainty = 'certain' | 'open' | 'toss-up'

/** Shares of all draws. */
const CERTAIN = 0.95
const TOSS_UP = 0.5

/** null where the body has no place. */
export function certaintyOf({ keeps }: PlaceInterval): Certainty | null {
  if (keeps === null) return null
  if (keeps >= CERTAIN) return 'certain'
  return keeps < TOSS_UP ? 'toss-up' : 'open'
}

export function countCertainty(
  bodies: readonly PlaceInterval[],
  certainty: Certainty,
): number {
  return bodies.filter((each) => certaintyOf(each) === certainty).length
}

export interface Bar {
  /** Per cent of the width. */
  readonly start: number
  readonly width: number
  /** Where the place itself lies; null without one. */
  readonly place: number | null
}

/** An interval of places as a bar: the first place is on the left. */
export function barOf(
  { place, least, most }: PlaceInterval,
  places: number,
): Bar | null {
  if (least === null || most === null) return null
  const share = 100 / Math.max(1, places)
  return {
    start: (least - 1) * share,
    width: (most - least + 1) * share,
    place: place === null ? null : (place - 0.5) * share,
  }
}
