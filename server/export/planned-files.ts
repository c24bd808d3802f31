/**
 * The published versions of the database as the files of a rules folder. Data of
 * examples and registers, which the database does not hold as files, come from
 * the rules folder of this server.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { sha256 } from '../../engine/index.js'
import { hashExampleData, listExampleData } from '../catalogue/example-data.js'
import { lockText, readLock, type Lock } from '../catalogue/lock.js'
import type { Database } from '../database/tables.js'
import { loadVersion, versionName } from '../methodology-store/load-version.js'
import { Refusal } from '../refusal.js'
import {
  listMethodologyVersions,
  type MethodologyVersion,
} from '../repository/methodology-versions.js'
import { getText } from '../repository/texts.js'

export interface PlannedFiles {
  /** Path from the folder -> what it says. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly lock: Lock
  /** As `hdi@2014`. */
  readonly versions: readonly string[]
  readonly withdrawn: readonly string[]
  /** Files that versions name, and that the folder of this server does not have. */
  readonly missing: readonly string[]
}

/** Nothing is scored with what stands below: the folders of versions stand one level higher. */
const WITHDRAWN = 'withdrawn'

/** Names of methodologies and versions become parts of a path. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9.-]*$/

/** @throws Refusal where a text was damaged, or data of examples were changed */
export async function planFiles(
  database: Database,
  rules: string,
): Promise<PlannedFiles> {
  const files = new Map<string, Uint8Array>()
  const methodologies = new Map<string, { file: string; sha256: string }>()
  const data = new Map<string, string>()
  const missing: string[] = []
  const all = await listMethodologyVersions(database)
  const withdrawn = all.filter(({ status }) => status === 'withdrawn')
  const published = all.filter(({ status }) => status === 'published')
  for (const version of all) {
    const { text } = await getText(database, version.sha256)
    const path = pathOf(version)
    files.set(path, Buffer.from(text, 'utf8'))
    if (version.status === 'withdrawn') continue
    const { sha256: hash } = version
    methodologies.set(versionName(version), { file: path, sha256: hash })
    const beside = await filesBeside(rules, version, text)
    for (const [file, bytes] of beside.files) files.set(file, bytes)
    for (const [file, found] of beside.data) data.set(file, found)
    missing.push(...beside.missing)
  }
  if (withdrawn.length > 0) {
    files.set(`${WITHDRAWN}/withdrawn.json`, noticeOf(withdrawn))
  }
  const lock = { methodologies, data }
  files.set('lock.json', Buffer.from(lockText(lock), 'utf8'))
  return {
    files,
    lock,
    versions: published.map(versionName),
    withdrawn: withdrawn.map(versionName),
    missing: [...new Set(missing)],
  }
}

function pathOf(version: MethodologyVersion): string {
  const { methodology, version: name, status } = version
  if (!NAME.test(methodology) || !NAME.test(name)) {
    throw new Refusal([
      `${versionName(version)} cannot be the name of a file: nothing is exported.`,
    ])
  }
  const path = `${methodology}/${name}.yaml`
  return status === 'withdrawn' ? `${WITHDRAWN}/${path}` : path
}

function noticeOf(withdrawn: readonly MethodologyVersion[]): Uint8Array {
  const entries = withdrawn.map((version) => [
    versionName(version),
    {
      file: pathOf(version),
      sha256: version.sha256,
      withdrawnAt: version.withdrawnAt,
      because: version.withdrawnBecause,
    },
  ])
  const json = JSON.stringify(Object.fromEntries(entries), null, 2)
  return Buffer.from(`${json}\n`, 'utf8')
}

/** The data that the examples of a version name, and its register. */
async function filesBeside(
  rules: string,
  version: MethodologyVersion,
  text: string,
) {
  const loaded = loadVersion({ version, text })
  const file = join(rules, pathOf(version))
  const data = await hashExampleData({ folder: rules }, { file, loaded })
  const files = new Map<string, Uint8Array>()
  const missing = listExampleData({ loaded })
    .map((path) => `${version.methodology}/${path}`)
    .filter((path) => ![...data.keys()].some((each) => isAt(each, path)))
  const { lock } = await readLock(rules)
  for (const [path, hash] of data) {
    const bytes = await readFile(join(rules, path))
    const locked = lock.data.get(path) ?? hash
    if (locked !== (await sha256(bytes))) throw changed(rules, path)
    files.set(path, bytes)
  }
  const { register = null } = loaded.usable ?? {}
  if (register && NAME.test(register.id)) {
    const path = `registers/${register.id}.csv`
    const bytes = await readFile(join(rules, path)).catch(() => null)
    if (bytes) files.set(path, bytes)
    else missing.push(path)
  }
  return { files, data, missing }
}

function isAt(path: string, named: string): boolean {
  return path === named || path.startsWith(`${named}/`)
}

function changed(rules: string, path: string): Refusal {
  return new Refusal([
    `${join(rules, path)} was changed after it was recorded in the lock: nothing is exported. Bring it back first.`,
  ])
}
