/** What a body got in each year for which the methodology has been run. */
import type { BodyResult, StoredRun } from '../../api/answers.js'
import type { components } from '../../api/openapi.js'

export type RunBody = components['schemas']['RunBody']

export interface YearOfBody {
  readonly year: number
  readonly run: StoredRun
  /** null where the run does not have the body. */
  readonly body: BodyResult | null
  /** In the ranking that is followed; null where it has none. */
  readonly place: number | null
  readonly among: number | null
}

/** Years of which there is no run, one after another. */
export interface YearsWithoutRun {
  readonly year: number
  readonly to: number
  readonly run: null
}

export type HistoryYear = YearOfBody | YearsWithoutRun

/** The newest run of each year, the earliest year first. */
export function newestOfYears(
  runs: readonly StoredRun[],
): readonly StoredRun[] {
  const newest = new Map<number, StoredRun>()
  for (const run of runs) {
    const known = newest.get(run.year)
    if (!known || run.createdAt > known.createdAt) newest.set(run.year, run)
  }
  return [...newest.values()].sort((one, other) => one.year - other.year)
}

/** @param found - null where the run does not have the body */
export function yearOfBody(
  run: StoredRun,
  found: RunBody | null,
  ranking: string | null,
): YearOfBody {
  const place = found?.places.find((each) => each.ranking === ranking)
  return {
    year: run.year,
    run,
    body: found?.body ?? null,
    place: place?.place ?? null,
    among: place?.among ?? null,
  }
}

/** Between years that have runs stands the gap where there is one. */
export function withGaps(years: readonly YearOfBody[]): readonly HistoryYear[] {
  return years.flatMap((each, index): readonly HistoryYear[] => {
    const before = years[index - 1]?.year ?? each.year - 1
    if (before === each.year - 1) return [each]
    return [{ year: before + 1, to: each.year - 1, run: null }, each]
  })
}

/** Every year from the first to the last; null where there is no place. */
export function placesByYear(
  years: readonly HistoryYear[],
): readonly { readonly year: number; readonly place: number | null }[] {
  return years.flatMap((each) => {
    if (each.run) return { year: each.year, place: each.place }
    return Array.from({ length: each.to - each.year + 1 }, (_, index) => ({
      year: each.year + index,
      place: null,
    }))
  })
}
