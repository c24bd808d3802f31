/** Two stored runs side by side: what they were computed from, and what became of it. */
import type { Database } from '../database/tables.js'
import { basedOn } from '../receipts/receipt.js'
import type { StoredRun } from '../repository/runs.js'
import { compareBodies, type BodiesComparison } from './compare-bodies.js'
import { compareRankings, type RankingComparison } from './compare-rankings.js'
import { getWholeRun, type WholeRun } from './whole-result.js'

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
  readonly a: StoredRun
  readonly b: StoredRun
  /** True where results and rankings have one hash. */
  readonly isSame: boolean
  /** What the runs were computed from, where it differs. */
  readonly inputs: readonly InputComparison[]
  readonly rankings: readonly RankingComparison[]
  readonly bodies: BodiesComparison
}

/** @throws ServiceRefusal `RUN_UNKNOWN`, `RUN_DAMAGED` */
export async function compareRuns(
  database: Database,
  a: string,
  b: string,
): Promise<RunComparison> {
  const [before, after] = [
    await getWholeRun(database, a),
    await getWholeRun(database, b),
  ]
  return {
    a: before.stored,
    b: after.stored,
    isSame: before.stored.resultSha256 === after.stored.resultSha256,
    inputs: compareInputs(before, after),
    rankings: compareRankings(before.result, after.result),
    bodies: compareBodies(before.result, after.result),
  }
}

function compareInputs(a: WholeRun, b: WholeRun): readonly InputComparison[] {
  return COMPARED_INPUTS.map((what) => ({
    what,
    a: inputOf(a, what),
    b: inputOf(b, what),
  })).filter((each) => each.a !== each.b)
}

function inputOf(
  { stored, result }: WholeRun,
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
      return result.data.sha256
    case 'register':
      return stored.registerSha256
    case 'based on':
      return basedOn(result).join(' ') || null
    case 'engine':
      return stored.engineVersion
  }
}
