/** The public half of a signing key: what anybody needs to check a signature. */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto'

import type { Instant } from '../instant.js'

export interface PublicKey {
  /** The first 16 hexadecimal digits of the sha256 of its 32 bytes. */
  readonly id: string
  readonly key: KeyObject
  /** When the installation began to sign with it; null where nobody said. */
  readonly from: Instant | null
  /** When it was replaced; null while it is in use, or where nobody said. */
  readonly until: Instant | null
}

const HEAD = '-----BEGIN PUBLIC KEY-----'

/** @param key - Ed25519, public or private */
export function keyId(key: KeyObject): string {
  const { x = '' } = key.export({ format: 'jwk' })
  const bytes = Buffer.from(x, 'base64url')
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}

/** @returns null for what is no public key of Ed25519 */
export function publicKeyOfPem(pem: string): KeyObject | null {
  // createPublicKey takes private keys and certificates as well.
  if (!pem.trimStart().startsWith(HEAD)) return null
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

export function pemOf(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString()
}
