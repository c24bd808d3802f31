/** The version that a year is scored with: the one that is named, or the one in force. */
import type { Methodology } from '../../engine/index.js'
import type { Catalogue } from '../catalogue/catalogue.js'
import { findInForce } from '../catalogue/in-force.js'
import type { Entry } from '../catalogue/load-entry.js'
import { LoadedTexts } from '../catalogue/loaded-texts.js'
import {
  listMethodologyVersions,
  type MethodologyVersion,
} from '../repository/methodology-versions.js'
import { ServiceRefusal } from '../service-refusal.js'
import {
  getVersionText,
  textOf,
  unknown,
  type VersionText,
} from './get-version-text.js'
import { loadVersion, usableMethodology, versionName } from './load-version.js'
import type { MethodologyStore } from './methodology-store.js'

export interface VersionRequest {
  readonly methodology: string
  /** Default the one in force for the year. */
  readonly version?: string
  /** Among several editions in force. */
  readonly edition?: string
  readonly year: number
}

export interface ScoringVersion {
  readonly version: MethodologyVersion
  readonly methodology: Methodology
}

/**
 * No version is ever used in place of another.
 *
 * @throws ServiceRefusal `METHODOLOGY_UNKNOWN`, `VERSION_UNKNOWN`,
 *   `VERSION_CHANGED`, `VERSION_WITHDRAWN`, `VERSION_NOT_IN_FORCE`,
 *   `VERSION_UNDECIDED`, `VERSION_FAULTY`, `TEXT_DAMAGED`
 */
export async function getScoringVersion(
  store: MethodologyStore,
  request: VersionRequest,
): Promise<ScoringVersion> {
  const found =
    request.version === undefined
      ? await getInForce(store, request)
      : await getVersionText(store, request.methodology, request.version)
  const { version } = found
  if (version.status === 'withdrawn') throw withdrawn(version)
  return { version, methodology: usableMethodology(found) }
}

async function getInForce(
  store: MethodologyStore,
  { methodology: id, edition, year }: VersionRequest,
): Promise<VersionText> {
  const all = await listMethodologyVersions(store.database, id)
  if (all.length === 0) throw await unknown(store, id, null)
  const candidates = all.filter(
    (each) =>
      each.status === 'published' &&
      (edition === undefined || each.edition === edition),
  )
  const texts: VersionText[] = []
  for (const version of candidates) texts.push(await textOf(store, version))
  const entries = texts.map((text): Entry => {
    const { version } = text
    const loaded = loadVersion(text, 'scoring')
    return {
      file: versionName(version),
      place: null,
      loaded,
      identity: loaded.usable,
      isSound: loaded.methodology !== null,
      sha256: version.sha256,
      isLocked: true,
      isDoubtful: false,
      withdrawn: null,
      problems: loaded.problems,
    }
  })
  const inForce = await findInForce(DATABASE_CATALOGUE, id, entries, year)
  switch (inForce.kind) {
    case 'found': {
      const { sha256 } = inForce.standing
      const text = texts.find(({ version }) => version.sha256 === sha256)
      if (text) return text
      throw new Error(`The version in force is none of ${id}`)
    }
    case 'none':
      throw new ServiceRefusal('VERSION_NOT_IN_FORCE', [inForce.message])
    case 'undecided':
      throw inForce.why === 'files'
        ? new ServiceRefusal('VERSION_FAULTY', inForce.lines, [], {
            mistakes: inForce.problems,
          })
        : new ServiceRefusal('VERSION_UNDECIDED', inForce.lines)
  }
}

/** What a database lacks of a rules folder: files, a lock, and their problems. */
const DATABASE_CATALOGUE: Catalogue = {
  folder: 'the database',
  lock: { methodologies: new Map(), data: new Map() },
  published: new Map(),
  files: [],
  problems: [],
  texts: new LoadedTexts(),
}

export function withdrawn(version: MethodologyVersion): ServiceRefusal {
  const { withdrawnAt, withdrawnBecause } = version
  return new ServiceRefusal('VERSION_WITHDRAWN', [
    `${versionName(version)} was withdrawn on ${withdrawnAt?.slice(0, 10) ?? 'an unknown day'}: ${withdrawnBecause ?? 'no reason is stated'}. Its stored runs can still be replayed; new runs need another version.`,
  ])
}
