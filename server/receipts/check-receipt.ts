/** Everything that can be checked of a receipt without the server that gave it. */
import { checkSignature } from '../signing/signature.js'
import { signatureWords } from '../signing/signature-words.js'
import type { PublicKey } from '../signing/public-key.js'
import type { SignedReceipt } from './receipt.js'

export interface ReceiptCheck {
  readonly what:
    'signature' | 'methodology' | 'data' | 'register' | 'based on' | 'result'
  readonly outcome: 'holds' | 'fails' | 'not checked'
  readonly words: string
}

/** @param keys - the trusted ones; null where nobody gave any */
export function checkReceiptSignature(
  receipt: SignedReceipt,
  keys: readonly PublicKey[] | null,
): ReceiptCheck {
  const what = 'signature'
  if (keys === null) {
    const words = `it names the key ${receipt.key}; without --key nothing says whose that is`
    return { what, outcome: 'not checked', words }
  }
  const found = checkSignature(receipt, keys)
  const outcome = found.kind === 'trusted' ? 'holds' : 'fails'
  return { what, outcome, words: signatureWords(receipt, found, keys) }
}

/** A hash of the receipt against the one that was found. */
export function checkHash(
  what: ReceiptCheck['what'],
  stated: string | null,
  found: string | null,
): ReceiptCheck {
  if (stated === found) {
    return { what, outcome: 'holds', words: hashWords(stated) }
  }
  const words = `the receipt has ${hashWords(stated)}, here it is ${hashWords(found)}`
  return { what, outcome: 'fails', words }
}

function hashWords(hash: string | null): string {
  return hash === null ? 'none' : `sha256 ${hash}`
}
