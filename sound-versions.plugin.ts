/**
 * Checks the methodology files of the package while the command line is built,
 * with the engine that goes into it, so that `list` need not check again what
 * has not changed since. A file is known by the hash of its text alone.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Plugin } from 'vite'
import {
  loadMethodology,
  sha256,
  type LineRange,
  type Methodology,
} from './engine/index.js'
import type { SoundVersion } from './server/catalogue/sound-versions.js'

const KNOWN_BY_THE_BUILD = /\/server\/catalogue\/sound-versions\.ts$/

/** @param rules - folder of the methodology files */
export function soundVersions(rules: string): Plugin {
  return {
    name: 'sound-versions',
    enforce: 'pre',
    load: {
      filter: { id: KNOWN_BY_THE_BUILD },
      async handler() {
        const known: [string, SoundVersion][] = []
        for (const path of await readdir(rules, { recursive: true })) {
          if (!/\.ya?ml$/i.test(path)) continue
          const file = join(rules, path)
          this.addWatchFile(file)
          const found = await soundVersion(file)
          if (found) known.push(found)
        }
        const entries = JSON.stringify(known.sort(), null, 2)
        return `export const SOUND_VERSIONS = new Map(${entries})`
      },
    },
  }
}

/** Null where the file has a mistake, which whoever uses it is told. */
export async function soundVersion(
  file: string,
): Promise<[string, SoundVersion] | null> {
  const text = await readFile(file, 'utf8')
  const { methodology, problems } = loadMethodology(file, text)
  if (!methodology || problems.length > 0) return null
  const { id, version, title, description, status } = methodology
  const { act, years, edition, supersedes } = methodology
  const named = { id, version, title, description, status }
  const identity = { ...named, act, years, edition, supersedes }
  const examples = linesOfExamples(methodology)
  const read = loadMethodology(file, text, examples)
  if (read.problems.length > 0) {
    throw new Error(`${file} cannot be read without its examples`)
  }
  return [await sha256(text), { identity, examples }]
}

/** From the key to the line before the next section. */
function linesOfExamples({ source }: Methodology): LineRange | null {
  const sections = Object.keys(source.tree ?? {})
  const lines = sections.map((name) => source.position([name]).line)
  const first = lines[sections.indexOf('examples')]
  if (first === undefined) return null
  const next = lines.filter((line) => line > first)
  const end = source.text.split('\n').length
  return { first, last: Math.min(...next.map((line) => line - 1), end) }
}
