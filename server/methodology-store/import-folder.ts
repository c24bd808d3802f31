/**
 * At start, published files of the rules folder that the database does not know
 * become versions of it, marked `imported`. Several servers may do so at once,
 * each with a folder of its own: the first text of a version stands, and a
 * folder that has another one is told so.
 */
import { sha256, type LocatedProblem } from '../../engine/index.js'
import { openCatalogue, type VersionFile } from '../catalogue/catalogue.js'
import { readRulesText } from '../catalogue/rules-text.js'
import { standingOf, type Standing } from '../catalogue/standing.js'
import { inTransaction } from '../database/in-transaction.js'
import type { Database } from '../database/tables.js'
import { logAction, type Acting } from '../repository/acting.js'
import {
  findMethodologyVersion,
  insertMethodologyVersion,
  type MethodologyVersion,
} from '../repository/methodology-versions.js'
import { putText } from '../repository/texts.js'
import { findChangedFile } from './changed-file.js'
import { importRegisters, type ImportedRegisters } from './import-registers.js'
import { versionName } from './load-version.js'

export interface ImportedFolder {
  /** As `hdi@2014`. */
  readonly imported: readonly string[]
  readonly registers: ImportedRegisters
  /** Of files that are not used; `VERSION_CHANGED` among them. */
  readonly problems: readonly LocatedProblem[]
}

/** @param rules - the rules folder; it is read, and never written */
export async function importFolder(
  database: Database,
  rules: string,
  acting: Acting,
): Promise<ImportedFolder> {
  const catalogue = await openCatalogue(rules)
  const imported: string[] = []
  const problems: LocatedProblem[] = [...catalogue.problems]
  // Of a folder or a lock that cannot be read nothing is taken on trust.
  const isReliable = catalogue.problems.every(
    ({ methodology }) => methodology !== null,
  )
  for (const place of isReliable ? catalogue.files : []) {
    const known = await findMethodologyVersion(
      database,
      place.methodology,
      place.version,
    )
    if (!known) {
      const standing = await standingOf(catalogue, place)
      if (standing.problems.length > 0) problems.push(...standing.problems)
      else if (standing.identity?.status === 'published') {
        const isNew = await importVersion(database, place, standing, acting)
        if (isNew) imported.push(versionName(place))
      }
    }
    const changed = await findContradiction(database, rules, place)
    if (changed) problems.push(changed)
  }
  const registers = await importRegisters(database, rules, acting)
  return { imported, registers, problems }
}

/** @returns false where another server was faster */
async function importVersion(
  database: Database,
  place: VersionFile,
  standing: Standing,
  acting: Acting,
): Promise<boolean> {
  const read = await readRulesText(place.file)
  // The file may have been changed between the check and now.
  if (read.kind === 'problem') return false
  if ((await sha256(read.text)) !== standing.sha256) return false
  return inTransaction(database, async (transaction) => {
    const hash = await putText(transaction, 'methodology', read.text, acting.at)
    const version: MethodologyVersion = {
      methodology: place.methodology,
      version: place.version,
      sha256: hash,
      status: 'published',
      edition: standing.identity?.edition ?? null,
      origin: 'imported',
      publishedAt: null,
      withdrawnAt: null,
      withdrawnBecause: null,
    }
    const isNew = await insertMethodologyVersion(transaction, version)
    if (isNew) {
      const entry = {
        action: 'version.imported',
        subject: `version:${versionName(place)}`,
        details: { sha256: hash },
      }
      await logAction(acting, entry, transaction)
    }
    return isNew
  })
}

async function findContradiction(
  database: Database,
  rules: string,
  { methodology, version }: VersionFile,
): Promise<LocatedProblem | null> {
  const known = await findMethodologyVersion(database, methodology, version)
  return known ? findChangedFile(rules, known) : null
}
