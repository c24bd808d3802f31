/** The command as users have it: built once for the tests that start threads or processes. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

let built: Promise<string> | null = null

/** The folder of the built command and of the programs of its threads. */
export function builtPrograms(): Promise<string> {
  built ??= buildAll()
  return built
}

/** The same as a URL, for an `Io`. */
export async function programsUrl(): Promise<URL> {
  return pathToFileURL(`${await builtPrograms()}/`)
}

async function buildAll(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'olshem-programs-'))
  await build({ root, logLevel: 'error', build: { outDir } })
  return outDir
}
