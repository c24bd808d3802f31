/** Drafts that a second person approves, and their publication, asked of a server that is killed meanwhile. */
import type { Database } from '../../server/database/tables.js'
import { tiny } from '../server/commands/tiny-methodology.js'
import {
  hasEntry,
  oneOf,
  postJson,
  type Acknowledged,
  type RequestKind,
} from './kill-request.js'

interface Draft {
  readonly id: string
  readonly sha256: string
}

interface ApprovedDraft extends Acknowledged, Draft {
  readonly kind: 'approved draft'
}

interface DraftAnswer {
  readonly draft: Draft
}

interface PublicationAnswer {
  readonly publication: { readonly version: string }
}

/** Each version covers a year of its own, so that the others stay in force. */
const FIRST_YEAR = 2100
let years = 0

export const approvedDrafts: RequestKind = {
  kind: 'approved draft',
  send: async ({ address, people: { owner, approver } }) => {
    years += 1
    const year = FIRST_YEAR + years
    const covers = `{ from: ${year}, to: ${year} }`
    const text = tiny({ version: String(year), years: covers })
    const drafts = `${address}/v1/drafts`
    const made = await postJson(drafts, { text }, owner)
    if (made === null) return null
    const { id, sha256 } = (made as DraftAnswer).draft
    const meant = { sha256 }
    await postJson(`${drafts}/${id}/approval-request`, meant, owner)
    const given = await postJson(`${drafts}/${id}/approval`, meant, approver)
    if (given === null) return null
    const approved: ApprovedDraft = {
      ...{ kind: 'approved draft', id, sha256 },
      isKept: (database) => isApproved(database, id),
    }
    return approved
  },
}

export const publications: RequestKind = {
  kind: 'publication',
  send: async ({ address, people: { owner } }, before) => {
    const done = new Set(
      before.filter(({ kind }) => kind === 'publication').map(({ id }) => id),
    )
    const open = before
      .filter(isApprovedDraft)
      .filter(({ id }) => !done.has(id))
    const draft = oneOf(open)
    if (!draft) return null
    const { id, sha256 } = draft
    const url = `${address}/v1/drafts/${id}/publication`
    const answer = await postJson(url, { sha256 }, owner)
    if (answer === null) return null
    const { version } = (answer as PublicationAnswer).publication
    return {
      ...{ kind: 'publication', id },
      isKept: (database) => isPublished(database, id, version),
    }
  },
}

function isApprovedDraft(known: Acknowledged): known is ApprovedDraft {
  return known.kind === 'approved draft'
}

async function isApproved(database: Database, id: string): Promise<boolean> {
  const row = await database
    .selectFrom('draft_approvals')
    .select('number')
    .where('draft', '=', id)
    .where('state', 'in', ['approved', 'used'])
    .where('decided_by', 'is not', null)
    .executeTakeFirst()
  return (
    row !== undefined && hasEntry(database, `draft:${id}`, 'approval.given')
  )
}

async function isPublished(
  database: Database,
  draft: string,
  version: string,
): Promise<boolean> {
  const row = await database
    .selectFrom('publications')
    .innerJoin('methodology_versions as versions', (join) =>
      join
        .onRef('versions.methodology', '=', 'publications.methodology')
        .onRef('versions.version', '=', 'publications.version')
        .onRef('versions.sha256', '=', 'publications.sha256'),
    )
    .innerJoin('texts', 'texts.sha256', 'publications.sha256')
    .select('publications.version')
    .where('publications.draft', '=', draft)
    .where('publications.version', '=', version)
    .where('versions.origin', '=', 'published')
    .executeTakeFirst()
  const subject = `version:tiny@${version}`
  return row !== undefined && hasEntry(database, subject, 'version.published')
}
