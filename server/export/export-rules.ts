/** Writes a rules folder for git and for review by people; nothing that is there is written over. */
import { mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'

import { lockFile, readLock, type Lock } from '../catalogue/lock.js'
import { ownRulesFolder } from '../catalogue/rules-folder.js'
import { faultOf } from '../data/read-text.js'
import type { Database } from '../database/tables.js'
import { replaceFile } from '../output/write-output.js'
import { Refusal } from '../refusal.js'
import { planFiles, type PlannedFiles } from './planned-files.js'

export interface ExportedRules extends Omit<PlannedFiles, 'files' | 'lock'> {
  /** Paths from the folder, of what was not there yet. */
  readonly written: readonly string[]
}

const MOST_NAMED = 20

/**
 * @param rules - the rules folder of this server, which is never written
 * @throws Refusal where the folder has other contents, with each file; nothing is written then
 */
export async function exportRules(
  database: Database,
  rules: string,
  folder: string,
): Promise<ExportedRules> {
  await refuseOwnFolders(folder, rules)
  const { files, lock, ...planned } = await planFiles(database, rules)
  const there = await listFiles(folder)
  await refuseOthers(folder, there, files, lock)
  const written: string[] = []
  for (const [path, bytes] of files) {
    const isNew = await writeNew(folder, path, bytes)
    if (isNew) written.push(path)
  }
  return { ...planned, written }
}

/** A server would be given its rules back, approved by whoever wrote there. */
async function refuseOwnFolders(folder: string, rules: string): Promise<void> {
  const target = await realPathOf(resolve(folder))
  for (const own of [rules, ownRulesFolder()]) {
    const ways = [
      relative(await realPathOf(resolve(own)), target),
      relative(target, await realPathOf(resolve(own))),
    ]
    if (ways.every((way) => way !== '' && way.split(sep)[0] === '..')) continue
    throw new Refusal([
      `${folder} and the rules folder ${own} lie in one another, and a server never writes its own rules. Name another folder.`,
    ])
  }
}

/** Of a path that is not there yet, where it would be. */
async function realPathOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(await realPathOf(above), basename(path))
  }
}

/** Paths with slashes; what git keeps for itself is not looked at. */
async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, {
      recursive: true,
      withFileTypes: true,
    })
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .map((path) => path.split(sep).join('/'))
      .filter((path) => path !== '.git' && !path.startsWith('.git/'))
      .sort()
  } catch (error) {
    const isAbsent =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isAbsent) return []
    throw new Refusal([`${folder} cannot be read: ${faultOf(error)}.`])
  }
}

/** Files of an earlier export may be there: unchanged, and their lock a part of the new one. */
async function refuseOthers(
  folder: string,
  there: readonly string[],
  files: PlannedFiles['files'],
  lock: Lock,
): Promise<void> {
  const others: string[] = []
  for (const path of there) {
    const isLock = path === 'lock.json'
    const bytes = files.get(path)
    const isSame = isLock
      ? await isPartOf(folder, lock)
      : bytes !== undefined &&
        Buffer.compare(bytes, await readFile(join(folder, path))) === 0
    if (!isSame) others.push(path)
  }
  if (others.length === 0) return
  const named = others.slice(0, MOST_NAMED).map((path) => join(folder, path))
  const more = others.length - named.length
  throw new Refusal([
    `${folder} holds what is not exported, or other texts under the same names. Nothing was written.`,
    ...named,
    ...(more > 0 ? [`and ${more} more`] : []),
    'Take these away, or name another folder.',
  ])
}

async function isPartOf(folder: string, lock: Lock): Promise<boolean> {
  const { lock: there, problem } = await readLock(folder)
  return (
    problem === null &&
    [...there.methodologies].every(
      ([name, { sha256 }]) => lock.methodologies.get(name)?.sha256 === sha256,
    ) &&
    [...there.data].every(([path, hash]) => lock.data.get(path) === hash)
  )
}

/** @returns false where the file is there as it should be */
async function writeNew(
  folder: string,
  path: string,
  bytes: Uint8Array,
): Promise<boolean> {
  const file = join(folder, path)
  const old = await readFile(file).catch(() => null)
  if (old && Buffer.compare(old, bytes) === 0) return false
  try {
    await mkdir(dirname(file), { recursive: true })
    if (file === lockFile(folder)) {
      await replaceFile(Buffer.from(bytes).toString('utf8'), file)
    } else {
      await writeFile(file, bytes, { flag: 'wx' })
    }
  } catch (error) {
    throw new Refusal([`${file} cannot be written: ${faultOf(error)}.`])
  }
  return true
}
