/** Two sets of rankings held against each other, body by body. */
import { placesGained } from '../../bodies/moves.js'
import { isDecimal, subtractDecimals } from '../../decimal/exact-decimal.js'
import type { FileTitle } from '../../language/title-text.js'
import type { MovedBody, RankingEffect, Standing } from './effect-answer.js'

/** What one computation says of who stands where. */
export interface Standings {
  readonly rankings: readonly RankedBodies[]
  readonly names: ReadonlyMap<string, string | null>
}

export interface RankedBodies {
  readonly ranking: string
  readonly title: FileTitle
  readonly output: string
  /** Body -> where it stands. */
  readonly standings: ReadonlyMap<string, Standing>
  /** Body -> why it has no place; empty where that is not known. */
  readonly reasons: ReadonlyMap<string, string>
}

/** In the order of the rankings after; those that are no more behind. */
export function rankingEffects(
  before: Standings,
  after: Standings,
): readonly RankingEffect[] {
  const were = byName(before)
  const are = byName(after)
  const names = new Set([...are.keys(), ...were.keys()])
  return [...names].map((ranking) => {
    const [was, is] = [were.get(ranking), are.get(ranking)]
    return {
      ranking,
      title: is?.title ?? was?.title ?? null,
      output: is?.output ?? was?.output ?? '',
      bodies: movedBodies(was, is, [after.names, before.names]),
    }
  })
}

function byName({ rankings }: Standings): ReadonlyMap<string, RankedBodies> {
  return new Map(rankings.map((each) => [each.ranking, each]))
}

function movedBodies(
  was: RankedBodies | undefined,
  is: RankedBodies | undefined,
  names: readonly Standings['names'][],
): readonly MovedBody[] {
  const ids = new Set([...inOrder(is?.standings), ...inOrder(was?.standings)])
  return [...ids].map((id) => {
    const before = was?.standings.get(id) ?? null
    const after = is?.standings.get(id) ?? null
    return {
      id,
      name: names.map((each) => each.get(id)).find(Boolean) ?? null,
      before,
      after,
      gained: placesGained(before, after),
      difference: difference(before, after),
      reason: after ? null : (is?.reasons.get(id) ?? null),
    }
  })
}

function inOrder(
  standings: RankedBodies['standings'] = new Map<string, Standing>(),
): readonly string[] {
  return [...standings]
    .sort(
      ([one, { place }], [other, { place: second }]) =>
        place - second || (one < other ? -1 : 1),
    )
    .map(([id]) => id)
}

function difference(
  before: Standing | null,
  after: Standing | null,
): string | null {
  if (!before || !after || before.total === null || after.total === null)
    return null
  const areDecimal = isDecimal(after.total) && isDecimal(before.total)
  return areDecimal ? subtractDecimals(after.total, before.total) : null
}
