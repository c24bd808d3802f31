/**
 * A run that another installation exported. Its texts must have the hashes that
 * they are named by, and the run must name them; what it says of its own time
 * and author cannot be checked, so the import's are kept.
 */
import { readRun, sha256, type RunRecord } from '../../engine/index.js'
import { inTransaction } from '../database/in-transaction.js'
import type { Database } from '../database/tables.js'
import { parseRunJson } from '../history/read-run-file.js'
import { logAction, type Acting } from '../repository/acting.js'
import { findMethodologyVersion } from '../repository/methodology-versions.js'
import { findRun, insertRun, type StoredRun } from '../repository/runs.js'
import { putText } from '../repository/texts.js'
import { ServiceRefusal } from '../service-refusal.js'
import { hashesOfRun } from './hashes-of-run.js'
import { keepDataSet } from './load-data-set.js'
import { parseRunExport, type RunExport } from './run-export.js'

export interface ImportedRun {
  readonly stored: StoredRun
  /** False where the run was there already. */
  readonly isNew: boolean
}

/**
 * @param text - the document
 * @throws ServiceRefusal `EXPORT_UNREADABLE`, `EXPORT_CONTRADICTS` with the hash
 *   that was expected and the one found
 */
export async function importRun(
  database: Database,
  text: string,
  acting: Acting,
): Promise<ImportedRun> {
  const given = parseRunExport(text)
  await checkTexts(given)
  const record = await recordOf(given)
  checkReferences(given, record)
  await checkVersion(database, record)
  const stored = storedRun(given, record, acting)
  return inTransaction(database, async (transaction) => {
    const known = await findRun(transaction, stored.id)
    if (known) return { stored: sameRun(known, stored), isNew: false }
    for (const each of given.texts) {
      await putText(transaction, each.kind, each.text, acting.at)
    }
    await keepDataSet(
      transaction,
      {
        ...given.dataSet,
        ...{ loadedAt: acting.at, loadedBy: acting.actor, replaces: null },
      },
      textOf(given, given.dataSet.id),
      acting,
    )
    await insertRun(transaction, stored, given.result)
    const details = { result: stored.resultSha256 }
    const subject = `run:${stored.id}`
    const entry = { action: 'run.imported', subject, details }
    await logAction(acting, entry, transaction)
    return { stored, isNew: true }
  })
}

async function checkTexts({ texts }: RunExport): Promise<void> {
  for (const { sha256: expected, kind, text } of texts) {
    const found = await sha256(text)
    if (found === expected) continue
    throw contradicts(
      `A text of it (${kind}) was changed: sha256 ${expected} was expected, and ${found} was found.`,
    )
  }
}

async function recordOf({ result }: RunExport): Promise<RunRecord> {
  const parsed = parseRunJson(result)
  const { record, faults } =
    'fault' in parsed
      ? { record: null, faults: [parsed.fault] }
      : await readRun(parsed.json)
  if (!record) throw contradicts(`Its result is none: ${faults.join(' ')}`)
  if (record.isWhole) return record
  throw contradicts(
    `Its results were changed: they do not fit their hash, sha256 ${record.known.sha256}.`,
  )
}

/** Every text that is missing is named, not the first alone. */
function checkReferences(given: RunExport, record: RunRecord): void {
  const { dataSet, texts } = given
  const there = new Set(texts.map((each) => each.sha256))
  const named = [
    ...hashesOfRun(record),
    { sha256: dataSet.id, what: `the data set "${dataSet.name}"` },
  ]
  const missing = named.filter((each) => !there.has(each.sha256))
  if (missing.length === 0) return
  throw new ServiceRefusal(
    'EXPORT_CONTRADICTS',
    missing.map(
      ({ sha256: hash, what }) =>
        `The document lacks ${what}: sha256 ${hash} was expected.`,
    ),
  )
}

/** A version has one hash: a run under other rules of the same name is refused. */
async function checkVersion(
  database: Database,
  { known, methodologySha256 }: RunRecord,
): Promise<void> {
  const { methodology, version } = known
  const here = await findMethodologyVersion(database, methodology, version)
  if (!here || here.sha256 === methodologySha256) return
  throw contradicts(
    `${methodology}@${version} is another text here: sha256 ${here.sha256} was expected, and ${methodologySha256} was found.`,
  )
}

function storedRun(
  given: RunExport,
  record: RunRecord,
  { actor, at }: Acting,
): StoredRun {
  const { known } = record
  return {
    id: given.id,
    methodology: known.methodology,
    version: known.version,
    methodologySha256: record.methodologySha256,
    engineVersion: record.engine,
    year: known.year,
    edition: given.edition,
    dataSet: given.dataSet.id,
    registerSha256: record.register?.sha256 ?? null,
    resultSha256: known.sha256,
    createdAt: at,
    createdBy: actor,
    basedOn: given.basedOn,
  }
}

function sameRun(known: StoredRun, given: StoredRun): StoredRun {
  if (known.resultSha256 === given.resultSha256) return known
  throw contradicts(
    `The run ${known.id} is here with other results: sha256 ${known.resultSha256} was expected, and ${given.resultSha256} was found.`,
  )
}

function textOf({ texts }: RunExport, hash: string): string {
  return texts.find((each) => each.sha256 === hash)?.text ?? ''
}

function contradicts(words: string): ServiceRefusal {
  return new ServiceRefusal('EXPORT_CONTRADICTS', [
    `${words} Ask for a new export.`,
  ])
}
