/** Places of two runs side by side, and by how many each body moved. */
import {
  exactText,
  parseExact,
  type ShownPlace,
  type ShownResult,
} from '../../engine/index.js'

export type Standing =
  | {
      readonly kind: 'placed'
      readonly place: number
      /** The compared figure, as decimal text; null where it is withheld. */
      readonly value: string | null
      /** null where the ranking has no groups. */
      readonly group: Readonly<Record<string, string>> | null
    }
  | {
      readonly kind: 'left-out'
      readonly reason: string
      readonly rule: string | null
    }

export interface RankingComparison {
  readonly ranking: string
  /** In the order of the second run's places, then of the first's. */
  readonly places: readonly PlaceComparison[]
}

export interface PlaceComparison {
  readonly id: string
  /** null where the run does not have the body, or not the ranking. */
  readonly a: Standing | null
  readonly b: Standing | null
  /** Places gained (lost: negative); null unless both runs place the body, in one group. */
  readonly movedBy: number | null
}

export function compareRankings(
  a: ShownResult,
  b: ShownResult,
): readonly RankingComparison[] {
  const names = new Set([
    ...Object.keys(a.rankings),
    ...Object.keys(b.rankings),
  ])
  return [...names].map((ranking) => {
    const [before, after] = [standingsOf(a, ranking), standingsOf(b, ranking)]
    const ids = new Set([...after.keys(), ...before.keys()])
    const places = [...ids].map((id) =>
      placeOf(id, before.get(id) ?? null, after.get(id) ?? null),
    )
    return { ranking, places: places.sort(byPlace) }
  })
}

function standingsOf(
  { rankings, leftOutOfRankings }: ShownResult,
  ranking: string,
): ReadonlyMap<string, Standing> {
  const placed = (rankings[ranking] ?? []).map(
    (place) => [place.id, placing(place)] as const,
  )
  const leftOut = (leftOutOfRankings[ranking] ?? []).map(
    ({ id, reason, rule }) => [id, { kind: 'left-out', reason, rule }] as const,
  )
  return new Map<string, Standing>([...leftOut, ...placed])
}

function placing({ place, value, group }: ShownPlace): Standing {
  const text = value === null ? null : exactText(parseExact(String(value)))
  return { kind: 'placed', place, value: text, group: group ?? null }
}

function placeOf(
  id: string,
  a: Standing | null,
  b: Standing | null,
): PlaceComparison {
  const areBoth = a?.kind === 'placed' && b?.kind === 'placed'
  const movedBy =
    areBoth && sameGroup(a.group, b.group) ? a.place - b.place : null
  return { id, a, b, movedBy }
}

type Group = Readonly<Record<string, string>> | null

function sameGroup(a: Group, b: Group): boolean {
  const text = (group: Group) =>
    JSON.stringify(Object.entries(group ?? {}).sort())
  return text(a) === text(b)
}

function byPlace(one: PlaceComparison, other: PlaceComparison): number {
  return (
    numberOf(one.b) - numberOf(other.b) ||
    numberOf(one.a) - numberOf(other.a) ||
    (one.id < other.id ? -1 : 1)
  )
}

/** Whoever has no place comes last. */
function numberOf(standing: Standing | null): number {
  return standing?.kind === 'placed' ? standing.place : Number.MAX_SAFE_INTEGER
}
