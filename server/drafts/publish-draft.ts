/**
 * Publishing: the approved text becomes a version, byte for byte, in one
 * transaction with the use of its approval and the entry of the audit log. What
 * takes long is done before, and holds only if nothing that it looked at has
 * changed by then.
 */
import {
  canonicalJson,
  sha256 as hashOf,
  type Methodology,
} from '../../engine/index.js'
import { findHead, lockChain } from '../audit/append-entry.js'
import type { Database, DatabaseTransaction } from '../database/tables.js'
import { findChangedFile } from '../methodology-store/changed-file.js'
import { versionName } from '../methodology-store/load-version.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import { problemLine } from '../output/problem-line.js'
import { logAction, type Acting } from '../repository/acting.js'
import {
  latestApproval,
  updateApproval,
  type Approval,
} from '../repository/draft-approvals.js'
import { updateDraft, type StoredDraft } from '../repository/drafts.js'
import {
  findMethodologyVersion,
  insertMethodologyVersion,
  listMethodologyVersions,
} from '../repository/methodology-versions.js'
import {
  insertPublication,
  type StoredPublication,
} from '../repository/publications.js'
import { listRunIds } from '../repository/runs.js'
import { getText, putText } from '../repository/texts.js'
import { ServiceRefusal } from '../service-refusal.js'
import { checkFinal, checkOthersWork, type MeantText } from './approve-draft.js'
import { checkSound } from './check-draft.js'
import { draftEffect, type DraftEffect } from './draft-effect.js'
import { replayAll } from './replay-all.js'
import { getUnpublished, taken } from './write-draft.js'

/** So often what was checked may be overtaken by others. */
const MOST_ATTEMPTS = 5

/**
 * @throws ServiceRefusal `NOT_APPROVED`, `OWN_WORK`, `DRAFT_CHANGED`,
 *   `DRAFT_FAULTY`, `DRAFT_NOT_FINAL`, `VERSION_TAKEN`, `RUNS_DIFFER`,
 *   `PUBLISHING_OVERTAKEN`, `DRAFT_UNKNOWN`, `DRAFT_PUBLISHED`, `TEXT_DAMAGED`
 */
export async function publishDraft(
  store: MethodologyStore,
  meant: MeantText,
  acting: Acting,
): Promise<StoredPublication> {
  const { database } = store
  let replayed: ReadonlySet<string> = new Set()
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const prepared = await prepare(store, meant, replayed)
    replayed = prepared.replayed
    const publication = await commit(database, prepared, acting)
    if (publication) return publication
  }
  throw new ServiceRefusal('PUBLISHING_OVERTAKEN', [
    'While the publication was checked, runs or versions of the methodology kept being added.',
  ])
}

interface Prepared {
  readonly meant: MeantText
  readonly methodology: Methodology
  /** All runs of the methodology, each identical. */
  readonly replayed: ReadonlySet<string>
  /** The versions that the text was checked beside. */
  readonly beside: string
  readonly effect: DraftEffect
}

async function prepare(
  store: MethodologyStore,
  meant: MeantText,
  known: ReadonlySet<string>,
): Promise<Prepared> {
  const { database } = store
  const { draft } = await getApproved(database, meant)
  await checkFree(database, draft)
  await checkFile(store, draft)
  const beside = await versionsText(database, draft.methodology)
  const { text } = await getText(database, draft.sha256)
  const methodology = await checkSound(store, text)
  checkFinal(methodology)
  const replayed = await replayAll(database, methodology.id, known)
  // It is kept as everybody may see it: people who may see more can compute it again.
  const effect = await draftEffect(store, draft, methodology, 'public')
  return { meant, methodology, replayed, beside, effect }
}

/** @returns null where something was added meanwhile */
async function commit(
  database: Database,
  prepared: Prepared,
  acting: Acting,
): Promise<StoredPublication | null> {
  const { meant, methodology, replayed, beside } = prepared
  return database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    const approved = await getApproved(transaction, meant)
    await checkFree(transaction, approved.draft)
    const runs = await listRunIds(transaction, methodology.id)
    const isOvertaken =
      runs.some((id) => !replayed.has(id)) ||
      (await versionsText(transaction, methodology.id)) !== beside
    if (isOvertaken) return null
    return store(transaction, prepared, approved, acting)
  })
}

