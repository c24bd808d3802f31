/** The one version that an argument names: `hdi@2014`, a path, or `hdi` with a single version. */
import { Refusal } from '../refusal.js'
import type { Catalogue } from './catalogue.js'
import {
  getUsable,
  getVersion,
  loadNamed,
  type Version,
} from './find-version.js'
import type { Entry } from './load-entry.js'

/** @throws Refusal where several are meant, or the file has mistakes */
export async function getOneVersion(
  catalogue: Catalogue,
  argument: string,
  year?: number,
): Promise<Version> {
  if (year !== undefined) return getVersion(catalogue, argument, year)
  return getUsable(await getOneEntry(catalogue, argument))
}

/** The file, mistakes or not. @throws Refusal where several are meant */
export async function getOneEntry(
  catalogue: Catalogue,
  argument: string,
): Promise<Entry> {
  const entries = await loadNamed(catalogue, argument)
  const [entry, second] = entries
  if (entry && !second) return entry
  const names = entries.flatMap(({ place }) =>
    place ? [`${place.methodology}@${place.version}`] : [],
  )
  throw new Refusal([
    `"${argument}" has ${entries.length} versions: ${names.join(', ')}. Name the one that is meant.`,
  ])
}
