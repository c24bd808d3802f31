/** The versions that are there, and the mistakes of files that are not listed for them. */
import type { LocatedProblem } from '../../../engine/index.js'
import type { Catalogue } from '../../catalogue/catalogue.js'
import {
  listedVersion,
  type ListedVersion,
} from '../../catalogue/listed-version.js'
import { standingOf, type Standing } from '../../catalogue/standing.js'
import { fileInRules } from './faulty-files.js'

export interface VersionList {
  readonly versions: readonly ListedVersion[]
  readonly mistakes: readonly LocatedProblem[]
}

/** @param id - default: of all methodologies */
export async function listVersions(
  catalogue: Catalogue,
  id?: string,
): Promise<VersionList> {
  const isAsked = (methodology: string | null) =>
    id === undefined || methodology === null || methodology === id
  const places = catalogue.files.filter((place) => isAsked(place.methodology))
  const standings = await Promise.all(
    places.map((place) => standingOf(catalogue, place)),
  )
  const sound = standings.filter(({ problems }) => problems.length === 0)
  const problems = [
    ...catalogue.problems.filter(({ methodology }) => isAsked(methodology)),
    ...standings.flatMap((standing) => standing.problems),
  ]
  return {
    versions: sound.flatMap((each) => listed(catalogue, each, standings)),
    mistakes: problems.map((problem) => mistakeInRules(catalogue, problem)),
  }
}

/** A version as the list has it, its file named from the rules folder. */
export function listed(
  catalogue: Catalogue,
  standing: Standing,
  others: readonly Standing[],
): readonly ListedVersion[] {
  return listedVersion(standing, others).map((version) => ({
    ...version,
    file: fileInRules(catalogue, version.file),
  }))
}

function mistakeInRules(
  catalogue: Catalogue,
  problem: LocatedProblem,
): LocatedProblem {
  return { ...problem, file: fileInRules(catalogue, problem.file) }
}
