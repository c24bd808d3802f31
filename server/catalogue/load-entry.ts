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
import { readRulesText } from './rules-text.js'

export interface Entry {
  readonly file: string
  /** Where in the rules folder; null outside of it. */
  readonly place: VersionFile | null
  /** What can be known of it, mistakes or not; null where it cannot be read. */
  readonly loaded: Loaded | null
  /** Of its text; null where it cannot be read. */
  readonly sha256: string | null
  /** In the lock, and unchanged since. */
  readonly isLocked: boolean
  /** Changed since it was published, or in the place of another. */
  readonly isDoubtful: boolean
  readonly problems: readonly LocatedProblem[]
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

export async function loadEntry(
  catalogue: Catalogue,
  file: string,
  place: VersionFile | null,
): Promise<Entry> {
  const read = await readRulesText(file)
  if (read.kind === 'problem') {
    return {
      file,
      place,
      loaded: null,
      sha256: null,
      isLocked: false,
      isDoubtful: true,
      problems: [read.problem],
    }
  }
  const found = await sha256(read.text)
  const loaded = loadMethodology(file, read.text)
  const locked = place && lockedHash(catalogue, place)
  const changed =
    locked !== null && locked !== found
      ? [fileProblemAt(file, 'VERSION_CHANGED', { locked, found })]
      : []
  const misplaced = place ? findMisplaced(loaded, place) : []
  return {
    file,
    place,
    loaded,
    sha256: found,
    isLocked: locked === found,
    isDoubtful: changed.length + misplaced.length > 0,
    problems: [...changed, ...misplaced, ...loaded.problems],
  }
}

function lockedHash({ lock }: Catalogue, place: VersionFile): string | null {
  const id = `${place.methodology}@${place.version}`
  return lock.methodologies.get(id)?.sha256 ?? null
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
