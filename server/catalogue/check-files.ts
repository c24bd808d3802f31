/** Everything that can be wrong with methodology files without any data to score. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

import {
  checkRegisterUse,
  findVersionProblems,
  releaseRisks,
  runExamples,
  type FileWarning,
  type LocatedProblem,
  type Methodology,
} from '../../engine/index.js'
import { faultOf } from '../data/read-text.js'
import type { Progress } from '../output/progress.js'
import { readRegisterOf } from '../registers/read-register-file.js'
import {
  isMethodologyFile,
  openCatalogue,
  type Catalogue,
} from './catalogue.js'
import { findChangedData, readExampleData } from './example-data.js'
import { fileProblemAt } from './file-problem-at.js'
import { findPlace, loadEntry, type Entry } from './load-entry.js'

/** A mistake, or what people should know of a file without mistakes. */
export type Finding = LocatedProblem | FileWarning

export function isMistake(finding: Finding): finding is LocatedProblem {
  return finding.code !== 'RELEASE_SOLVABLE'
}

/** Folders that hold other people's files. */
const HIDDEN = /(^|[/\\])(\.|node_modules[/\\])/

/**
 * @param folder - the rules folder
 * @param paths - files and folders; none: the rules folder
 */
export async function checkFiles(
  folder: string,
  paths: readonly string[],
  progress: Progress,
): Promise<readonly Finding[]> {
  const catalogue = await openCatalogue(folder)
  if (paths.length === 0) return checkCatalogue(catalogue, progress)
  const problems: Finding[] = []
  const files: string[] = []
  for (const path of paths) {
    const found = await lookAt(path)
    if (found.kind === 'files') files.push(...found.files)
    if (found.kind === 'problem') problems.push(found.problem)
    if (found.kind === 'catalogue') {
      const other = await openCatalogue(path)
      problems.push(...(await checkCatalogue(other, progress)))
    }
  }
  const entries: Entry[] = []
  for (const file of files) {
    entries.push(await loadEntry(catalogue, file, findPlace(catalogue, file)))
  }
  const siblings = await loadSiblings(catalogue, entries)
  problems.push(...(await checkEntries(catalogue, entries, siblings, progress)))
  return problems
}

async function checkCatalogue(
  catalogue: Catalogue,
  progress: Progress,
): Promise<readonly Finding[]> {
  const entries: Entry[] = []
  for (const place of catalogue.files) {
    entries.push(await loadEntry(catalogue, place.file, place))
  }
  const problems = await checkEntries(catalogue, entries, [], progress)
  return [...catalogue.problems, ...problems]
}

/** @param siblings - other versions, which are not checked themselves */
async function checkEntries(
  catalogue: Catalogue,
  entries: readonly Entry[],
  siblings: readonly Entry[],
  progress: Progress,
): Promise<readonly Finding[]> {
  const problems: Finding[] = []
  const ofVersions = findVersionProblems(usableOf(entries))
  for (const entry of entries) {
    await progress.say(`checking ${entry.file}`)
    const own = [
      ...entry.problems,
      ...ofVersions.filter(({ file }) => file === entry.file),
      ...siblings.flatMap((sibling) =>
        findVersionProblems(usableOf([entry, sibling])),
      ),
      ...(await checkRegister(catalogue, entry)),
      ...(await checkExamples(entry)),
      ...usableOf([entry]).flatMap(releaseRisks),
    ]
    problems.push(...inOrder(own), ...(await findChangedData(catalogue, entry)))
  }
  return problems
}

function usableOf(entries: readonly Entry[]): readonly Methodology[] {
  return entries.flatMap(({ loaded }) => loaded?.usable ?? [])
}

async function checkExamples(entry: Entry): Promise<readonly LocatedProblem[]> {
  if (!entry.loaded?.usable) return []
  const { problems } = await runExamples(entry.loaded, (path, year) =>
    readExampleData(entry.file, path, year),
  )
  return problems
}

/** The register that a file names is there, sound, and has the attributes. */
async function checkRegister(
  { folder }: Catalogue,
  { loaded }: Entry,
): Promise<readonly LocatedProblem[]> {
  if (!loaded?.usable) return []
  const read = await readRegisterOf(loaded.usable, folder)
  return checkRegisterUse(loaded.usable, read)
}

/** A version of the rules folder that is checked alone still must not overlap others. */
async function loadSiblings(
  catalogue: Catalogue,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  const checked = new Set(entries.map(({ place }) => place?.path))
  const ids = new Set(entries.map(({ place }) => place?.methodology))
  const siblings = catalogue.files.filter(
    ({ methodology, path }) => ids.has(methodology) && !checked.has(path),
  )
  return Promise.all(
    siblings.map((place) => loadEntry(catalogue, place.file, place)),
  )
}

type Found =
  | { readonly kind: 'files'; readonly files: readonly string[] }
  | { readonly kind: 'catalogue' }
  | { readonly kind: 'problem'; readonly problem: LocatedProblem }

/** A folder with a lock is a rules folder; another one holds files at any depth. */
async function lookAt(path: string): Promise<Found> {
  try {
    if (!(await stat(path)).isDirectory())
      return { kind: 'files', files: [path] }
    const names = await readdir(path, { recursive: true })
    if (names.includes('lock.json')) return { kind: 'catalogue' }
    const files = names
      .filter(isMethodologyFile)
      .filter((name) => !HIDDEN.test(name))
      .sort()
      .map((name) => join(path, name))
    return { kind: 'files', files }
  } catch (error) {
    const reason = faultOf(error)
    const problem = fileProblemAt(path, 'FILE_UNREADABLE', { reason })
    return { kind: 'problem', problem }
  }
}

function inOrder(found: readonly Finding[]): readonly Finding[] {
  return [...found].sort((a, b) => a.line - b.line || a.column - b.column)
}
