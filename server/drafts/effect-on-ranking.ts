/**
 * What a new text changes in the newest ranking: the data of the last run,
 * scored by it, beside the results of then. Neither names of bodies nor values
 * of data stand in it.
 */
import type {
  BodyResult,
  DataProblem,
  Methodology,
  PlaceResult,
  ScoreResult,
} from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { scoreUnder } from '../history/replay.js'
import { Refusal } from '../refusal.js'
import { getRunResult, newestRun, type StoredRun } from '../repository/runs.js'
import { databaseTexts } from '../runs/database-texts.js'
import { getRunRecord } from '../runs/run-surroundings.js'
import { getStoredData } from '../runs/stored-data.js'
import { getStoredRegister } from '../runs/stored-register.js'
import { ServiceRefusal } from '../service-refusal.js'

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
  readonly dataSet: string
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

type Place = Omit<PlaceResult, 'id'>

interface ChangedStatus {
  readonly body: string
  readonly before: BodyResult['status'] | null
  readonly after: BodyResult['status'] | null
}

const MOST_OBSTACLES = 100

/** @throws ServiceRefusal `TEXT_DAMAGED` */
export async function effectOnRanking(
  database: Database,
  methodology: Methodology,
): Promise<Effect> {
  const run = await newestRun(database, methodology.id)
  if (!run) return { kind: 'no-run' }
  const { id, version, year, dataSet } = run
  const compared = { run: id, version, year, dataSet }
  const scored = await scoreAgain(database, run, methodology)
  if ('because' in scored) {
    return { kind: 'not-comparable', ...compared, because: scored.because }
  }
  // Its shape was checked when the run was read for scoring it again.
  const before = JSON.parse(await getRunResult(database, id)) as ScoreResult
  const after = scored.result
  return {
    kind: 'compared',
    ...compared,
    rankings: rankingEffects(before, after),
    notScored: changedStatuses(before, after),
  }
}

async function scoreAgain(
  database: Database,
  run: StoredRun,
  methodology: Methodology,
): Promise<
  { readonly result: ScoreResult } | { readonly because: readonly Obstacle[] }
> {
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
    return result
      ? { result }
      : { because: problems.slice(0, MOST_OBSTACLES).map(obstacle) }
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
  before: ScoreResult,
  after: ScoreResult,
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
  before: readonly PlaceResult[],
  after: readonly PlaceResult[],
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

function placeOf(result: PlaceResult | undefined): Place | null {
  if (!result) return null
  const { place, group, value } = result
  return { place, ...(group ? { group } : {}), value }
}

function changedStatuses(
  before: ScoreResult,
  after: ScoreResult,
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
    .filter(({ before: was, after: is }) => was !== 'scored' || is !== 'scored')
}

function statuses({
  results,
}: ScoreResult): ReadonlyMap<string, BodyResult['status']> {
  return new Map(results.map(({ id, status }) => [id, status]))
}
