/**
 * The head of the audit log: its last entry. Whoever keeps a signed head
 * elsewhere can tell later that the log was cut or written anew.
 */
import type { Instant } from '../instant.js'
import { signDocument, type Signed } from '../signing/signature.js'
import type { SigningKey } from '../signing/signing-key.js'

export interface HeadReference {
  readonly number: number
  /** Of the entry with that number. */
  readonly hash: string
}

export interface AuditHead extends HeadReference {
  readonly kind: 'olshem-audit-head'
  readonly format: 1
  readonly time: Instant
}

export type SignedHead = AuditHead & Signed

export function headDocument(
  { number, hash }: HeadReference,
  time: Instant,
): AuditHead {
  return { kind: 'olshem-audit-head', format: 1, number, hash, time }
}

export function signHead(
  head: HeadReference,
  time: Instant,
  key: SigningKey,
): SignedHead {
  return signDocument(headDocument(head, time), key)
}
