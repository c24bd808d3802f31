/** One difference in meaning between two versions. */
import type { Path } from '../source/path.js'

export interface VersionDifference {
  /** Where, in the new version, or in the old one where it is gone. */
  readonly path: Path
  readonly kind: 'added' | 'removed' | 'changed' | 'renamed' | 'restated'
  /** As it was written; null for what is added. */
  readonly was: string | null
  /** As it is written; null for what is removed. */
  readonly is: string | null
  /** The paragraph that the nearest entry around cites. */
  readonly cite: string | null
  /** The title of the nearest entry around. */
  readonly title: string | null
  /** How many steps of the path lead to the entry; what follows is its key. */
  readonly entry: number
  /** The entries that it holds for, where `defaults` says it for all of them. */
  readonly of: readonly string[]
}
