/** A version that is not to be used any more: it stays, with its runs, and no new run is made with it. */
import { sha256 as hashOf } from '../../engine/index.js'
import { findHead, lockChain } from '../audit/append-entry.js'
import type { HeadReference } from '../audit/head.js'
import { unknown } from '../methodology-store/get-version-text.js'
import { versionName } from '../methodology-store/load-version.js'
import type { MethodologyStore } from '../methodology-store/methodology-store.js'
import { withdrawn } from '../methodology-store/scoring-version.js'
import { logAction, type Acting } from '../repository/acting.js'
import {
  findMethodologyVersion,
  withdrawMethodologyVersion,
  type MethodologyVersion,
} from '../repository/methodology-versions.js'

export interface Withdrawal {
  readonly version: MethodologyVersion
  /** The entry of the audit log. */
  readonly audit: HeadReference | null
}

/**
 * Its text is not looked at, so that also a version whose file was changed can
 * be withdrawn.
 *
 * @throws ServiceRefusal `METHODOLOGY_UNKNOWN`, `VERSION_UNKNOWN`, `VERSION_WITHDRAWN`
 */
export async function withdrawVersion(
  store: MethodologyStore,
  name: Pick<MethodologyVersion, 'methodology' | 'version'>,
  reason: string,
  acting: Acting,
): Promise<Withdrawal> {
  const { methodology, version } = name
  const { database } = store
  const find = (inside = database) =>
    findMethodologyVersion(inside, methodology, version)
  if (!(await find())) throw await unknown(store, methodology, version)
  return database.transaction().execute(async (transaction) => {
    await lockChain(transaction)
    const known = await find(transaction)
    if (!known) throw new Error(`${versionName(name)} is gone`)
    if (known.status === 'withdrawn') throw withdrawn(known)
    const withdrawal = {
      withdrawnAt: acting.at,
      withdrawnBecause: reason,
    }
    await withdrawMethodologyVersion(transaction, name, withdrawal)
    const entry = {
      action: 'version.withdrawn',
      subject: `version:${versionName(name)}`,
      details: { sha256: known.sha256, reason: await hashOf(reason) },
    }
    await logAction(acting, entry, transaction)
    const audit = await findHead(transaction)
    const status = 'withdrawn' as const
    return { version: { ...known, ...withdrawal, status }, audit }
  })
}
