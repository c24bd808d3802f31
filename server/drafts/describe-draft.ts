/** Drafts as people see them: where each stands on its way to publication, and who wrote it. */
import type { Database } from '../database/tables.js'
import type { FileWarning, LocatedProblem } from '../../engine/index.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import {
  latestApprovals,
  listApprovals,
  type Approval,
} from '../repository/draft-approvals.js'
import {
  getDraft,
  listAuthors,
  listDraftTexts,
  type StoredDraft,
} from '../repository/drafts.js'
import { getText } from '../repository/texts.js'
import { findMistakes, findWarnings } from './check-draft.js'
import { namesOf, type Person } from './draft-people.js'

export type DraftStatus =
  'draft' | 'requested' | 'approved' | 'rejected' | 'published'

export type DescribedDraft = Omit<StoredDraft, 'createdBy' | 'changedBy'> & {
  readonly status: DraftStatus
  readonly createdBy: Person
  readonly changedBy: Person
}

export type DescribedApproval = Omit<
  Approval,
  'requestedBy' | 'decidedBy' | 'endedBy'
> & {
  readonly requestedBy: Person
  readonly decidedBy: Person | null
  readonly endedBy: Person | null
}

export interface DraftState extends DescribedDraft {
  readonly authors: readonly Person[]
  readonly mistakes: readonly LocatedProblem[]
  /** What people should know of a text without mistakes. */
  readonly warnings: readonly FileWarning[]
  readonly approvals: readonly DescribedApproval[]
}

export async function describeDrafts(
  database: Database,
  drafts: readonly StoredDraft[],
): Promise<readonly DescribedDraft[]> {
  const latest = await latestApprovals(
    database,
    drafts.map(({ id }) => id),
  )
  const personOf = await namesOf(
    database,
    drafts.flatMap(({ createdBy, changedBy }) => [createdBy, changedBy]),
  )
  return drafts.map((draft) => ({
    ...draft,
    status: statusOf(draft, latest.get(draft.id) ?? null),
    createdBy: personOf(draft.createdBy),
    changedBy: personOf(draft.changedBy),
  }))
}

/** @throws ServiceRefusal `DRAFT_UNKNOWN`, `VERSION_CHANGED`, `TEXT_DAMAGED` */
export async function describeDraft(
  store: MethodologyStore,
  id: string,
): Promise<DraftState> {
  const { database } = store
  const draft = await getDraft(database, id)
  const { text } = await getText(database, draft.sha256)
  const approvals = await listApprovals(database, id)
  const authors = await listAuthors(database, draft)
  const personOf = await namesOf(database, [
    ...[draft.createdBy, draft.changedBy, ...authors],
    ...approvals.flatMap((each) => [
      ...[each.requestedBy, each.decidedBy, each.endedBy],
    ]),
  ])
  const personOrNull = (actor: string | null) =>
    actor === null ? null : personOf(actor)
  return {
    ...draft,
    status: statusOf(draft, approvals.at(-1) ?? null),
    createdBy: personOf(draft.createdBy),
    changedBy: personOf(draft.changedBy),
    authors: authors.map(personOf),
    // Of what is published nothing is to be mended any more.
    mistakes: draft.publishedAt === null ? await findMistakes(store, text) : [],
    warnings: await findWarnings(text),
    approvals: approvals.map((each) => ({
      ...each,
      requestedBy: personOf(each.requestedBy),
      decidedBy: personOrNull(each.decidedBy),
      endedBy: personOrNull(each.endedBy),
    })),
  }
}

/** Every text that a draft had, oldest first. @throws ServiceRefusal `DRAFT_UNKNOWN` */
export async function draftHistory(database: Database, id: string) {
  await getDraft(database, id)
  const texts = await listDraftTexts(database, id)
  const personOf = await namesOf(
    database,
    texts.map(({ writtenBy }) => writtenBy),
  )
  return texts.map((each) => ({
    ...each,
    writtenBy: personOf(each.writtenBy),
  }))
}

function statusOf(
  { publishedAt }: StoredDraft,
  latest: Approval | null,
): DraftStatus {
  if (publishedAt !== null) return 'published'
  switch (latest?.state) {
    case 'requested':
    case 'approved':
    case 'rejected':
      return latest.state
    case 'void':
    case 'used':
    case undefined:
      return 'draft'
  }
}
