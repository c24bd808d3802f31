/** Keys and databases for tests of what is signed. */
import { onTestFinished } from 'vitest'

import type { Database } from '../../server/database/tables.js'
import {
  newPrivateKeyPem,
  signingKeyOfPem,
  type SigningKey,
} from '../../server/signing/signing-key.js'
import type { PublicKey } from '../../server/signing/public-key.js'
import type { DatabaseKind } from './databases.js'

export const NOON = '2026-11-22T12:00:00.000Z'
export const LATER = '2026-11-22T13:00:00.000Z'

export function newKey(): SigningKey {
  const key = signingKeyOfPem(newPrivateKeyPem(), 'the test')
  if (!key) throw new Error('No key was made')
  return key
}

/** Trusted whenever it was used. */
export function publicKeyOf({ id, publicKey }: SigningKey): PublicKey {
  return { id, key: publicKey, from: null, until: null }
}

/** Dropped when the test is over. */
export async function opened({ open }: DatabaseKind): Promise<Database> {
  const { database, close } = await open()
  onTestFinished(close)
  return database
}
