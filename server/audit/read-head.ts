/** A head that was kept outside: from a file of its own, or from a receipt, which names one. */
import { Refusal } from '../refusal.js'
import { parseReceipt } from '../receipts/read-receipt.js'
import { parseDocument, readDocumentFile } from '../signing/read-document.js'
import type { Signed } from '../signing/signature.js'
import type { HeadReference, SignedHead } from './head.js'

const WHAT = 'a signed head of the audit log, or a receipt'

export interface KeptHead {
  readonly head: HeadReference
  /** What the signature is of. */
  readonly document: Signed
}

/** @throws Refusal */
export async function readHead(file: string): Promise<KeptHead> {
  const text = await readDocumentFile(file, WHAT)
  if (parseDocument(text, file, WHAT).has('kind', 'olshem-receipt')) {
    const receipt = parseReceipt(text, file)
    const { auditHead } = receipt
    if (auditHead) return { head: auditHead, document: receipt }
    throw new Refusal([
      `The receipt ${file} names no head: there was no audit log when it was given.`,
    ])
  }
  const document = parseHead(text, file)
  return { head: document, document }
}

/** @throws Refusal with its faults */
export function parseHead(text: string, file: string): SignedHead {
  const fields = parseDocument(text, file, WHAT)
  const head: SignedHead = {
    kind: fields.exactly('kind', 'olshem-audit-head'),
    format: fields.exactly('format', 1),
    number: fields.whole('number', 1, Number.MAX_SAFE_INTEGER),
    hash: fields.hash('hash'),
    time: fields.instant('time'),
    key: fields.keyId('key'),
    signature: fields.signature('signature'),
  }
  fields.end()
  fields.refuse(file, WHAT)
  return head
}
