/**
 * Checks the methodology files of the package while the command line is built,
 * with the engine that goes into it, so that `list` need not check again what
 * has not changed since. A file is known by the hash of its text alone.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Plugin } from 'vite'
import { loadMethodology, sha256, type Identity } from './engine/index.js'

const KNOWN_BY_THE_BUILD = /\/server\/catalogue\/sound-versions\.ts$/

/** @param rules - folder of the methodology files */
export function soundVersions(rules: string): Plugin {
  return {
    name: 'sound-versions',
    enforce: 'pre',
    load: {
      filter: { id: KNOWN_BY_THE_BUILD },
      async handler() {
        const known: [string, Identity][] = []
        for (const path of await readdir(rules, { recursive: true })) {
          if (!/\.ya?ml$/i.test(path)) continue
          const file = join(rules, path)
          this.addWatchFile(file)
          const identity = await soundIdentity(file)
          if (identity) known.push(identity)
        }
        const entries = JSON.stringify(known.sort(), null, 2)
        return `export const SOUND_VERSIONS = new Map(${entries})`
      },
    },
  }
}

/** Null where the file has a mistake, which whoever uses it is told. */
async function soundIdentity(file: string): Promise<[string, Identity] | null> {
  const text = await readFile(file, 'utf8')
  const { methodology, problems } = loadMethodology(file, text)
  if (!methodology || problems.length > 0) return null
  const { id, version, title, description, status } = methodology
  const { act, years, edition, supersedes } = methodology
  const named = { id, version, title, description, status }
  return [await sha256(text), { ...named, act, years, edition, supersedes }]
}
