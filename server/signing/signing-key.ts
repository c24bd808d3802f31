/** The private key that an installation signs receipts and heads of its log with: Ed25519. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'

import { keyId } from './public-key.js'

export interface SigningKey {
  readonly id: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  /** Where it came from, for messages; never the key itself. */
  readonly source: string
}

/** @returns the text of a new private key (PKCS 8, PEM) */
export function newPrivateKeyPem(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** @returns null for what is no private key of Ed25519 */
export function signingKeyOfPem(
  pem: string,
  source: string,
): SigningKey | null {
  try {
    const privateKey = createPrivateKey(pem)
    if (privateKey.asymmetricKeyType !== 'ed25519') return null
    const publicKey = createPublicKey(privateKey)
    return { id: keyId(publicKey), privateKey, publicKey, source }
  } catch {
    return null
  }
}
