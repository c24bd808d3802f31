/** Which methodology file a command works with: `hdi`, `hdi@2014`, or a path. */
import {
  coversYear,
  distanceToYear,
  findVersionProblems,
  firstYear,
  replaces,
  yearsText,
  type Methodology,
} from '../../engine/index.js'
import { problemLine } from '../output/problem-line.js'
import { Refusal } from '../refusal.js'
import type { Catalogue } from './catalogue.js'
import { findPlace, loadEntry, type Entry } from './load-entry.js'

export interface Version {
  readonly entry: Entry
  readonly methodology: Methodology
  readonly sha256: string
}

/** Which version is in force for a year. */
export type InForce =
  | { readonly kind: 'found'; readonly version: Version }
  | {
      readonly kind: 'none'
      readonly message: string
      readonly nearest: readonly Methodology[]
    }
  /** Files with mistakes, or several editions, stand in the way. */
  | { readonly kind: 'undecided'; readonly lines: readonly string[] }

/** @throws Refusal where no version, or none without mistakes, is meant */
export async function getVersion(
  catalogue: Catalogue,
  argument: string,
  year: number,
): Promise<Version> {
  if (isPath(argument) || argument.includes('@')) {
    const [entry] = await loadNamed(catalogue, argument)
    if (entry) return getUsable(entry)
  }
  const entries = await loadNamed(catalogue, argument)
  const inForce = findInForce(catalogue, argument, entries, year)
  switch (inForce.kind) {
    case 'found':
      return inForce.version
    case 'none':
      throw new Refusal([inForce.message])
    case 'undecided':
      throw new Refusal(inForce.lines)
  }
}

/** All versions of a methodology, one version, or one file. @throws Refusal for none */
export async function loadNamed(
  catalogue: Catalogue,
  argument: string,
): Promise<readonly Entry[]> {
  if (isPath(argument)) {
    const place = findPlace(catalogue, argument)
    return [await loadEntry(catalogue, argument, place)]
  }
  const [methodology = '', version] = argument.split(/@(.*)/s, 2)
  refuseUnreliable(catalogue)
  const files = catalogue.files.filter(
    (file) =>
      file.methodology === methodology &&
      (version === undefined || file.version === version),
  )
  if (files.length === 0) {
    throw new Refusal([unknownMessage(catalogue, methodology, version)])
  }
  return Promise.all(
    files.map((place) => loadEntry(catalogue, place.file, place)),
  )
}

/** @param entries - all versions of the methodology */
export function findInForce(
  catalogue: Catalogue,
  id: string,
  entries: readonly Entry[],
  year: number,
): InForce {
  const claimants = entries.filter(
    (entry) => mayCover(entry, year) && !isReplaced(entry, entries, year),
  )
  const broken = claimants.filter(({ problems }) => problems.length > 0)
  const gone = catalogue.problems.filter(
    ({ methodology }) => methodology === id || methodology === null,
  )
  if (broken.length + gone.length > 0) {
    const lines = [...gone, ...broken.flatMap(({ problems }) => problems)]
    const advice = `Which version of "${id}" is in force for ${year} cannot be told before this is mended.`
    return { kind: 'undecided', lines: [...lines.map(problemLine), advice] }
  }
  const versions = claimants.map(getUsable)
  const overlaps = findVersionProblems(versions.map((v) => v.methodology))
  if (overlaps.length > 0) {
    return { kind: 'undecided', lines: overlaps.map(problemLine) }
  }
  const [version, second] = versions
  if (!version) return noneInForce(id, entries, year)
  if (!second) return { kind: 'found', version }
  const names = versions
    .map((each) => nameWithEdition(each.methodology))
    .join(', ')
  return {
    kind: 'undecided',
    lines: [
      `Several editions of "${id}" are in force for ${year}: ${names}. Name the version that is meant.`,
    ],
  }
}

/** @throws Refusal with the mistakes of the file */
export function getUsable(entry: Entry): Version {
  const methodology = entry.loaded?.methodology
  if (entry.problems.length > 0 || !methodology || entry.sha256 === null) {
    throw new Refusal(entry.problems.map(problemLine))
  }
  return { entry, methodology, sha256: entry.sha256 }
}

export function isPath(argument: string): boolean {
  return /[/\\]|\.ya?ml$/i.test(argument)
}

export function versionName({ id, version }: Methodology): string {
  return `${id}@${version}`
}

function nameWithEdition(methodology: Methodology): string {
  const name = versionName(methodology)
  const { edition } = methodology
  return edition === null ? name : `${name} (${edition})`
}

/** A file that may say what counts in a year; drafts never do. */
function mayCover(entry: Entry, year: number): boolean {
  const methodology = entry.loaded?.usable
  if (entry.isDoubtful || !methodology) return true
  return (
    methodology.status === 'published' && coversYear(methodology.years, year)
  )
}

/** By a version that supersedes it and has begun by then. */
function isReplaced(
  { loaded }: Entry,
  entries: readonly Entry[],
  year: number,
): boolean {
  const earlier = loaded?.usable
  return entries.some((entry) => {
    const later = entry.isDoubtful ? null : entry.loaded?.usable
    return (
      earlier &&
      later &&
      replaces(later, earlier) &&
      firstYear(later.years) <= year
    )
  })
}

function refuseUnreliable(catalogue: Catalogue): void {
  const problems = catalogue.problems.filter(
    (each) => each.methodology === null,
  )
  if (problems.length > 0) throw new Refusal(problems.map(problemLine))
}

function noneInForce(
  id: string,
  entries: readonly Entry[],
  year: number,
): InForce {
  const published = entries.flatMap(({ loaded }) =>
    loaded?.usable?.status === 'published' ? [loaded.usable] : [],
  )
  const distance = ({ years }: Methodology) => distanceToYear(years, year)
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

function unknownMessage(
  { files, folder }: Catalogue,
  id: string,
  version: string | undefined,
): string {
  const versions = files.filter(({ methodology }) => methodology === id)
  if (version !== undefined && versions.length > 0) {
    const names = versions.map((each) => each.version).join(', ')
    return `"${id}" has no version "${version}". Its versions are ${names}.`
  }
  const ids = [...new Set(files.map(({ methodology }) => methodology))]
  const known = ids.length === 0 ? 'It has none.' : `It has ${ids.join(', ')}.`
  return `There is no methodology "${id}" in ${folder}. ${known} A path to a file has a slash in it or ends in .yaml.`
}
