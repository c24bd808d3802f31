/** The head of the audit log after an action, for whoever did it to keep. */
import { signHead, type HeadReference, type SignedHead } from '../audit/head.js'
import { instantNow } from '../repository/acting.js'
import type { SigningKey } from '../signing/signing-key.js'

/** null without a key. */
export function signedHead(
  head: HeadReference | null,
  key: SigningKey | null,
): SignedHead | null {
  return head && key ? signHead(head, instantNow(), key) : null
}
