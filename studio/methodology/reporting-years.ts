/** The reporting years of a version, as answers have them. */
import type { ListedVersion } from '../api/answers.js'

export type ReportingYears = ListedVersion['years']

/** The last year is null where it is open. */
export function coversYear(years: ReportingYears, year: number): boolean {
  return years.kind === 'list'
    ? years.years.includes(year)
    : years.from <= year && (years.to === null || year <= years.to)
}

export function firstYear(years: ReportingYears): number {
  return years.kind === 'list' ? Math.min(...years.years) : years.from
}

/** @param from - says that there is no last year */
export function yearsText(
  years: ReportingYears,
  from: (year: number) => string,
): string {
  if (years.kind === 'list') return years.years.join(', ')
  if (years.to === null) return from(years.from)
  return years.from === years.to
    ? String(years.from)
    : `${years.from}–${years.to}`
}
