/** What is told of a publication: the differences, the effect, and who answers for it. */
import type { Database } from '../database/tables.js'
import { unknown } from '../methodology-store/get-version-text.js'
import { versionName } from '../methodology-store/load-version.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import { listApprovals } from '../repository/draft-approvals.js'
import { listAuthors } from '../repository/drafts.js'
import { findMethodologyVersion } from '../repository/methodology-versions.js'
import {
  findPublication,
  type StoredPublication,
} from '../repository/publications.js'
import { getText } from '../repository/texts.js'
import { ServiceRefusal } from '../service-refusal.js'
import { namesOf, type Person } from './draft-people.js'
import type { DraftEffect } from './draft-effect.js'

export interface Publication extends DraftEffect {
  readonly methodology: string
  readonly version: string
  readonly sha256: string
  readonly draft: string
  readonly publishedAt: string
  readonly publishedBy: Person
  readonly authors: readonly Person[]
  readonly approval: {
    readonly requestedAt: string
    readonly requestedBy: Person
    readonly approvedAt: string | null
    readonly approvedBy: Person | null
    readonly comment: string | null
  }
  readonly runsReplayed: number
  /** The entry of the audit log. */
  readonly audit: StoredPublication['audit']
}

/** @throws ServiceRefusal `PUBLICATION_UNKNOWN`, `METHODOLOGY_UNKNOWN`, `VERSION_UNKNOWN`, `TEXT_DAMAGED` */
export async function getPublication(
  store: MethodologyStore,
  methodology: string,
  version: string,
): Promise<Publication> {
  const { database } = store
  const stored = await findPublication(database, methodology, version)
  if (stored) return describePublication(database, stored)
  if (!(await findMethodologyVersion(database, methodology, version))) {
    throw await unknown(store, methodology, version)
  }
  throw new ServiceRefusal('PUBLICATION_UNKNOWN', [
    `${versionName({ methodology, version })} was imported from a rules folder.`,
  ])
}

export async function describePublication(
  database: Database,
  stored: StoredPublication,
): Promise<Publication> {
  const { differencesSha256, effectSha256, approval, ...rest } = stored
  const approvals = await listApprovals(database, stored.draft)
  const given = approvals.find(({ number }) => number === approval)
  if (!given) throw new Error(`The draft ${stored.draft} has lost an approval`)
  const { sha256 } = stored
  const authors = await listAuthors(database, { id: stored.draft, sha256 })
  const { requestedBy, decidedBy } = given
  const people = [stored.publishedBy, requestedBy, decidedBy, ...authors]
  const personOf = await namesOf(database, people)
  return {
    ...rest,
    publishedBy: personOf(stored.publishedBy),
    authors: authors.map(personOf),
    approval: {
      requestedAt: given.requestedAt,
      requestedBy: personOf(requestedBy),
      approvedAt: given.decidedAt,
      approvedBy: decidedBy === null ? null : personOf(decidedBy),
      comment: given.comment,
    },
    // Written by `publishDraft`, and held against their hashes when they are read.
    differences: (await readJson(
      database,
      differencesSha256,
    )) as DraftEffect['differences'],
    effect: (await readJson(database, effectSha256)) as DraftEffect['effect'],
  }
}

async function readJson(database: Database, sha256: string): Promise<unknown> {
  return JSON.parse((await getText(database, sha256)).text)
}
