/** What the lock of the folder and the database say of a version that was published. */
import type { LocatedProblem } from '../../engine/index.js'
import { placeName, type Catalogue, type VersionFile } from './catalogue.js'
import { fileProblemAt } from './file-problem-at.js'
import { lockedHash } from './lock.js'
import type { Withdrawal } from './published-version.js'

/** @param found - the hash of the text that stands in the place */
export function contradictionOf(
  catalogue: Catalogue,
  place: VersionFile | null,
  found: string,
): LocatedProblem | null {
  if (!place) return null
  const { lock, published } = catalogue
  const name = placeName(place)
  const hashes = [lockedHash(lock, name), published.get(name)?.sha256 ?? null]
  const locked = hashes.find((hash) => hash !== null && hash !== found)
  if (locked === undefined || locked === null) return null
  return fileProblemAt(place.file, 'VERSION_CHANGED', { locked, found })
}

/** The text is the one that was published. */
export function isLockedAs(
  { lock, published }: Catalogue,
  place: VersionFile | null,
  found: string,
): boolean {
  if (!place) return false
  const name = placeName(place)
  return (
    lockedHash(lock, name) === found || published.get(name)?.sha256 === found
  )
}

export function withdrawalOf(
  { published }: Catalogue,
  place: VersionFile | null,
): Withdrawal | null {
  return (place && published.get(placeName(place))?.withdrawn) ?? null
}