async function store(
  transaction: DatabaseTransaction,
  { methodology, replayed, effect }: Prepared,
  { draft, approval }: Approved,
  acting: Acting,
): Promise<StoredPublication> {
  const { actor, at } = acting
  const { id, version, edition } = methodology
  const { sha256 } = draft
  const ended = { ended_at: at, ended_by: actor }
  const put = (json: unknown) =>
    putText(transaction, 'publication', canonicalJson(json), at)
  const differencesSha256 = await put(effect.differences)
  const effectSha256 = await put(effect.effect)
  const isNew = await insertMethodologyVersion(transaction, {
    ...{ methodology: id, version, sha256, edition },
    ...{ status: 'published', origin: 'published', publishedAt: at },
    ...{ withdrawnAt: null, withdrawnBecause: null },
  })
  if (!isNew) throw taken(id, version)
  await updateDraft(transaction, draft.id, sha256, { published_at: at })
  await updateApproval(transaction, draft.id, approval.number, {
    ...ended,
    state: 'used',
  })
  const entry = {
    action: 'version.published',
    subject: `version:${versionName({ methodology: id, version })}`,
    details: {
      ...{ sha256, draft: draft.id, approval: approval.number },
      approvedBy: approval.decidedBy,
      differences: differencesSha256,
      effect: effectSha256,
      runs: replayed.size,
    },
  }
  await logAction(acting, entry, transaction)
  const audit = await findHead(transaction)
  const publication: StoredPublication = {
    ...{ methodology: id, version, sha256, draft: draft.id },
    ...{ approval: approval.number, publishedAt: at, publishedBy: actor },
    ...{ comparedWith: effect.comparedWith, differencesSha256, effectSha256 },
    runsReplayed: replayed.size,
    // Without a log there is no entry; a server always has one.
    audit: audit ?? { number: 0, hash: '' },
  }
  await insertPublication(transaction, publication)
  return publication
}

interface Approved {
  readonly draft: StoredDraft
  readonly approval: Approval & { readonly decidedBy: string }
}

/** @throws ServiceRefusal `NOT_APPROVED`, `OWN_WORK`, and as `getUnpublished` */
async function getApproved(
  database: Database,
  { id, sha256 }: MeantText,
): Promise<Approved> {
  const draft = await getUnpublished(database, id, sha256)
  const latest = await latestApproval(database, id)
  const isApproved = latest?.state === 'approved' && latest.sha256 === sha256
  if (!isApproved || latest.decidedBy === null) {
    const said = latest === null ? 'never asked for' : latest.state
    throw new ServiceRefusal('NOT_APPROVED', [
      `The text with sha256 ${sha256} has not been approved: approval is ${said}.`,
    ])
  }
  const { decidedBy } = latest
  await checkOthersWork(database, draft, decidedBy)
  return { draft, approval: { ...latest, decidedBy } }
}

async function checkFree(
  database: Database,
  { methodology, version }: StoredDraft,
): Promise<void> {
  if (methodology === null || version === null) return
  const known = await findMethodologyVersion(database, methodology, version)
  if (known) throw taken(methodology, version)
}

/** A file of another text under this name would make the version unusable here. */
async function checkFile(
  { rules }: MethodologyStore,
  { methodology, version, sha256 }: StoredDraft,
): Promise<void> {
  if (rules === null || methodology === null || version === null) return
  const name = { methodology, version, sha256 }
  const changed = await findChangedFile(rules, name)
  if (!changed) return
  throw new ServiceRefusal('VERSION_CHANGED', [problemLine(changed)])
}

async function versionsText(
  database: Database,
  methodology: string | null,
): Promise<string> {
  const versions = await listMethodologyVersions(database, methodology ?? '')
  return hashOf(canonicalJson(versions))
}
