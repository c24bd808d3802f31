/** The reporting years of a version, as answers have them. */
import type { components } from '../api/openapi.js'

type Years = components['schemas']['ListedVersion']['years']

/** The last year is null where it is open. */
export function coversYear(years: Years, year: number): boolean {
  return years.kind === 'list'
    ? years.years.includes(year)
    : years.from <= year && (years.to === null || year <= years.to)
}

export function firstYear(years: Years): number {
  return years.kind === 'list' ? Math.min(...years.years) : years.from
}
