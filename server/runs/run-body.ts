/** What a stored run says of one body: its figures, and its place in each ranking. */
import type { ShownResult, Sight } from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { ServiceRefusal } from '../service-refusal.js'
import { shownRunResult } from './run-sight.js'

type Placed = ShownResult['rankings'][string][number]

export interface RunBody {
  readonly body: ShownResult['results'][number]
  /** Of the rankings that place it. */
  readonly places: readonly BodyPlace[]
}

export interface BodyPlace extends Pick<Placed, 'place' | 'group'> {
  readonly ranking: string
  /** How many have a place there; in its group, where there are groups. */
  readonly among: number
}

/** @throws ServiceRefusal `RUN_UNKNOWN`, `BODY_UNKNOWN` */
export async function runBody(
  database: Database,
  id: string,
  body: string,
  sight: Sight,
): Promise<RunBody> {
  const text = await shownRunResult(database, id, sight)
  const { results, rankings } = JSON.parse(text) as ShownResult
  const name = body.normalize('NFC')
  const found = results.find((each) => each.id === name)
  if (!found) {
    throw new ServiceRefusal('BODY_UNKNOWN', [
      `The run ${id} has no body "${name}".`,
    ])
  }
  const places = Object.entries(rankings).flatMap(([ranking, placed]) => {
    const own = placed.find((each) => each.id === name)
    return own ? [placeOf(ranking, placed, own)] : []
  })
  return { body: found, places }
}

function placeOf(
  ranking: string,
  placed: readonly Placed[],
  { place, group }: Placed,
): BodyPlace {
  const inGroup = placed.filter((each) => isSameGroup(each.group, group))
  return {
    ...{ ranking, place, among: inGroup.length },
    ...(group ? { group } : {}),
  }
}

type Group = Placed['group']

function isSameGroup(one: Group, other: Group): boolean {
  const names = Object.keys({ ...one, ...other })
  return names.every((name) => one?.[name] === other?.[name])
}
