/**
 * Signatures of documents: Ed25519 over the canonical JSON (RFC 8785) of all
 * fields but the signature. Every document says of what kind it is, so that a
 * signature of one kind is never taken for one of another.
 */
import { sign, verify } from 'node:crypto'

import { canonicalJson } from '../../engine/index.js'
import type { Instant } from '../instant.js'
import type { PublicKey } from './public-key.js'
import type { SigningKey } from './signing-key.js'

/** What every signed document has. */
export interface Signed {
  readonly kind: string
  readonly time: Instant
  /** Id of the key. */
  readonly key: string
  /** Base64. */
  readonly signature: string
}

export function signDocument<
  Document extends { readonly kind: string; readonly time: Instant },
>(document: Document, key: SigningKey): Document & Signed {
  const signed = { ...document, key: key.id }
  const bytes = Buffer.from(canonicalJson(signed), 'utf8')
  const signature = sign(null, bytes, key.privateKey).toString('base64')
  return { ...signed, signature }
}

export type SignatureOutcome =
  | { readonly kind: 'trusted'; readonly key: PublicKey }
  /** Signed, perhaps, with a key that is not among those that are trusted. */
  | { readonly kind: 'unknown-key' }
  /** The document was changed, or that key never signed it. */
  | { readonly kind: 'wrong' }
  /** At a time at which the installation did not use that key. */
  | { readonly kind: 'out-of-time'; readonly key: PublicKey }

/** @param keys - those that are trusted */
export function checkSignature(
  document: Signed,
  keys: readonly PublicKey[],
): SignatureOutcome {
  const key = keys.find(({ id }) => id === document.key)
  if (!key) return { kind: 'unknown-key' }
  const { signature, ...signed } = document
  const bytes = Buffer.from(canonicalJson(signed), 'utf8')
  const isRight = verify(null, bytes, key.key, Buffer.from(signature, 'base64'))
  if (!isRight) return { kind: 'wrong' }
  const { from, until } = key
  const isInTime =
    (from === null || document.time >= from) &&
    (until === null || document.time <= until)
  return isInTime ? { kind: 'trusted', key } : { kind: 'out-of-time', key }
}
