/** Drafts are made, changed and deleted; a change ends whatever approval the text before had. */
import { randomUUID } from 'node:crypto'

import { sha256 } from '../../engine/index.js'
import { lockChain } from '../audit/append-entry.js'
import type { Database, DatabaseTransaction } from '../database/tables.js'
import { getVersionText } from '../methodology-store/get-version-text.js'
import { versionName } from '../methodology-store/load-version.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import { logAction, type Acting } from '../repository/acting.js'
import {
  latestApproval,
  updateApproval,
} from '../repository/draft-approvals.js'
import {
  addDraftText,
  getDraft,
  insertDraft,
  updateDraft,
  type DraftText,
  type StoredDraft,
} from '../repository/drafts.js'
import { findMethodologyVersion } from '../repository/methodology-versions.js'
import { getText, putText } from '../repository/texts.js'
import { ServiceRefusal } from '../service-refusal.js'
import { checkedText } from './checked-text.js'
import { nextVersionText } from './next-version-text.js'

export interface VersionToContinue {
  readonly methodology: string
  readonly version: string
  /** The id of the new version; without it the text is taken as it is. */
  readonly as?: string
}

export interface MadeDraft {
  readonly draft: StoredDraft
  /** False where the author has to change version, status and `supersedes`. */
  readonly isAdapted: boolean
}

/** @throws ServiceRefusal `VERSION_TAKEN`, and what stands in the way of the version */
export async function draftFromVersion(
  store: MethodologyStore,
  { as, ...from }: VersionToContinue,
  acting: Acting,
): Promise<MadeDraft> {
  const { methodology, version } = from
  const { text } = await getVersionText(store, methodology, version)
  if (as === undefined) {
    const draft = await keepDraft(store.database, text, from, acting)
    return { draft, isAdapted: false }
  }
  if (await findMethodologyVersion(store.database, methodology, as)) {
    throw taken(methodology, as)
  }
  const next = nextVersionText(text, { version: as, supersedes: version })
  const draft = await keepDraft(store.database, next.text, from, acting)
  return { draft, isAdapted: next.isAdapted }
}

/** @throws ServiceRefusal `DRAFT_TOO_LARGE`, `DRAFT_NOT_TEXT` */
export function draftFromText(
  { database }: MethodologyStore,
  text: string,
  acting: Acting,
): Promise<StoredDraft> {
  return keepDraft(database, text, null, acting)
}

async function keepDraft(
  database: Database,
  sent: string,
  from: StoredDraft['from'],
  acting: Acting,
): Promise<StoredDraft> {
  const { text, ...says } = await checkedText(sent)
  const { actor, at } = acting
  const draft: StoredDraft = {
    id: randomUUID(),
    ...says,
    from,
    createdAt: at,
    createdBy: actor,
    changedAt: at,
    changedBy: actor,
    publishedAt: null,
  }
  await database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    await putText(transaction, 'methodology', text, at)
    await insertDraft(transaction, draft)
    await keepText(transaction, draft.id, says, acting)
    const entry = {
      action: 'draft.created',
      subject: `draft:${draft.id}`,
      details: {
        sha256: says.sha256,
        from: from === null ? null : versionName(from),
      },
    }
    await logAction(acting, entry, transaction)
  })
  return draft
}

function keepText(
  transaction: DatabaseTransaction,
  draft: string,
  { sha256: hash }: DraftText,
  { actor, at }: Acting,
): Promise<void> {
  const written = { sha256: hash, writtenAt: at, writtenBy: actor }
  return addDraftText(transaction, draft, written)
}

/**
 * The same text again is no change, and makes nobody an author.
 *
 * @param expected - the hash of the text that the change is of
 * @throws ServiceRefusal `DRAFT_CHANGED` with both texts, `DRAFT_UNKNOWN`,
 *   `DRAFT_PUBLISHED`, `DRAFT_TOO_LARGE`, `DRAFT_NOT_TEXT`
 */
export async function replaceDraftText(
  database: Database,
  id: string,
  expected: string,
  sent: string,
  acting: Acting,
): Promise<StoredDraft> {
  const { text, ...says } = await checkedText(sent)
  return database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    await getUnpublished(transaction, id, expected, text)
    if (says.sha256 === expected) return getDraft(transaction, id)
    const { actor, at } = acting
    await putText(transaction, 'methodology', text, at)
    const change = { ...says, changed_at: at, changed_by: actor }
    await updateDraft(transaction, id, expected, change)
    await keepText(transaction, id, says, acting)
    await voidApproval(transaction, id, acting)
    const entry = {
      action: 'draft.changed',
      subject: `draft:${id}`,
      details: { sha256: says.sha256, was: expected },
    }
    await logAction(acting, entry, transaction)
    return getDraft(transaction, id)
  })
}

/** Its texts stay in the database. @throws as `replaceDraftText` */
export async function deleteDraft(
  database: Database,
  id: string,
  expected: string,
  acting: Acting,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    await getUnpublished(transaction, id, expected)
    await voidApproval(transaction, id, acting)
    await updateDraft(transaction, id, expected, { deleted_at: acting.at })
    const entry = {
      action: 'draft.deleted',
      subject: `draft:${id}`,
      details: { sha256: expected },
    }
    await logAction(acting, entry, transaction)
  })
}

/**
 * A draft that still has the text that somebody has seen.
 *
 * @param sent - the text that was to take its place
 * @throws ServiceRefusal `DRAFT_UNKNOWN`, `DRAFT_PUBLISHED`, `DRAFT_CHANGED`
 */
export async function getUnpublished(
  database: Database,
  id: string,
  expected: string,
  sent: string | null = null,
): Promise<StoredDraft> {
  const draft = await getDraft(database, id)
  if (draft.publishedAt !== null) {
    const name = `${draft.methodology ?? ''}@${draft.version ?? ''}`
    throw new ServiceRefusal('DRAFT_PUBLISHED', [
      `The draft was published as ${name} on ${draft.publishedAt.slice(0, 10)}, and is not changed any more.`,
    ])
  }
  if (draft.sha256 === expected) return draft
  const { text } = await getText(database, draft.sha256)
  throw new ServiceRefusal(
    'DRAFT_CHANGED',
    [
      `The text of the draft has sha256 ${draft.sha256}, and ${expected} was expected: it was changed at ${draft.changedAt}.`,
    ],
    [],
    {
      conflict: {
        expected,
        stored: { sha256: draft.sha256, text },
        sent: sent === null ? null : { sha256: await sha256(sent), text: sent },
      },
    },
  )
}

/** A request or an approval was of the text before; it stays in the history. */
async function voidApproval(
  transaction: DatabaseTransaction,
  draft: string,
  acting: Acting,
): Promise<void> {
  const { actor, at } = acting
  const latest = await latestApproval(transaction, draft)
  if (latest?.state !== 'requested' && latest?.state !== 'approved') return
  const change = { state: 'void', ended_at: at, ended_by: actor } as const
  await updateApproval(transaction, draft, latest.number, change)
  const entry = {
    action: 'approval.voided',
    subject: `draft:${draft}`,
    details: { approval: latest.number, sha256: latest.sha256 },
  }
  await logAction(acting, entry, transaction)
}

export function taken(methodology: string, version: string): ServiceRefusal {
  return new ServiceRefusal('VERSION_TAKEN', [
    `There is a version ${methodology}@${version} already. A published version never changes; give the new one another name.`,
  ])
}
