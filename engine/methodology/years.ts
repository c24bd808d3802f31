/** Which reporting years a version covers. */
import type { Years } from './legal-basis.js'

export function coversYear(years: Years, year: number): boolean {
  return years.kind === 'list'
    ? years.years.includes(year)
    : years.from <= year && (years.to === null || year <= years.to)
}

export function firstYear(years: Years): number {
  return years.kind === 'list' ? Math.min(...years.years) : years.from
}

/** As people write it: `2012-2013`, `from 2013`, `2018, 2020`. */
export function yearsText(years: Years): string {
  if (years.kind === 'list') return years.years.join(', ')
  if (years.to === null) return `from ${years.from}`
  return years.from === years.to
    ? String(years.from)
    : `${years.from}-${years.to}`
}

/** The first year of both, or null where they share none. */
export function sharedYears(a: Years, b: Years): string | null {
  if (a.kind === 'list' || b.kind === 'list') {
    const list = a.kind === 'list' ? a.years : b.kind === 'list' ? b.years : []
    const other = a.kind === 'list' ? b : a
    const shared = list.filter((year) => coversYear(other, year))
    return shared.length === 0 ? null : shared.join(', ')
  }
  const from = Math.max(a.from, b.from)
  const to = Math.min(a.to ?? Infinity, b.to ?? Infinity)
  if (from > to) return null
  return yearsText({ kind: 'range', from, to: to === Infinity ? null : to })
}

/** How many years lie between a year and the nearest one that is covered. */
export function distanceToYear(years: Years, year: number): number {
  if (coversYear(years, year)) return 0
  if (years.kind === 'list') {
    return Math.min(...years.years.map((each) => Math.abs(each - year)))
  }
  return year < years.from ? years.from - year : year - (years.to ?? year)
}
