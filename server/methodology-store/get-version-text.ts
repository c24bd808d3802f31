/** The text of a version, which everything that uses a version goes through. */
import { closest } from '../../engine/index.js'
import { problemLine } from '../output/problem-line.js'
import {
  findMethodologyVersion,
  listMethodologyVersions,
  type MethodologyVersion,
} from '../repository/methodology-versions.js'
import { getText } from '../repository/texts.js'
import { ServiceRefusal } from '../service-refusal.js'
import { findChangedFile } from './changed-file.js'
import type { MethodologyStore } from './methodology-store.js'

export interface VersionText {
  readonly version: MethodologyVersion
  readonly text: string
}

/**
 * @throws ServiceRefusal `METHODOLOGY_UNKNOWN`, `VERSION_UNKNOWN`,
 *   `VERSION_CHANGED`, `TEXT_DAMAGED`
 */
export async function getVersionText(
  store: MethodologyStore,
  methodology: string,
  version: string,
): Promise<VersionText> {
  const found = await findMethodologyVersion(
    store.database,
    methodology,
    version,
  )
  if (!found) throw await unknown(store, methodology, version)
  return textOf(store, found)
}

/** @throws ServiceRefusal `VERSION_CHANGED`, `TEXT_DAMAGED` */
export async function textOf(
  { database, rules }: MethodologyStore,
  version: MethodologyVersion,
): Promise<VersionText> {
  const changed = rules === null ? null : await findChangedFile(rules, version)
  if (changed) {
    throw new ServiceRefusal('VERSION_CHANGED', [problemLine(changed)])
  }
  const { text } = await getText(database, version.sha256)
  return { version, text }
}

/** Of a methodology that is there, its versions are named. */
export async function unknown(
  { database }: MethodologyStore,
  methodology: string,
  version: string | null,
): Promise<ServiceRefusal> {
  const all = await listMethodologyVersions(database)
  const versions = all.filter((each) => each.methodology === methodology)
  if (version !== null && versions.length > 0) {
    const names = versions.map((each) => each.version).join(', ')
    return new ServiceRefusal('VERSION_UNKNOWN', [
      `"${methodology}" has no version "${version}". Its versions are ${names}.`,
    ])
  }
  const ids = [...new Set(all.map((each) => each.methodology))]
  const near = closest(methodology, ids)
  const asked = near === undefined ? '' : ` Did you mean "${near}"?`
  const known = ids.length === 0 ? 'There is none.' : `${ids.join(', ')}.`
  return new ServiceRefusal('METHODOLOGY_UNKNOWN', [
    `There is no methodology "${methodology}".${asked} There are: ${known}`,
  ])
}
