/**
 * The lock beside the methodology files: the hashes of what was published, so
 * that a change of it is noticed at each use.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { LocatedProblem } from '../../engine/index.js'
import { faultOf } from '../data/read-text.js'
import { replaceFile } from '../output/write-output.js'
import { fileProblemAt } from './file-problem-at.js'
import { shownPath } from './rules-folder.js'

export interface Lock {
  /** As `hdi@2014` -> its file, from the rules folder, and the hash of its text. */
  readonly methodologies: ReadonlyMap<string, LockedVersion>
  /** Data file of examples, from the rules folder -> the hash of its bytes. */
  readonly data: ReadonlyMap<string, string>
}

export interface LockedVersion {
  readonly file: string
  readonly sha256: string
}

export interface ReadLock {
  readonly lock: Lock
  /** A lock that cannot be read proves nothing, so nothing published is used. */
  readonly problem: LocatedProblem | null
}

const NOTHING_LOCKED: Lock = { methodologies: new Map(), data: new Map() }

/** A folder without a lock has nothing locked. */
export async function readLock(folder: string): Promise<ReadLock> {
  const file = lockFile(folder)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const isAbsent =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isAbsent) return { lock: NOTHING_LOCKED, problem: null }
    return unreadable(file, faultOf(error))
  }
  const lock = parseLock(text)
  if (lock !== null) return { lock, problem: null }
  const shape = '{"methodologies": {ID: {file, sha256}}, "data": {PATH: SHA}}'
  return unreadable(file, `it is not a lock, which is JSON as ${shape}`)
}

/** The hash that a version was published with; null where it is not locked. */
export function lockedHash(lock: Lock, version: string): string | null {
  return lock.methodologies.get(version)?.sha256 ?? null
}

export async function writeLock(folder: string, lock: Lock): Promise<void> {
  await replaceFile(lockText(lock), lockFile(folder))
}

export function lockText(lock: Lock): string {
  const json = {
    methodologies: Object.fromEntries(sorted(lock.methodologies)),
    data: Object.fromEntries(sorted(lock.data)),
  }
  return `${JSON.stringify(json, null, 2)}\n`
}

export function lockFile(folder: string): string {
  return join(folder, 'lock.json')
}

function unreadable(file: string, reason: string): ReadLock {
  const problem = fileProblemAt(shownPath(file), 'FILE_UNREADABLE', { reason })
  return { lock: NOTHING_LOCKED, problem }
}

function parseLock(text: string): Lock | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  if (!isTable(json)) return null
  const methodologies = mapOf(json['methodologies'], isLockedVersion)
  const data = mapOf(json['data'], (value) => typeof value === 'string')
  return methodologies && data ? { methodologies, data } : null
}

function mapOf<Item>(
  value: unknown,
  isItem: (value: unknown) => value is Item,
): ReadonlyMap<string, Item> | null {
  if (!isTable(value)) return null
  const entries: [string, Item][] = []
  for (const [key, item] of Object.entries(value)) {
    if (!isItem(item)) return null
    entries.push([key, item])
  }
  return new Map(entries)
}

function isLockedVersion(value: unknown): value is LockedVersion {
  return (
    isTable(value) &&
    typeof value['file'] === 'string' &&
    typeof value['sha256'] === 'string'
  )
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted<Item>(map: ReadonlyMap<string, Item>): [string, Item][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}
