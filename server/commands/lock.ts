/** `olshem lock`: records the hashes of newly published versions and their data. */
import { Command } from 'commander'

import type { LocatedProblem } from '../../engine/index.js'
import {
  openCatalogue,
  withLock,
  type Catalogue,
} from '../catalogue/catalogue.js'
import {
  findChangedData,
  hashExampleData,
  lockedExampleData,
} from '../catalogue/example-data.js'
import { loadEntry } from '../catalogue/load-entry.js'
import { writeLock, type Lock } from '../catalogue/lock.js'
import { findRulesFolder } from '../catalogue/rules-folder.js'
import { problemLine } from '../output/problem-line.js'
import { Refusal } from '../refusal.js'
import type { ProgramOptions, Setting } from './setting.js'

interface Options extends ProgramOptions {
  readonly replace: readonly string[]
}

export function lockCommand({ io }: Setting): Command {
  return new Command('lock')
    .description('record published versions and the data of their examples')
    .option(
      '--replace <id@version>',
      'record again a version that was never released (repeatable)',
      (id: string, ids: readonly string[]) => [...ids, id],
      [],
    )
    .addHelpText('after', EXAMPLES)
    .action(async (_: Options, command: Command) => {
      const { rules, replace } = command.optsWithGlobals<Options>()
      const opened = await openCatalogue(findRulesFolder(rules, io))
      const catalogue = await forget(opened, replace)
      const lock = await extendLock(catalogue)
      await writeLock(catalogue.folder, lock)
      const before = hashesOf(opened.lock)
      const lines = [...hashesOf(lock)]
        .filter(([name, hash]) => before.get(name) !== hash)
        .map(([name, hash]) => `${name} ${hash}`)
      const text = lines.length === 0 ? 'Nothing new.' : lines.join('\n')
      await io.out.write(`${text}\n`)
    })
}

const EXAMPLES = `
What is recorded is never changed: a published version that was changed is refused
by every command. Drafts are not recorded. Examples:
  olshem lock
  olshem lock --replace hdi@2014`

/** The lock with what is published and not yet in it. @throws Refusal with all mistakes */
async function extendLock(catalogue: Catalogue): Promise<Lock> {
  const methodologies = new Map(catalogue.lock.methodologies)
  const data = new Map(catalogue.lock.data)
  const problems: LocatedProblem[] = [...catalogue.problems]
  for (const place of catalogue.files) {
    const entry = await loadEntry(catalogue, place.file, place)
    if (entry.loaded?.usable?.status === 'draft' && !entry.isDoubtful) continue
    problems.push(
      ...entry.problems,
      ...(await findChangedData(catalogue, entry)),
    )
    const { methodology, version, path } = place
    const { sha256 } = entry
    const id = `${methodology}@${version}`
    if (sha256 !== null) methodologies.set(id, { file: path, sha256 })
    for (const [file, hash] of await hashExampleData(catalogue, entry)) {
      data.set(file, hash)
    }
  }
  if (problems.length > 0) throw new Refusal(problems.map(problemLine))
  return { methodologies, data }
}

/** Takes versions, and the data of their examples, out of the lock. */
async function forget(
  catalogue: Catalogue,
  ids: readonly string[],
): Promise<Catalogue> {
  const { lock, files } = catalogue
  const unknown = ids.filter((id) => !lock.methodologies.has(id))
  if (unknown.length > 0) {
    const known = [...lock.methodologies.keys()].join(', ')
    throw new Refusal([
      `The lock has no ${unknown.join(', ')}. It has ${known === '' ? 'nothing' : known}.`,
    ])
  }
  const methodologies = new Map(lock.methodologies)
  const data = new Map(lock.data)
  for (const id of ids) {
    const path = methodologies.get(id)?.file
    methodologies.delete(id)
    const place = files.find((file) => file.path === path)
    if (!place) continue
    const entry = await loadEntry(catalogue, place.file, place)
    lockedExampleData(catalogue, entry).forEach((file) => data.delete(file))
  }
  return withLock(catalogue, { methodologies, data })
}

function hashesOf({ methodologies, data }: Lock): ReadonlyMap<string, string> {
  const versions = [...methodologies].map(
    ([id, { sha256 }]) => [id, sha256] as const,
  )
  return new Map([...versions, ...data])
}
