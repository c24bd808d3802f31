/** What the database has of the rules, as plain data, which threads are given too. */
import type { PublishedVersion } from '../../catalogue/published-version.js'
import type { Database } from '../../database/tables.js'
import {
  listMethodologyVersions,
  type MethodologyVersion,
} from '../../repository/methodology-versions.js'
import { listRegisters } from '../../repository/registers.js'
import { getText } from '../../repository/texts.js'

export interface StoredRules {
  readonly versions: readonly PublishedVersion[]
  /** Of each register the state loaded last; null without a database, where the rules folder has them. */
  readonly registers: readonly StoredRegisterText[] | null
}

export interface StoredRegisterText {
  readonly id: string
  readonly text: string
}

export const NOTHING_STORED: StoredRules = { versions: [], registers: null }

/** @param inFolder - names as `hdi@2014` of versions that need no text from here */
export async function readStoredRules(
  database: Database,
  inFolder: ReadonlySet<string>,
): Promise<StoredRules> {
  const versions: PublishedVersion[] = []
  for (const version of await listMethodologyVersions(database)) {
    const name = `${version.methodology}@${version.version}`
    const isHere = inFolder.has(name)
    const stored = isHere ? null : await getText(database, version.sha256)
    versions.push(publishedVersion(version, stored?.text ?? null))
  }
  const registers = new Map<string, string>()
  for (const { id, sha256 } of await listRegisters(database)) {
    // The state loaded last comes first.
    if (registers.has(id)) continue
    const { text } = await getText(database, sha256)
    registers.set(id, text)
  }
  const texts = [...registers].map(([id, text]) => ({ id, text }))
  return { versions, registers: texts }
}

/**
 * Gives a text that differs as soon as a version was added or withdrawn, or a
 * register loaded: none of them is ever taken away, and no withdrawal is undone.
 * Each request looks, so that the query is written once.
 */
export function stateOfStored(database: Database): () => Promise<string> {
  const query = database
    .selectFrom('methodology_versions')
    .select((from) => [
      from.fn.countAll().as('versions'),
      from.fn.count('withdrawn_at').as('withdrawn'),
      from
        .selectFrom('registers')
        .select((inner) => inner.fn.countAll().as('count'))
        .as('registers'),
    ])
    .compile()
  return async () => {
    const { rows } = await database.executeQuery(query)
    const [{ versions, withdrawn, registers } = NOTHING_COUNTED] = rows
    return [versions, withdrawn, registers].join(' ')
  }
}

const NOTHING_COUNTED = { versions: 0, withdrawn: 0, registers: 0 }

function publishedVersion(
  version: MethodologyVersion,
  text: string | null,
): PublishedVersion {
  const { methodology, sha256, origin, withdrawnAt, withdrawnBecause } = version
  const withdrawn =
    version.status === 'withdrawn'
      ? { at: withdrawnAt ?? '', because: withdrawnBecause ?? '' }
      : null
  const name = { methodology, version: version.version }
  return { ...name, sha256, origin, withdrawn, text }
}
