/** The head of the audit log after an action, for whoever did it to keep. */
import {
  headDocument,
  type HeadReference,
  type SignedHead,
} from '../audit/head.js'
import type { Database } from '../database/tables.js'
import type { Signer } from '../installation/signer.js'

export function signedHead(
  database: Database,
  head: HeadReference,
  signer: Signer,
): Promise<SignedHead> {
  return signer.sign(database, (time) => headDocument(head, time))
}

/** null without an entry or without a key: what was done is done all the same. */
export async function signedHeadOf(
  database: Database,
  head: HeadReference | null,
  signer: Signer | null,
): Promise<SignedHead | null> {
  return head && signer ? signedHead(database, head, signer) : null
}
