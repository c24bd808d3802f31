/** Which methodology file a command works with: `hdi`, `hdi@2014`, or a path. */
import type { Methodology } from '../../engine/index.js'
import { problemLine } from '../output/problem-line.js'
import { Refusal } from '../refusal.js'
import type { Catalogue, VersionFile } from './catalogue.js'
import { findInForce } from './in-force.js'
import {
  entryOf,
  findPlace,
  loadEntry,
  type Entry,
  type Use,
} from './load-entry.js'
import { standingOf } from './standing.js'

export interface Version {
  readonly entry: Entry
  readonly methodology: Methodology
  readonly sha256: string
}

/** @throws Refusal where no version, or none without mistakes, is meant */
export async function getVersion(
  catalogue: Catalogue,
  argument: string,
  year: number,
  use: Use = 'everything',
): Promise<Version> {
  if (isPath(argument) || argument.includes('@')) {
    const [entry] = await loadNamed(catalogue, argument, use)
    if (entry) return getUsable(entry)
  }
  const standings = await Promise.all(
    placesNamed(catalogue, argument).map((place) =>
      standingOf(catalogue, place),
    ),
  )
  const inForce = await findInForce(catalogue, argument, standings, year)
  switch (inForce.kind) {
    case 'found':
      return getUsable(await entryOf(catalogue, inForce.standing, use))
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
  use: Use = 'everything',
): Promise<readonly Entry[]> {
  if (isPath(argument)) {
    const place = findPlace(catalogue, argument)
    return [await loadEntry(catalogue, argument, place, use)]
  }
  return Promise.all(
    placesNamed(catalogue, argument).map((place) =>
      loadEntry(catalogue, place.file, place, use),
    ),
  )
}

function placesNamed(
  catalogue: Catalogue,
  argument: string,
): readonly VersionFile[] {
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
  return files
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

function refuseUnreliable(catalogue: Catalogue): void {
  const problems = catalogue.problems.filter(
    (each) => each.methodology === null,
  )
  if (problems.length > 0) throw new Refusal(problems.map(problemLine))
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
