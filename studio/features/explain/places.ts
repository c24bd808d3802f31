/** The places of a body in the rankings of a run, and who stands beside it. */
import type { ScoreAnswer } from '../../api/answers.js'

export interface BodyPlace {
  readonly ranking: string
  readonly place: number
  /** How many have a place beside it. */
  readonly among: number
  /** Attribute -> value of the group in which it is placed; null without groups. */
  readonly group: Readonly<Record<string, string>> | null
  /** Who stands next above and below; null at the ends. */
  readonly above: string | null
  readonly below: string | null
}

export interface BodyWithoutPlace {
  readonly ranking: string
  readonly reason: string
  readonly citation: string | null
}

export function placesOf(
  { rankings }: Pick<ScoreAnswer, 'rankings'>,
  body: string,
): readonly BodyPlace[] {
  return Object.entries(rankings).flatMap(([ranking, entries]) => {
    const own = entries.find(({ id }) => id === body)
    if (!own) return []
    const beside = entries.filter((each) => sameGroup(each.group, own.group))
    const at = beside.indexOf(own)
    return {
      ranking,
      place: own.place,
      among: beside.length,
      group: own.group ?? null,
      above: beside[at - 1]?.id ?? null,
      below: beside[at + 1]?.id ?? null,
    }
  })
}

export function withoutPlaceOf(
  { leftOutOfRankings }: Pick<ScoreAnswer, 'leftOutOfRankings'>,
  body: string,
): readonly BodyWithoutPlace[] {
  return Object.entries(leftOutOfRankings).flatMap(([ranking, entries]) =>
    entries
      .filter(({ id }) => id === body)
      .map(({ reason, citation }) => ({ ranking, reason, citation })),
  )
}

type Group = Readonly<Record<string, string>> | undefined

function sameGroup(one: Group, other: Group): boolean {
  const names = Object.keys({ ...one, ...other })
  return names.every((name) => one?.[name] === other?.[name])
}
