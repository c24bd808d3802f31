/**
 * Approval: asked for a text without mistakes, given or refused by a person who
 * wrote none of it. It binds to the hash of the text.
 */
import { sha256 as hashOf } from '../../engine/index.js'
import { lockChain } from '../audit/append-entry.js'
import type { Database } from '../database/tables.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import { logAction, type Acting } from '../repository/acting.js'
import {
  insertApproval,
  latestApproval,
  updateApproval,
  type Approval,
} from '../repository/draft-approvals.js'
import { listAuthors, type StoredDraft } from '../repository/drafts.js'
import { getText } from '../repository/texts.js'
import { ServiceRefusal } from '../service-refusal.js'
import { checkSound } from './check-draft.js'
import { getUnpublished } from './write-draft.js'

/** The text of a draft that somebody means. */
export interface MeantText {
  readonly id: string
  readonly sha256: string
}

/**
 * @throws ServiceRefusal `DRAFT_FAULTY` with every mistake, `DRAFT_NOT_FINAL`,
 *   `DRAFT_CHANGED`, `APPROVAL_REQUESTED`, `DRAFT_UNKNOWN`, `DRAFT_PUBLISHED`
 */
export async function requestApproval(
  store: MethodologyStore,
  { id, sha256 }: MeantText,
  acting: Acting,
): Promise<void> {
  const { database } = store
  await getUnpublished(database, id, sha256)
  const { text } = await getText(database, sha256)
  checkFinal(await checkSound(store, text))
  await database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    await getUnpublished(transaction, id, sha256)
    const latest = await latestApproval(transaction, id)
    if (latest?.state === 'requested' || latest?.state === 'approved') {
      throw new ServiceRefusal('APPROVAL_REQUESTED', [
        `Approval of this text was asked for at ${latest.requestedAt}.`,
      ])
    }
    const { actor, at } = acting
    const number = (latest?.number ?? 0) + 1
    const request = { number, sha256, requestedAt: at, requestedBy: actor }
    await insertApproval(transaction, id, request)
    const entry = {
      action: 'approval.requested',
      subject: `draft:${id}`,
      details: { approval: number, sha256 },
    }
    await logAction(acting, entry, transaction)
  })
}

/** What is approved is what is published, so it says so already. */
export function checkFinal(methodology: {
  readonly status: 'draft' | 'published'
}): void {
  if (methodology.status === 'published') return
  throw new ServiceRefusal('DRAFT_NOT_FINAL', [
    'The text says "status: draft". Write "status: published" and ask again.',
  ])
}

/**
 * @param comment - '' for none
 * @throws ServiceRefusal `OWN_WORK`, `SECOND_PERSON_NEEDED`, `DRAFT_CHANGED`,
 *   `APPROVAL_NOT_REQUESTED`, `DRAFT_UNKNOWN`, `DRAFT_PUBLISHED`
 */
export function approveDraft(
  database: Database,
  meant: MeantText,
  comment: string,
  acting: Acting,
): Promise<void> {
  return decide(database, meant, 'approved', comment, acting)
}

/** @throws ServiceRefusal as `approveDraft`, but for `OWN_WORK` */
export function rejectDraft(
  database: Database,
  meant: MeantText,
  reason: string,
  acting: Acting,
): Promise<void> {
  return decide(database, meant, 'rejected', reason, acting)
}

async function decide(
  database: Database,
  { id, sha256 }: MeantText,
  state: 'approved' | 'rejected',
  comment: string,
  acting: Acting,
): Promise<void> {
  const { actor, at } = acting
  checkPerson(actor)
  await database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    const draft = await getUnpublished(transaction, id, sha256)
    const latest = await latestApproval(transaction, id)
    if (latest?.state !== 'requested') throw notRequested(latest)
    if (state === 'approved') await checkOthersWork(transaction, draft, actor)
    const decision = { decided_at: at, decided_by: actor, comment }
    await updateApproval(transaction, id, latest.number, { state, ...decision })
    const entry = {
      action: state === 'approved' ? 'approval.given' : 'approval.rejected',
      subject: `draft:${id}`,
      details: {
        approval: latest.number,
        sha256,
        comment: comment === '' ? null : await hashOf(comment),
      },
    }
    await logAction(acting, entry, transaction)
  })
}

/** Neither a program nor whoever sits at a machine without users. */
function checkPerson(actor: string): void {
  if (actor.startsWith('user:')) return
  throw new ServiceRefusal('SECOND_PERSON_NEEDED', [
    `An approval is given by a person who has signed in, and "${actor}" is none.`,
  ])
}

/** @throws ServiceRefusal `OWN_WORK` */
export async function checkOthersWork(
  database: Database,
  draft: StoredDraft,
  actor: string,
): Promise<void> {
  const authors = await listAuthors(database, draft)
  if (!authors.includes(actor)) return
  throw new ServiceRefusal('OWN_WORK', [
    'You wrote a text of this draft, so another person has to approve it.',
  ])
}

function notRequested(latest: Approval | null): ServiceRefusal {
  const said =
    latest === null
      ? 'Nobody has asked for approval.'
      : `The last request is ${latest.state}.`
  return new ServiceRefusal('APPROVAL_NOT_REQUESTED', [said])
}
