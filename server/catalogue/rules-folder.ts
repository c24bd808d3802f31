/** Where the methodology files are: `--rules`, `OLSHEM_RULES`, or the package's own. */
import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Io } from '../io.js'

/** @param option - what `--rules` said */
export function findRulesFolder(
  option: string | undefined,
  { environment }: Pick<Io, 'environment'>,
): string {
  return option ?? (environment['OLSHEM_RULES'] || ownRulesFolder())
}

/** The folder `rules` of the package that this code, built or not, belongs to. */
export function ownRulesFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  let folder = here
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) return join(here, 'rules')
    folder = above
  }
  return join(folder, 'rules')
}

/** A path as people read it: from where they are, unless it lies elsewhere. */
export function shownPath(path: string): string {
  const fromHere = relative('', path)
  const isBelow = fromHere !== '' && !fromHere.startsWith('..')
  return isBelow ? fromHere : path
}
