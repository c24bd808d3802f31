/** Which version of each methodology is in force for a year; where none is, which one comes nearest. */
import type { ListedVersion, MethodologyList } from '../../api/answers.js'
import {
  coversYear,
  firstYear,
  type ReportingYears,
} from '../../methodology/reporting-years.js'

export interface InForce {
  readonly methodology: string
  /** Several where they are editions of their own; empty where none is in force. */
  readonly versions: readonly ListedVersion[]
  /** Where none is in force: the published ones that come nearest. */
  readonly nearest: readonly ListedVersion[]
}

export function versionsOfYear(
  methodologies: MethodologyList,
  year: number,
): readonly InForce[] {
  return methodologies.map(({ id, versions }) => {
    const published = versions.filter(
      ({ status, withdrawn }) => status === 'published' && !withdrawn,
    )
    const found = published.filter(
      (each) =>
        coversYear(each.years, year) && !isReplaced(each, published, year),
    )
    const distances = published.map((each) => distanceTo(each.years, year))
    const least = Math.min(...distances)
    return {
      methodology: id,
      versions: found,
      nearest:
        found.length > 0
          ? []
          : published.filter((_, index) => distances[index] === least),
    }
  })
}

/** A version without a last year is ended by the one that supersedes it. */
function isReplaced(
  { supersededBy, years }: ListedVersion,
  published: readonly ListedVersion[],
  year: number,
): boolean {
  if (years.kind === 'list' || years.to !== null) return false
  return published.some(
    (later) =>
      later.version === supersededBy &&
      firstYear(later.years) > years.from &&
      firstYear(later.years) <= year,
  )
}

function distanceTo(years: ReportingYears, year: number): number {
  if (coversYear(years, year)) return 0
  if (years.kind === 'list') {
    return Math.min(...years.years.map((each) => Math.abs(each - year)))
  }
  return year < years.from ? years.from - year : year - (years.to ?? year)
}
