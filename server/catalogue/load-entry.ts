/** One methodology file, read, checked, and held against its place and the lock. */
import { relative, resolve, sep } from 'node:path'

import {
  loadMethodology,
  sha256,
  type Loaded,
  type LocatedProblem,
} from '../../engine/index.js'
import type { Catalogue, VersionFile } from './catalogue.js'
import { fileProblemAt } from './file-problem-at.js'
import { contradictionOf, isLockedAs, withdrawalOf } from './publication.js'
import { readPlace } from './read-place.js'
import { SOUND_VERSIONS } from './sound-versions.js'
import type { Standing } from './standing.js'

/** A file that was read whole. */
export interface Entry extends Standing {
  /** What can be known of it, mistakes or not; null where it cannot be read. */
  readonly loaded: Loaded | null
}

/** @param file - a path; inside the rules folder its place and the lock count too */
export function findPlace(
  catalogue: Catalogue,
  file: string,
): VersionFile | null {
  const fromFolder = relative(resolve(catalogue.folder), resolve(file))
  const path = fromFolder.split(sep).join('/')
  return catalogue.files.find((each) => each.path === path) ?? null
}

/** For scoring, examples of a text that is known to have no mistakes are not read. */
export type Use = 'everything' | 'scoring'

/** The file of a standing, read unless it has been. */
export async function entryOf(
  catalogue: Catalogue,
  standing: Standing,
  use: Use = 'everything',
): Promise<Entry> {
  if (isEntry(standing)) return standing
  return loadEntry(catalogue, standing.file, standing.place, use)
}

function isEntry(standing: Standing): standing is Entry {
  return 'loaded' in standing
}

export async function loadEntry(
  catalogue: Catalogue,
  file: string,
  place: VersionFile | null,
  use: Use = 'everything',
): Promise<Entry> {
  const withdrawn = withdrawalOf(catalogue, place)
  const read = await readPlace(file, place)
  if (read.kind === 'problem') {
    return {
      file,
      place,
      loaded: null,
      identity: null,
      isSound: false,
      sha256: null,
      isLocked: false,
      isDoubtful: true,
      withdrawn,
      problems: [read.problem],
    }
  }
  const found = await sha256(read.text)
  const sound = use === 'scoring' ? SOUND_VERSIONS.get(found) : undefined
  const unread = sound?.examples ?? null
  const loaded = catalogue.texts.load({ file, sha256: found, unread }, () =>
    loadMethodology(file, read.text, unread),
  )
  const contradiction = contradictionOf(catalogue, place, found)
  const changed = contradiction ? [contradiction] : []
  const misplaced = place ? findMisplaced(loaded, place) : []
  return {
    file,
    place,
    loaded,
    identity: loaded.usable,
    isSound: loaded.methodology !== null,
    sha256: found,
    isLocked: isLockedAs(catalogue, place, found),
    isDoubtful: changed.length + misplaced.length > 0,
    withdrawn,
    problems: [...changed, ...misplaced, ...loaded.problems],
  }
}

/** The ids inside a file are the names of its folder and of the file. */
function findMisplaced(
  loaded: Loaded,
  place: VersionFile,
): readonly LocatedProblem[] {
  const methodology = loaded.methodology ?? loaded.usable
  if (!methodology) return []
  const { id, version, source } = methodology
  const problems: LocatedProblem[] = []
  const report = (key: string, received: string, expected: string) => {
    const info = { received: `"${received}"`, expected }
    const at = source.valuePosition([key])
    problems.push(fileProblemAt(source.file, 'WRONG_TYPE', info, at))
  }
  if (id !== place.methodology) {
    const expected =
      place.methodology === ''
        ? `a file in the folder of its methodology, as ${id}/${version}.yaml,`
        : `"${place.methodology}", the name of the folder that the file stands in,`
    report('methodology', id, expected)
  } else if (version !== place.version) {
    const expected = `"${place.version}", the name of the file,`
    report('version', version, expected)
  }
  return problems
}
