/**
 * What a new text changes in the newest ranking: the data of the last run,
 * scored by it, beside the results of then. Neither names of bodies nor values
 * of data stand in it.
 */
import type {
  DataProblem,
  Methodology,
  ScoreResult,
  ShownBody,
  ShownPlace,
  ShownResult,
  Sight,
} from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { scoreUnder } from '../history/replay.js'
import { Refusal } from '../refusal.js'
import { getRunResult, newestRun, type StoredRun } from '../repository/runs.js'
import { databaseTexts } from '../runs/database-texts.js'
import { methodologyOf } from '../runs/run-sight.js'
import { getRunRecord } from '../runs/run-surroundings.js'
import { getStoredData } from '../runs/stored-data.js'
import { getStoredRegister } from '../runs/stored-register.js'
import { ServiceRefusal } from '../service-refusal.js'
import {
  isEffectWithheld,
  showEffect,
  showObstacles,
  type BothRules,
} from './effect-sight.js'

export type Effect =
  /** The methodology has no stored run. */
  | { readonly kind: 'no-run' }
  /** The data of the run cannot be scored by the text. */
  | ({ readonly kind: 'not-comparable' } & ComparedRun & {
        readonly because: readonly Obstacle[]
      })
  | ({ readonly kind: 'compared' } & ComparedRun & {
        readonly rankings: readonly RankingEffect[]
        /** Bodies that were not scored then, or are not now. */
        readonly notScored: readonly ChangedStatus[]
      })

interface ComparedRun {
  readonly run: string
  readonly version: string
  readonly year: number
  /** Null where it is withheld. */
  readonly dataSet: string | null
}

/** The value itself may be restricted, and is not told. */
interface Obstacle {
  readonly code: string
  readonly body: string | null
  readonly row: string | null
  readonly column: string | null
}

interface RankingEffect {
  readonly ranking: string
  /** In the order of the new places; those without one last. */
  readonly bodies: readonly MovedBody[]
}

interface MovedBody {
  readonly body: string
  readonly before: Place | null
  readonly after: Place | null
}

type Place = Omit<ShownPlace, 'id'>

interface ChangedStatus {
  readonly body: string
  readonly before: ShownBody['status'] | null
  readonly after: ShownBody['status'] | null
}

const MOST_OBSTACLES = 100

/** @throws ServiceRefusal `TEXT_DAMAGED` */
export async function effectOnRanking(
  database: Database,
  methodology: Methodology,
  sight: Sight,
): Promise<Effect> {
  const run = await newestRun(database, methodology.id)
  if (!run) return { kind: 'no-run' }
  const { id, version, year } = run
  const rules: BothRules = {
    before: await methodologyOf(database, run.methodologySha256),
    after: methodology,
  }
  const dataSet = isEffectWithheld(rules, sight) ? null : run.dataSet
  const compared = { run: id, version, year, dataSet }
  const scored = await scoreAgain(database, run, rules, sight)
  if ('because' in scored) {
    const { because } = scored
    return { kind: 'not-comparable', ...compared, because }
  }
  // Its shape was checked when the run was read for scoring it again.
  const then = JSON.parse(await getRunResult(database, id)) as ScoreResult
  const results = { before: then, after: scored.result }
  const shown = showEffect(rules, results, sight)
  const { before, after, hides, tellsStatus } = shown
  return {
    kind: 'compared',
    ...compared,
    rankings: rankingEffects(before, after).filter(
      ({ ranking }) => !hides(ranking),
    ),
    notScored: tellsStatus ? changedStatuses(before, after) : [],
  }
}

async function scoreAgain(
  database: Database,
  run: StoredRun,
  rules: BothRules,
  sight: Sight,
): Promise<
  { readonly result: ScoreResult } | { readonly because: readonly Obstacle[] }
> {
  const { after: methodology } = rules
  try {
    const record = await getRunRecord(database, run.id)
    const { read } = await getStoredData(database, run.dataSet)
    const { register: use } = methodology
    const sameRegister =
      use && record.register?.id === use.id ? record.register.sha256 : undefined
    const register = await getStoredRegister(
      database,
      methodology,
      sameRegister,
    )
    const { result, problems } = await scoreUnder(
      methodology,
      record,
      databaseTexts(database),
      read,
      register,
    )
    if (result) return { result }
    const told = showObstacles(problems.slice(0, MOST_OBSTACLES), rules, sight)
    return { because: told.map(obstacle) }
  } catch (error) {
    if (error instanceof ServiceRefusal && error.code === 'TEXT_DAMAGED') {
      throw error
    }
    if (!(error instanceof Refusal)) throw error
    const code =
      error instanceof ServiceRefusal ? error.code : 'SURROUNDINGS_DO_NOT_FIT'
    return { because: [{ code, body: null, row: null, column: null }] }
  }
}

function obstacle({ code, body, row, column }: DataProblem): Obstacle {
  return { code, body, row, column }
}

function rankingEffects(
  before: ShownResult,
  after: ShownResult,
): readonly RankingEffect[] {
  const names = [
    ...new Set([
      ...Object.keys(after.rankings),
      ...Object.keys(before.rankings),
    ]),
  ]
  return names.map((ranking) => ({
    ranking,
    bodies: movedBodies(
      before.rankings[ranking] ?? [],
      after.rankings[ranking] ?? [],
    ),
  }))
}

function movedBodies(
  before: readonly ShownPlace[],
  after: readonly ShownPlace[],
): readonly MovedBody[] {
  const were = new Map(before.map((place) => [place.id, place]))
  const are = new Map(after.map((place) => [place.id, place]))
  const gone = before.filter(({ id }) => !are.has(id))
  return [...after, ...gone].map(({ id }) => ({
    body: id,
    before: placeOf(were.get(id)),
    after: placeOf(are.get(id)),
  }))
}

function placeOf(result: ShownPlace | undefined): Place | null {
  if (!result) return null
  const { place, group, value } = result
  return { place, ...(group ? { group } : {}), value }
}

function changedStatuses(
  before: ShownResult,
  after: ShownResult,
): readonly ChangedStatus[] {
  const were = statuses(before)
  const are = statuses(after)
  return [...new Set([...were.keys(), ...are.keys()])]
    .sort()
    .map((body) => ({
      body,
      before: were.get(body) ?? null,
      after: are.get(body) ?? null,
    }))
    .filter(({ before, after }) => [before, after].some(isTold))
}

/** Whether a body is scored may be withheld. */
function isTold(status: ShownBody['status'] | null): boolean {
  return status !== 'scored' && status !== 'restricted'
}

function statuses({
  results,
}: ShownResult): ReadonlyMap<string, ShownBody['status']> {
  return new Map(results.map(({ id, status }) => [id, status]))
}
