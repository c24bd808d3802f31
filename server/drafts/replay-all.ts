/** Stored runs of a methodology, computed again: a publication needs every one of them identical. */
import { setImmediate } from 'node:timers/promises'

import type { Database } from '../database/tables.js'
import { listRunIds } from '../repository/runs.js'
import { replayRun } from '../runs/replay-run.js'
import { ServiceRefusal } from '../service-refusal.js'

/** Runs that are named; the rest is counted. */
const MOST_NAMED = 100

/**
 * @param known - runs that have been found identical, and are not computed again
 * @returns all runs of the methodology
 * @throws ServiceRefusal `RUNS_DIFFER`
 */
export async function replayAll(
  database: Database,
  methodology: string,
  known: ReadonlySet<string> = new Set(),
): Promise<ReadonlySet<string>> {
  const all = await listRunIds(database, methodology)
  const differing: string[] = []
  for (const id of all) {
    if (known.has(id)) continue
    if (!(await isIdentical(database, id))) differing.push(id)
    // Others are answered between two runs.
    await setImmediate()
  }
  if (differing.length === 0) return new Set(all)
  const runs = differing.slice(0, MOST_NAMED)
  throw new ServiceRefusal(
    'RUNS_DIFFER',
    [
      `${differing.length} of ${all.length} stored runs of "${methodology}" do not come out the same when they are computed again: ${runs.join(', ')}.`,
    ],
    [],
    { runs },
  )
}

/** A run that cannot be read or computed any more is not identical either. */
async function isIdentical(database: Database, id: string): Promise<boolean> {
  try {
    const { kind } = await replayRun(database, id)
    return kind === 'identical'
  } catch {
    return false
  }
}
