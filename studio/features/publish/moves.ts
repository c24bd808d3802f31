/** Who moves in a ranking by a draft, as the server has computed it exactly. */
import type { components } from '../../api/openapi.js'
import { compareMoves, placesGained, type Move } from '../../bodies/moves.js'

export type Effect = components['schemas']['PreviewedEffect']['effect']
type Compared = Extract<Effect, { kind: 'compared' }>
export type MovedRanking = Compared['rankings'][number]
type Place = MovedRanking['bodies'][number]['before']

export interface BodyMove extends Move {
  readonly body: string
  readonly before: Place
  readonly after: Place
}

/** Every body, those that move farthest first; whoever enters or leaves the ranking before all others. */
export function movesOf({ bodies }: MovedRanking): readonly BodyMove[] {
  return bodies
    .map(({ body, before, after }) => ({
      ...{ body, before, after },
      gained: placesGained(before, after),
      isPlaced: before !== null || after !== null,
    }))
    .sort(
      (one, other) =>
        compareMoves(one, other) ||
        (one.after?.place ?? Infinity) - (other.after?.place ?? Infinity),
    )
}

/** Whether anything of a body's place or value is another. */
export function isMoved({ before, after }: BodyMove): boolean {
  return before?.place !== after?.place || before?.value !== after?.value
}
