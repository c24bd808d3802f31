/** The version that a request means, read anew from its file; nothing is used in place of another. */
import type { Methodology } from '../../../engine/index.js'
import type { Catalogue, VersionFile } from '../../catalogue/catalogue.js'
import { findInForce } from '../../catalogue/in-force.js'
import {
  entryOf,
  loadEntry,
  type Entry,
  type Use,
} from '../../catalogue/load-entry.js'
import type { Withdrawal } from '../../catalogue/published-version.js'
import { standingOf, type Standing } from '../../catalogue/standing.js'
import { quoteList } from '../../data/file-problem.js'
import { HttpProblem } from '../problems/http-problem.js'
import { faultyFiles } from './faulty-files.js'

export interface AskedVersion {
  readonly methodology: string
  readonly version?: string
  readonly edition?: string
  /** Without a version: the year that it is in force for. */
  readonly year?: number
}

export interface ChosenVersion {
  readonly entry: Entry
  readonly methodology: Methodology
  readonly sha256: string
}

/** @throws HttpProblem where no version, or none that can be used, is meant */
export async function chooseVersion(
  catalogue: Catalogue,
  asked: AskedVersion,
  use: Use = 'everything',
): Promise<ChosenVersion> {
  const entry = await chooseEntry(catalogue, asked, use)
  const methodology = entry.loaded?.methodology
  const { problems, sha256 } = entry
  if (problems.length > 0 || !methodology || sha256 === null) {
    throw faultyFiles(catalogue, problems)
  }
  const { edition } = asked
  if (edition !== undefined && methodology.edition !== edition) {
    const said = methodology.edition ?? 'none'
    throw new HttpProblem(
      'VERSION_UNKNOWN',
      `Version "${methodology.version}" of "${methodology.id}" is not of the edition "${edition}"; its edition is ${said}.`,
    )
  }
  if (use === 'scoring' && entry.withdrawn) {
    const name = `${methodology.id}@${methodology.version}`
    throw withdrawnProblem(name, entry.withdrawn)
  }
  return { entry, methodology, sha256 }
}

function withdrawnProblem(
  name: string,
  { at, because }: Withdrawal,
): HttpProblem {
  const detail = `${name} was withdrawn on ${at.slice(0, 10)}: ${because}. Its stored runs can still be replayed; new figures need another version.`
  return new HttpProblem('VERSION_WITHDRAWN', detail)
}

/** Of the version in force for a year. @throws HttpProblem where there is none */
export async function chooseInForce(
  catalogue: Catalogue,
  { methodology: id, edition, year }: AskedVersion & { readonly year: number },
): Promise<Standing> {
  const places = placesOf(catalogue, id)
  const all = await Promise.all(
    places.map((place) => standingOf(catalogue, place)),
  )
  const standings =
    edition === undefined
      ? all
      : all.filter(({ identity }) => !identity || identity.edition === edition)
  const inForce = await findInForce(catalogue, id, standings, year)
  switch (inForce.kind) {
    case 'found':
      return inForce.standing
    case 'none':
      throw new HttpProblem('VERSION_NOT_IN_FORCE', inForce.message)
    case 'undecided': {
      const { why, lines, problems } = inForce
      if (why === 'files') throw faultyFiles(catalogue, problems)
      throw new HttpProblem('VERSION_UNDECIDED', lines.join(' '))
    }
  }
}

/** All versions of a methodology. @throws HttpProblem where there are none */
export function placesOf(
  catalogue: Catalogue,
  id: string,
): readonly VersionFile[] {
  const unreliable = catalogue.problems.filter(
    ({ methodology }) => methodology === null,
  )
  if (unreliable.length > 0) {
    throw faultyFiles(catalogue, unreliable, 'RULES_UNREADABLE')
  }
  const places = catalogue.files.filter(({ methodology }) => methodology === id)
  if (places.length > 0 && id !== '') return places
  const ids = new Set(catalogue.files.map(({ methodology }) => methodology))
  throw new HttpProblem(
    'METHODOLOGY_UNKNOWN',
    `There is no methodology ${JSON.stringify(id)}. There are ${quoteList([...ids])}.`,
  )
}

async function chooseEntry(
  catalogue: Catalogue,
  asked: AskedVersion,
  use: Use,
): Promise<Entry> {
  const { methodology: id, version, year } = asked
  if (version === undefined && year !== undefined) {
    const standing = await chooseInForce(catalogue, { ...asked, year })
    return entryOf(catalogue, standing, use)
  }
  const places = placesOf(catalogue, id)
  const known = quoteList(places.map((place) => place.version))
  if (version === undefined) {
    throw new HttpProblem(
      'VERSION_NOT_NAMED',
      `"${id}" has the versions ${known}.`,
    )
  }
  const place = places.find((each) => each.version === version)
  if (place) return loadEntry(catalogue, place.file, place, use)
  throw new HttpProblem(
    'VERSION_UNKNOWN',
    `"${id}" has no version ${JSON.stringify(version)}. Its versions are ${known}.`,
  )
}
