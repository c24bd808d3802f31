/** A version among the others of its methodology, as lists of versions show it. */
import {
  firstYear,
  replaces,
  type Act,
  type Methodology,
  type Title,
  type Years,
} from '../../engine/index.js'
import type { Withdrawal } from './published-version.js'
import type { Standing } from './standing.js'

export interface ListedVersion {
  readonly id: string
  readonly version: string
  readonly title: Title
  readonly years: Years
  readonly edition: string | null
  readonly act: Act
  readonly status: Methodology['status']
  readonly locked: boolean
  readonly withdrawn: Withdrawal | null
  /** The version that ended it, where it names no last year itself. */
  readonly supersededBy: string | null
  readonly sha256: string | null
  readonly file: string
}

/** @returns nothing where mistakes leave it unreadable */
export function listedVersion(
  standing: Standing,
  others: readonly Standing[],
): readonly ListedVersion[] {
  const { identity, isLocked: locked, withdrawn, sha256, file } = standing
  if (!identity) return []
  const { id, version, title, years, edition, act, status } = identity
  const [later] = others
    .flatMap((other) =>
      other.identity && other.isSound && !other.withdrawn
        ? [other.identity]
        : [],
    )
    .filter((other) => replaces(other, identity))
    .sort((a, b) => firstYear(a.years) - firstYear(b.years))
  const supersededBy = later?.version ?? null
  const known = { id, version, title, years, edition, act, status }
  return [{ ...known, locked, withdrawn, supersededBy, sha256, file }]
}
