/**
 * The methodology files that are known to have no mistakes: hash of the text ->
 * who it is. A build of the command line checks the files of its package with
 * the engine that it builds and puts what it found in the place of this module
 * (`sound-versions.plugin.ts`), since the same engine finds the same in the same
 * text. Without a build nothing is known in advance.
 */
import type { Identity, LineRange } from '../../engine/index.js'

export interface SoundVersion {
  readonly identity: Identity
  /** Where its examples stand, which scoring need not read; null where it has none. */
  readonly examples: LineRange | null
}

export const SOUND_VERSIONS: ReadonlyMap<string, SoundVersion> = new Map()
