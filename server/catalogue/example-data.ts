/** The data files that examples of a methodology file name, beside that file. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'

import {
  sha256,
  type LocatedProblem,
  type ReadDataset,
} from '../../engine/index.js'
import { fileProblem } from '../data/file-problem.js'
import { readData } from '../data/read-data.js'
import type { Catalogue } from './catalogue.js'
import { fileProblemAt } from './file-problem-at.js'
import type { Entry } from './load-entry.js'
import { lockFile } from './lock.js'
import { shownPath } from './rules-folder.js'

/** Reads the data of an example; only what lies beside the file or below is read. */
export async function readExampleData(
  file: string,
  path: string,
  year: number,
): Promise<ReadDataset> {
  if (isBeside(path)) return readData(join(dirname(file), path), { year })
  const message = `"${path}" leads out of the folder of the methodology file. Put the data of examples beside it.`
  return {
    dataset: { year: null, bodies: [] },
    problems: [fileProblem('DATA_FILE_UNREADABLE', path, message)],
  }
}

type FileOfExamples = Pick<Entry, 'file' | 'loaded'>

/** Data files of an entry's examples: path from the rules folder -> hash of the bytes. */
export async function hashExampleData(
  { folder }: Pick<Catalogue, 'folder'>,
  entry: FileOfExamples,
): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>()
  for (const path of listExampleData(entry).filter(isBeside)) {
    for (const file of await listFiles(join(dirname(entry.file), path))) {
      const fromFolder = relative(resolve(folder), resolve(file))
      const name = fromFolder.split(/[/\\]/).join('/')
      hashes.set(name, await sha256(await readFile(file)))
    }
  }
  return hashes
}

/** Data of examples that are not as they were when the version was published. */
export async function findChangedData(
  catalogue: Catalogue,
  entry: Entry,
): Promise<readonly LocatedProblem[]> {
  const hashes = await hashExampleData(catalogue, entry)
  const { folder, lock } = catalogue
  const changed = [...hashes].flatMap(([path, found]) => {
    const locked = lock.data.get(path)
    if (locked === undefined || locked === found) return []
    const file = shownPath(join(folder, path))
    return fileProblemAt(file, 'VERSION_CHANGED', { locked, found })
  })
  const gone = lockedExampleData(catalogue, entry)
    .filter((path) => !hashes.has(path))
    .map((path) =>
      fileProblemAt(shownPath(lockFile(folder)), 'LOCKED_FILE_MISSING', {
        path,
      }),
    )
  return [...changed, ...gone]
}

/** Locked data files that the examples of an entry name, or that lie in folders that they name. */
export function lockedExampleData(
  { lock }: Catalogue,
  entry: Entry,
): readonly string[] {
  const beside = `${entry.place?.methodology ?? ''}/`
  const named = listExampleData(entry).map((path) => `${beside}${path}`)
  return [...lock.data.keys()].filter((path) =>
    named.some((name) => path === name || path.startsWith(`${name}/`)),
  )
}

/** As the file names them: paths from the folder that it stands in. */
export function listExampleData({
  loaded,
}: Pick<Entry, 'loaded'>): readonly string[] {
  const tree = loaded?.source.tree
  const examples = isTable(tree) ? tree['examples'] : null
  if (!Array.isArray(examples)) return []
  const paths = examples.flatMap((example: unknown) => {
    const data = isTable(example) ? example['data'] : null
    return typeof data === 'string' ? data.replace(/\/+$/, '') : []
  })
  return [...new Set(paths)]
}

/** A file is itself, a folder its CSV files; nothing is nothing: reading it says so. */
async function listFiles(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = await readdir(path)
    return names
      .filter((name) => /\.csv$/i.test(name))
      .map((name) => join(path, name))
  } catch {
    return []
  }
}

function isBeside(path: string): boolean {
  return !isAbsolute(path) && !path.split(/[/\\]/).includes('..')
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
