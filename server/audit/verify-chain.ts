/** Reads the whole audit log and finds what was changed, taken out, cut off or written anew. */
import { canonicalJson } from '../../engine/index.js'
import type { AuditEntryTable, Database } from '../database/tables.js'
import { hashOfEntry, NO_HASH } from './entry.js'
import type { HeadReference } from './head.js'

export type ChainFault =
  /** What the entry says does not fit its hash. */
  | { readonly kind: 'changed'; readonly number: number }
  | { readonly kind: 'missing'; readonly from: number; readonly to: number }
  /** It names another hash than that of the entry before it. */
  | { readonly kind: 'unlinked'; readonly number: number }
  /** The log ends before the head that was kept. */
  | { readonly kind: 'cut'; readonly head: number; readonly last: number }
  /** The entry of the head has another hash, though the chain may be whole. */
  | { readonly kind: 'rewritten'; readonly head: number }

export interface ChainReport {
  readonly entries: number
  /** null where the log is empty. */
  readonly head: HeadReference | null
  /** In the order of the entries; the first ones, where there are many. */
  readonly faults: readonly ChainFault[]
}

const PAGE = 500
const MOST_FAULTS = 20
/** No entry of ours is below 1; one that somebody else put there could be. */
const BELOW_ALL = -(2 ** 31)

/** @param kept - a head from outside, whose signature has been checked */
export async function verifyChain(
  database: Database,
  kept: HeadReference | null = null,
): Promise<ChainReport> {
  const faults: ChainFault[] = []
  let entries = 0
  let last: HeadReference = { number: 0, hash: NO_HASH }
  let hashOfKept: string | null = null
  for await (const row of entriesOf(database)) {
    entries += 1
    faults.push(...(await faultsOf(row, last)))
    last = { number: row.number, hash: row.hash }
    if (row.number === kept?.number) hashOfKept = row.hash
    if (faults.length >= MOST_FAULTS) break
  }
  if (kept && faults.length < MOST_FAULTS) {
    faults.push(...faultsOfHead(kept, hashOfKept, last.number))
  }
  return { entries, head: entries === 0 ? null : last, faults }
}

async function* entriesOf(database: Database) {
  let after = BELOW_ALL
  for (;;) {
    const rows = await database
      .selectFrom('audit_entries')
      .selectAll()
      .where('number', '>', after)
      .orderBy('number')
      .limit(PAGE)
      .execute()
    yield* rows
    if (rows.length < PAGE) return
    after = rows.at(-1)?.number ?? after
  }
}

async function faultsOf(
  row: AuditEntryTable,
  last: HeadReference,
): Promise<readonly ChainFault[]> {
  const { number } = row
  const faults: ChainFault[] = []
  const isGap = number > last.number + 1
  if (isGap) {
    faults.push({ kind: 'missing', from: last.number + 1, to: number - 1 })
  }
  if (number < 1 || !(await fitsItsHash(row))) {
    faults.push({ kind: 'changed', number })
  }
  // After a gap it names the hash of an entry that is gone.
  if (!isGap && row.previous_hash !== last.hash) {
    faults.push({ kind: 'unlinked', number })
  }
  return faults
}

async function fitsItsHash(row: AuditEntryTable): Promise<boolean> {
  const { number, at, actor, action, subject, hash } = row
  const previousHash = row.previous_hash
  const details = parse(row.details)
  if (details === undefined || canonicalJson(details) !== row.details) {
    return false
  }
  const entry = { number, at, actor, action, subject, details, previousHash }
  return (await hashOfEntry(entry)) === hash
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function faultsOfHead(
  kept: HeadReference,
  found: string | null,
  last: number,
): readonly ChainFault[] {
  const head = kept.number
  if (last < head) return [{ kind: 'cut', head, last }]
  // An entry that is missing in the middle has been told.
  if (found === null || found === kept.hash) return []
  return [{ kind: 'rewritten', head }]
}
