/** Mistakes that show only beside the other versions of a methodology. */
import { problem, type LocatedProblem, type Problem } from '../errors.js'
import type { Identity } from '../methodology/build-identity.js'
import type { Methodology } from '../methodology/methodology.js'
import { firstYear, sharedYears } from '../methodology/years.js'

/**
 * Two published versions of one methodology may cover the same year only if
 * they name different editions, or one replaces the other; no two files hold the same version.
 *
 * @param methodologies - in any order; problems stand at the later file by name
 */
export function findVersionProblems(
  methodologies: readonly Methodology[],
): readonly LocatedProblem[] {
  const sorted = [...methodologies].sort((a, b) =>
    a.source.file < b.source.file ? -1 : 1,
  )
  return sorted.flatMap((later, index) =>
    sorted
      .slice(0, index)
      .filter((earlier) => earlier.id === later.id)
      .flatMap((earlier) => {
        const found = compareVersions(earlier, later)
        return found ? [locate(later, found)] : []
      }),
  )
}

function compareVersions(
  earlier: Methodology,
  later: Methodology,
): Problem | null {
  if (earlier.version === later.version) {
    const other = earlier.source.file
    return problem('VERSION_DUPLICATE', ['version'], { other })
  }
  const arePublished = [earlier, later].every(
    ({ status }) => status === 'published',
  )
  const areEditions =
    earlier.edition !== null &&
    later.edition !== null &&
    earlier.edition !== later.edition
  const follow = replaces(later, earlier) || replaces(earlier, later)
  const years = sharedYears(earlier.years, later.years)
  return arePublished && !areEditions && !follow && years !== null
    ? problem('YEARS_OVERLAP', ['years'], { other: earlier.version, years })
    : null
}

/**
 * A published version never changes, so that one without a last year is ended by
 * the version that says that it supersedes it, from the first year of that one on.
 */
export function replaces(later: Identity, earlier: Identity): boolean {
  return (
    later.id === earlier.id &&
    later.status === 'published' &&
    later.supersedes === earlier.version &&
    earlier.years.kind === 'range' &&
    earlier.years.to === null &&
    firstYear(later.years) > earlier.years.from
  )
}

function locate({ source }: Methodology, found: Problem): LocatedProblem {
  const { line, column } = source.position(found.at)
  const { code, message, with: values } = found
  return { file: source.file, line, column, code, message, with: values }
}
