/** The years for which there is anything, newest first. */
import type {
  DataSet,
  ListedVersion,
  MethodologyList,
  StoredRun,
} from '../../api/answers.js'
import { firstYear } from '../../methodology/reporting-years.js'
import { versionsOfYear } from './versions-of-year.js'

export interface YearEntry {
  readonly year: number
  readonly versions: readonly ListedVersion[]
  readonly dataSets: number
  readonly runs: number
}

/** @param thisYear - where a version has no last year, no later year is listed for its sake */
export function listYears(
  methodologies: MethodologyList,
  dataSets: readonly DataSet[],
  runs: readonly StoredRun[],
  thisYear: number,
): readonly YearEntry[] {
  const versions = methodologies.flatMap((each) => each.versions)
  const used = [...dataSets, ...runs].map(({ year }) => year)
  const years = new Set([
    ...used,
    ...versions.flatMap((version) => yearsOf(version, thisYear)),
  ])
  return [...years]
    .map((year) => ({
      year,
      versions: versionsOfYear(methodologies, year).flatMap(
        (each) => each.versions,
      ),
      dataSets: dataSets.filter((each) => each.year === year).length,
      runs: runs.filter((each) => each.year === year).length,
    }))
    .filter((each) => each.versions.length + each.dataSets + each.runs > 0)
    .sort((one, other) => other.year - one.year)
}

function yearsOf(
  { years }: ListedVersion,
  thisYear: number,
): readonly number[] {
  if (years.kind === 'list') return years.years
  const from = firstYear(years)
  const to = Math.max(from, years.to ?? thisYear)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** Adjacent years that differ in nothing but their number. */
export interface YearGroup extends Omit<YearEntry, 'year'> {
  /** Newest first. */
  readonly years: readonly number[]
}

/** Years with data or runs stand alone. @param entries - newest first */
export function groupYears(
  entries: readonly YearEntry[],
): readonly YearGroup[] {
  const groups: YearGroup[] = []
  for (const { year, ...rest } of entries) {
    const before = groups.at(-1)
    const isSame =
      before !== undefined &&
      before.years.at(-1) === year + 1 &&
      [before, rest].every((each) => each.dataSets + each.runs === 0) &&
      namesOf(before.versions) === namesOf(rest.versions)
    if (isSame) groups.pop()
    groups.push({ ...rest, years: [...(isSame ? before.years : []), year] })
  }
  return groups
}

function namesOf(versions: readonly ListedVersion[]): string {
  return JSON.stringify(versions.map(({ id, version }) => [id, version]))
}
