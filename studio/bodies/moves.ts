/** How far bodies move between two rankings, in whichever form an answer tells it. */

export interface Move {
  /** Places gained, lost where it is negative; null where the two places cannot be held against each other. */
  readonly gained: number | null
  /** In one of the rankings at least. */
  readonly isPlaced: boolean
}

interface Placed {
  readonly place: number
}

/** null where one of the two has no place. */
export function placesGained(
  before: Placed | null,
  after: Placed | null,
): number | null {
  return before && after ? before.place - after.place : null
}

/** For `sort`: whoever enters or leaves first, then whoever moves farthest, last who is placed by neither. */
export function compareMoves(one: Move, other: Move): number {
  const [first, second] = [distanceOf(one), distanceOf(other)]
  return first === second ? 0 : second - first
}

function distanceOf({ gained, isPlaced }: Move): number {
  if (gained !== null) return Math.abs(gained)
  return isPlaced ? Infinity : -1
}
