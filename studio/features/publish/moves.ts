/** Who moves in a ranking by a draft, as the server has computed it exactly. */
import type { components } from '../../api/openapi.js'

export type Effect = components['schemas']['PreviewedEffect']['effect']
type Compared = Extract<Effect, { kind: 'compared' }>
export type MovedRanking = Compared['rankings'][number]
type Place = MovedRanking['bodies'][number]['before']

export interface Move {
  readonly body: string
  readonly before: Place
  readonly after: Place
  /** Places gained, lost where it is negative; null where one of the two has no place. */
  readonly gained: number | null
}

/** Every body, those that move farthest first; whoever enters or leaves the ranking before all others. */
export function movesOf({ bodies }: MovedRanking): readonly Move[] {
  return bodies
    .map(({ body, before, after }) => ({
      ...{ body, before, after },
      gained: before && after ? before.place - after.place : null,
    }))
    .sort(
      (one, other) =>
        distance(other) - distance(one) ||
        (one.after?.place ?? Infinity) - (other.after?.place ?? Infinity),
    )
}

/** Whether anything of a body's place or value is another. */
export function isMoved({ before, after }: Move): boolean {
  return before?.place !== after?.place || before?.value !== after?.value
}

function distance({ before, after, gained }: Move): number {
  if (gained !== null) return Math.abs(gained)
  return before === after ? -1 : Infinity
}
