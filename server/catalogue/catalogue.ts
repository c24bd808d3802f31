/**
 * The methodology files of a rules folder: `<rules>/<methodology>/<version>.yaml`
 * and the lock of what was published.
 */
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'

import type { LocatedProblem } from '../../engine/index.js'
import { faultOf } from '../data/read-text.js'
import { fileProblemAt } from './file-problem-at.js'
import { LoadedTexts } from './loaded-texts.js'
import { lockFile, readLock, type Lock } from './lock.js'
import type { PublishedVersion } from './published-version.js'
import { shownPath } from './rules-folder.js'

export interface Catalogue {
  readonly folder: string
  readonly lock: Lock
  /** As `hdi@2014` -> what a database says of it; empty without one. */
  readonly published: ReadonlyMap<string, PublishedVersion>
  /** In the order of methodologies and versions. */
  readonly files: readonly VersionFile[]
  /** Of the folder, its lock, and locked versions that are gone. */
  readonly problems: readonly CatalogueProblem[]
  /** What has been loaded of them, and of other texts. */
  readonly texts: LoadedTexts
}

/** A methodology file in its place. */
export interface VersionFile {
  /** Name of the folder; '' where the file lies outside of one. */
  readonly methodology: string
  /** Name of the file. */
  readonly version: string
  /** From the rules folder, as the lock names it. */
  readonly path: string
  readonly file: string
  /** Of a version that the folder lacks, from the database; else null. */
  readonly text: string | null
}

/** As `hdi@2014`, the name in the lock. */
export function placeName({
  methodology,
  version,
}: Pick<VersionFile, 'methodology' | 'version'>): string {
  return `${methodology}@${version}`
}

export interface CatalogueProblem extends LocatedProblem {
  /** The methodology that cannot be relied on; null: none can. */
  readonly methodology: string | null
}

const EXTENSION = /\.ya?ml$/i

export function isMethodologyFile(name: string): boolean {
  return EXTENSION.test(name)
}

/**
 * @param texts - what has been loaded before
 * @param versions - of a database; those that the folder lacks have their texts
 */
export async function openCatalogue(
  folder: string,
  texts = new LoadedTexts(),
  versions: readonly PublishedVersion[] = [],
): Promise<Catalogue> {
  const { lock, problem } = await readLock(folder)
  const problems: CatalogueProblem[] = []
  if (problem) problems.push({ ...problem, methodology: null })
  const files: VersionFile[] = []
  try {
    files.push(...(await listFiles(folder)))
  } catch (error) {
    const reason = faultOf(error)
    const found = fileProblemAt(folder, 'FILE_UNREADABLE', { reason })
    problems.push({ ...found, methodology: null })
  }
  const published = new Map(versions.map((each) => [placeName(each), each]))
  const inFolder = { folder, lock, published, files, texts }
  return {
    ...inFolder,
    files: [...files, ...lacking(files, versions)].sort(inOrder),
    problems: [...problems, ...findGone(inFolder)],
  }
}

/** The same files under another lock. */
export function withLock(catalogue: Catalogue, lock: Lock): Catalogue {
  const kept = catalogue.problems.filter(
    ({ code }) => code !== 'LOCKED_FILE_MISSING',
  )
  const problems = [...kept, ...findGone({ ...catalogue, lock })]
  return { ...catalogue, lock, problems }
}

/** Versions of the database that have no file here. */
function lacking(
  files: readonly VersionFile[],
  versions: readonly PublishedVersion[],
): readonly VersionFile[] {
  const there = new Set(files.map(placeName))
  return versions
    .filter((each) => !there.has(placeName(each)))
    .map(({ methodology, version, text }) => ({
      methodology,
      version,
      path: `${methodology}/${version}.yaml`,
      file: `${methodology}@${version}`,
      text,
    }))
}

async function listFiles(folder: string): Promise<readonly VersionFile[]> {
  const files: VersionFile[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const isFolder = entry.isDirectory()
    const methodology = isFolder ? entry.name : ''
    const names = isFolder
      ? await readdir(join(folder, entry.name))
      : [entry.name]
    for (const name of names.filter(isMethodologyFile)) {
      files.push(versionFile(folder, methodology, name))
    }
  }
  return files
}

function versionFile(
  folder: string,
  methodology: string,
  name: string,
): VersionFile {
  const path = methodology === '' ? name : `${methodology}/${name}`
  return {
    methodology,
    version: basename(name).replace(EXTENSION, ''),
    path,
    file: shownPath(join(folder, path)),
    text: null,
  }
}

/**
 * Locked versions whose file is not there any more, at their line of the lock;
 * not those whose text the database has.
 */
function findGone({
  folder,
  lock,
  files,
  published,
}: Omit<Catalogue, 'problems'>): readonly CatalogueProblem[] {
  const there = new Set(files.map(({ path }) => path))
  const gone = [...lock.methodologies].filter(
    ([id, locked]) =>
      !there.has(locked.file) && published.get(id)?.sha256 !== locked.sha256,
  )
  return gone.map(([id, { file: path }]) => ({
    ...fileProblemAt(shownPath(lockFile(folder)), 'LOCKED_FILE_MISSING', {
      path,
    }),
    methodology: id.split('@', 1)[0] ?? id,
  }))
}

function inOrder(a: VersionFile, b: VersionFile): number {
  return a.path < b.path ? -1 : 1
}
