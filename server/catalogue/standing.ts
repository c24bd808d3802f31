/**
 * Who a version is and whether its file has mistakes. Of a text that the build
 * has checked that is known by its hash; every other text is checked now.
 */
import {
  sha256,
  type Identity,
  type LocatedProblem,
} from '../../engine/index.js'
import type { Catalogue, VersionFile } from './catalogue.js'
import { contradictionOf, isLockedAs, withdrawalOf } from './publication.js'
import type { Withdrawal } from './published-version.js'
import { readPlace } from './read-place.js'
import { SOUND_VERSIONS } from './sound-versions.js'

export interface Standing {
  readonly file: string
  /** Where in the rules folder; null outside of it. */
  readonly place: VersionFile | null
  /** As far as mistakes leave it readable; null where they do not. */
  readonly identity: Identity | null
  /** The text has no mistake, wherever it stands and whatever it was before. */
  readonly isSound: boolean
  /** Of its text; null where it cannot be read. */
  readonly sha256: string | null
  /** In the lock, and unchanged since. */
  readonly isLocked: boolean
  /** Changed since it was published, or in the place of another. */
  readonly isDoubtful: boolean
  /** Published once, and not to be used any more. */
  readonly withdrawn: Withdrawal | null
  readonly problems: readonly LocatedProblem[]
}

export async function standingOf(
  catalogue: Catalogue,
  place: VersionFile,
): Promise<Standing> {
  return (
    (await soundStanding(catalogue, place)) ?? (await loaded(catalogue, place))
  )
}

/** Null where anything is in doubt. */
async function soundStanding(
  catalogue: Catalogue,
  place: VersionFile,
): Promise<Standing | null> {
  if (SOUND_VERSIONS.size === 0) return null
  const { file } = place
  const read = await readPlace(file, place)
  if (read.kind === 'problem') return null
  const found = await sha256(read.text)
  const identity = SOUND_VERSIONS.get(found)?.identity
  const isInPlace =
    identity?.id === place.methodology && identity.version === place.version
  if (!isInPlace) return null
  if (contradictionOf(catalogue, place, found)) return null
  return {
    file,
    place,
    identity,
    isSound: true,
    sha256: found,
    isLocked: isLockedAs(catalogue, place, found),
    isDoubtful: false,
    withdrawn: withdrawalOf(catalogue, place),
    problems: [],
  }
}

async function loaded(
  catalogue: Catalogue,
  place: VersionFile,
): Promise<Standing> {
  const { loadEntry } = await import('./load-entry.js')
  return loadEntry(catalogue, place.file, place)
}
