/** The years of a version in words. */
import type { Years } from './versions-of-year.js'

/** @param from - says that there is no last year */
export function yearsText(
  years: Years,
  from: (year: number) => string,
): string {
  if (years.kind === 'list') return years.years.join(', ')
  if (years.to === null) return from(years.from)
  return years.from === years.to
    ? String(years.from)
    : `${years.from}–${years.to}`
}
