/**
 * Two stored runs side by side: what they were computed from, and what became of
 * it. What is withheld of either is named, and not compared.
 */
import type { ScoreResult, Sight } from '../../engine/index.js'
import type { Database } from '../database/tables.js'
import { basedOn } from '../receipts/receipt.js'
import { compareBodies, type BodiesComparison } from './compare-bodies.js'
import { compareRankings, type RankingComparison } from './compare-rankings.js'
import {
  withheldOf,
  type ShownSide,
  type WithheldComparison,
} from './compare-sight.js'
import { showRunResult, shownRun, type ShownRun } from './run-sight.js'
import { getWholeRun } from './whole-result.js'

export const COMPARED_INPUTS = [
  'methodology',
  'version',
  'rules',
  'year',
  'data',
  'register',
  'based on',
  'engine',
] as const

export interface InputComparison {
  readonly what: (typeof COMPARED_INPUTS)[number]
  /** null for none. */
  readonly a: string | null
  readonly b: string | null
}

export interface RunComparison {
  readonly a: ShownRun
  readonly b: ShownRun
  /** True where results and rankings have one hash; null where that is withheld. */
  readonly isSame: boolean | null
  /** What the runs were computed from, where it differs. */
  readonly inputs: readonly InputComparison[]
  readonly rankings: readonly RankingComparison[]
  readonly bodies: BodiesComparison
  /** Only where something is withheld. */
  readonly restricted?: WithheldComparison
}

/** @throws ServiceRefusal `RUN_UNKNOWN`, `RUN_DAMAGED` */
export async function compareRuns(
  database: Database,
  a: string,
  b: string,
  sight: Sight,
): Promise<RunComparison> {
  const before = await getSide(database, a, sight)
  const after = await getSide(database, b, sight)
  const restricted = withheldOf(before, after)
  const hides = (kind: keyof WithheldComparison, name: string) =>
    restricted?.[kind].some((each) => each === name) ?? false
  const bodies = compareBodies(before.result, after.result)
  return {
    a: before.stored,
    b: after.stored,
    isSame: restricted
      ? null
      : before.stored.resultSha256 === after.stored.resultSha256,
    inputs: COMPARED_INPUTS.filter((what) => !hides('inputs', what))
      .map((what) => ({
        what,
        a: inputOf(before, what),
        b: inputOf(after, what),
      }))
      .filter((each) => each.a !== each.b),
    rankings: compareRankings(before.result, after.result).filter(
      ({ ranking }) => !hides('rankings', ranking),
    ),
    bodies: {
      ...bodies,
      outputs: bodies.outputs.filter(({ output }) => !hides('outputs', output)),
    },
    ...(restricted ? { restricted } : {}),
  }
}

interface Side extends ShownSide {
  readonly whole: ScoreResult
}

async function getSide(
  database: Database,
  id: string,
  sight: Sight,
): Promise<Side> {
  const { stored, result: whole } = await getWholeRun(database, id)
  const result = await showRunResult(database, stored, whole, sight)
  return { stored: await shownRun(database, stored, sight), result, whole }
}

/** Hashes are those of the whole result: where they are withheld this is not asked. */
function inputOf(
  { stored, whole }: Side,
  what: InputComparison['what'],
): string | null {
  switch (what) {
    case 'methodology':
      return stored.methodology
    case 'version':
      return stored.version
    case 'rules':
      return stored.methodologySha256
    case 'year':
      return String(stored.year)
    case 'data':
      return whole.data.sha256
    case 'register':
      return stored.registerSha256
    case 'based on':
      return basedOn(whole).join(' ') || null
    case 'engine':
      return stored.engineVersion
  }
}
