/** Which version of a methodology is in force for a year. */
import {
  coversYear,
  distanceToYear,
  findVersionProblems,
  firstYear,
  replaces,
  yearsText,
  type Identity,
  type LocatedProblem,
} from '../../engine/index.js'
import { problemLine } from '../output/problem-line.js'
import type { Catalogue } from './catalogue.js'
import type { Standing } from './standing.js'

export type InForce =
  | { readonly kind: 'found'; readonly standing: Standing }
  | {
      readonly kind: 'none'
      readonly message: string
      readonly nearest: readonly Identity[]
    }
  /** Files with mistakes, or several editions, stand in the way. */
  | {
      readonly kind: 'undecided'
      readonly why: 'files' | 'editions'
      /** Of files. */
      readonly problems: readonly LocatedProblem[]
      readonly lines: readonly string[]
    }

/** @param standings - all versions of the methodology */
export async function findInForce(
  catalogue: Catalogue,
  id: string,
  standings: readonly Standing[],
  year: number,
): Promise<InForce> {
  const claimants = standings.filter(
    (each) => mayCover(each, year) && !isReplaced(each, standings, year),
  )
  const broken = claimants.filter(({ problems }) => problems.length > 0)
  const gone = catalogue.problems.filter(
    ({ methodology }) => methodology === id || methodology === null,
  )
  if (broken.length + gone.length > 0) {
    const found = [...gone, ...broken.flatMap(({ problems }) => problems)]
    const advice = `Which version of "${id}" is in force for ${year} cannot be told before this is mended.`
    return undecidedByFiles(found, [advice])
  }
  const [standing, second] = claimants
  if (!standing) return noneInForce(id, standings, year)
  if (!second) return { kind: 'found', standing }
  const overlaps = await findOverlaps(catalogue, claimants)
  if (overlaps.length > 0) {
    return undecidedByFiles(overlaps)
  }
  const names = claimants
    .flatMap(({ identity }) => (identity ? [nameWithEdition(identity)] : []))
    .join(', ')
  return {
    kind: 'undecided',
    why: 'editions',
    problems: [],
    lines: [
      `Several editions of "${id}" are in force for ${year}: ${names}. Name the version that is meant.`,
    ],
  }
}

function undecidedByFiles(
  problems: readonly LocatedProblem[],
  advice: readonly string[] = [],
): InForce {
  const lines = [...problems.map(problemLine), ...advice]
  return { kind: 'undecided', why: 'files', problems, lines }
}

/** To say where years overlap the files must be read whole. */
async function findOverlaps(
  catalogue: Catalogue,
  claimants: readonly Standing[],
): Promise<readonly LocatedProblem[]> {
  const { entryOf } = await import('./load-entry.js')
  const entries = await Promise.all(
    claimants.map((each) => entryOf(catalogue, each)),
  )
  return findVersionProblems(
    entries.flatMap(({ loaded }) => loaded?.methodology ?? []),
  )
}

export function versionName({ id, version }: Identity): string {
  return `${id}@${version}`
}

function nameWithEdition(identity: Identity): string {
  const name = versionName(identity)
  const { edition } = identity
  return edition === null ? name : `${name} (${edition})`
}

/** A file that may say what counts in a year; drafts and what was withdrawn never do. */
function mayCover(
  { identity, isDoubtful, withdrawn }: Standing,
  year: number,
): boolean {
  if (withdrawn) return false
  if (isDoubtful || !identity) return true
  return identity.status === 'published' && coversYear(identity.years, year)
}

/** By a version that supersedes it and has begun by then. */
function isReplaced(
  { identity: earlier }: Standing,
  standings: readonly Standing[],
  year: number,
): boolean {
  return standings.some(({ identity: later, isDoubtful, withdrawn }) => {
    return (
      earlier &&
      later &&
      !withdrawn &&
      !isDoubtful &&
      replaces(later, earlier) &&
      firstYear(later.years) <= year
    )
  })
}

function noneInForce(
  id: string,
  standings: readonly Standing[],
  year: number,
): InForce {
  const published = standings.flatMap(({ identity, withdrawn }) =>
    identity?.status === 'published' && !withdrawn ? [identity] : [],
  )
  const distance = ({ years }: Identity) => distanceToYear(years, year)
  const nearest = published.sort((a, b) => distance(a) - distance(b))
  const [first, ...others] = nearest.map(
    (each) => `${versionName(each)} (${yearsText(each.years)})`,
  )
  if (first === undefined) {
    const message = `No version of "${id}" is published. Name a draft to try it, as ${id}@VERSION.`
    return { kind: 'none', message, nearest }
  }
  const then = others.length === 0 ? '' : `, then ${others.join(', ')}`
  const message = `No version of "${id}" covers ${year}. The nearest is ${first}${then}. To apply the rules of other years to ${year}, name the version.`
  return { kind: 'none', message, nearest }
}
