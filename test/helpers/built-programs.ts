/** The command as users have it: built once for the tests that start threads or processes. */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

const PREFIX = 'olshem-programs-'
const HOUR_MILLISECONDS = 3_600_000

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
  // Beside the libraries that the programs load from there.
  const cache = join(root, 'node_modules', '.cache')
  await mkdir(cache, { recursive: true })
  await removeOld(cache)
  const outDir = await mkdtemp(join(cache, PREFIX))
  await build({ root, logLevel: 'error', build: { outDir } })
  return outDir
}

/** Test threads are ended without notice, so each run clears away what earlier ones left. */
async function removeOld(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(PREFIX)) continue
    const folder = join(cache, name)
    const found = await stat(folder).catch(() => null)
    const isOld = found && Date.now() - found.mtimeMs > HOUR_MILLISECONDS
    if (isOld) await rm(folder, { recursive: true, force: true })
  }
}
