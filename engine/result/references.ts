/** What a run looked at beside its data, named by year and hash. */
import type { Dataset } from '../data/dataset.js'
import type { Surroundings } from '../evaluation/surroundings.js'
import type { KnownRun, RunReference } from '../history/known-run.js'
import type { DataReference, ScoreResult } from './score-result.js'

/** The year before by itself; with several years a list of all of them as well. */
export function earlierReferences(
  { earlier }: Surroundings,
  year: number,
): Pick<ScoreResult['data'], 'previous' | 'earlier'> {
  const previous = earlier.get(year - 1)
  const others = [...earlier].filter(([of]) => of !== year - 1)
  const list = [...earlier]
    .sort(([a], [b]) => b - a)
    .map(([of, data]) => ({ year: of, ...dataReference(data) }))
  return {
    ...(previous ? { previous: dataReference(previous) } : {}),
    ...(others.length > 0 ? { earlier: list } : {}),
  }
}

function dataReference({ sha256, broken }: Dataset): DataReference {
  if (broken.size === 0) return { sha256 }
  return { sha256, leftOut: [...broken].sort() }
}

export function runReferences({
  history,
  others,
}: Surroundings): Pick<ScoreResult, 'history' | 'from'> {
  const earlier = [...history.values()]
    .sort((a, b) => b.year - a.year)
    .map(runReference)
  const from = [...others.values()]
    .sort((a, b) => (a.methodology < b.methodology ? -1 : 1))
    .map(runReference)
  return {
    ...(earlier.length > 0 ? { history: earlier } : {}),
    ...(from.length > 0 ? { from } : {}),
  }
}

export function runReference(run: KnownRun): RunReference {
  const { methodology, version, year, sha256 } = run
  return { methodology, version, year, sha256 }
}
