/** The id of a new version: suggested, and checked while it is typed. */

export type VersionIdFault = 'empty' | 'form' | 'taken'

/** As addresses and names of files have it. */
const FORM = /^[A-Za-z0-9][A-Za-z0-9.-]{0,99}$/

/**
 * The next year where versions are called by years, this year at the earliest;
 * another number behind the id otherwise.
 *
 * @param taken - ids of versions and drafts that are there
 */
export function suggestedVersion(
  from: string,
  taken: readonly string[],
  today: number,
): string {
  const isYear = /^\d{4}$/.test(from)
  for (let number = 1; ; number += 1) {
    const id = isYear
      ? String(Math.max(Number(from), today - 1) + number)
      : `${from.slice(0, 95)}-${number + 1}`
    if (!taken.includes(id)) return id
  }
}

/** @returns null for an id that can be taken */
export function versionIdFault(
  id: string,
  taken: readonly string[],
): VersionIdFault | null {
  if (id === '') return 'empty'
  if (!FORM.test(id)) return 'form'
  return taken.includes(id) ? 'taken' : null
}
