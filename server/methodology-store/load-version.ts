/** A version of the database as a checked methodology, ready to score. */
import { loadMethodology, type Loaded } from '../../engine/index.js'
import type { Use } from '../catalogue/load-entry.js'
import { SOUND_VERSIONS } from '../catalogue/sound-versions.js'
import { problemLine } from '../output/problem-line.js'
import { ServiceRefusal } from '../service-refusal.js'
import type { Methodology } from '../../engine/index.js'
import type { MethodologyVersion } from '../repository/methodology-versions.js'
import type { VersionText } from './get-version-text.js'

/** Checked methodologies that are kept; they are frozen, and found by hash. */
const MOST_KEPT = 64

const kept = new Map<string, Loaded>()

/** @param use - examples of a text known to be sound are not read for scoring */
export function loadVersion(
  { version, text }: VersionText,
  use: Use = 'everything',
): Loaded {
  const key = `${version.sha256} ${use}`
  const known = kept.get(key)
  if (known) return known
  const unread =
    use === 'scoring' ? SOUND_VERSIONS.get(version.sha256)?.examples : null
  const loaded = loadMethodology(versionName(version), text, unread)
  const [oldest] = kept.keys()
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(key, loaded)
  return loaded
}

/** @throws ServiceRefusal `VERSION_FAULTY` where this program finds mistakes in it */
export function usableMethodology(version: VersionText): Methodology {
  const { methodology, problems } = loadVersion(version, 'scoring')
  if (methodology) return methodology
  throw new ServiceRefusal('VERSION_FAULTY', problems.map(problemLine))
}

/** As `hdi@2014`. */
export function versionName({
  methodology,
  version,
}: Pick<MethodologyVersion, 'methodology' | 'version'>): string {
  return `${methodology}@${version}`
}
