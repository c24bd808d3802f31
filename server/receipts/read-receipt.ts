/** A receipt from its file, which anybody may have written. */
import { readHeadReference } from '../audit/read-head-reference.js'
import { parseDocument, readDocumentFile } from '../signing/read-document.js'
import type { SignedReceipt } from './receipt.js'

const WHAT = 'a receipt of Olshem'
const LAST_YEAR = 9999
/** Fewer than the file can hold. */
const MOST_BASED_ON = 900

/** @throws Refusal */
export async function readReceipt(file: string): Promise<SignedReceipt> {
  return parseReceipt(await readDocumentFile(file, WHAT), file)
}

/** @param file - how it is named in messages; @throws Refusal with its faults */
export function parseReceipt(text: string, file: string): SignedReceipt {
  const fields = parseDocument(text, file, WHAT)
  const methodology = fields.object('methodology')
  const receipt: SignedReceipt = {
    kind: fields.exactly('kind', 'olshem-receipt'),
    format: fields.exactly('format', 1),
    methodology: {
      id: methodology.text('id'),
      version: methodology.text('version'),
      sha256: methodology.hash('sha256'),
    },
    year: fields.whole('year', 1, LAST_YEAR),
    dataSha256: fields.hash('dataSha256'),
    registerSha256: fields.hashOrNull('registerSha256'),
    basedOn: fields.hashes('basedOn', MOST_BASED_ON),
    resultSha256: fields.hash('resultSha256'),
    engine: fields.text('engine'),
    time: fields.instant('time'),
    key: fields.keyId('key'),
    apiKey: fields.textOrNull('apiKey'),
    run: fields.textOrNull('run'),
    auditHead: readHeadReference(fields),
    signature: fields.signature('signature'),
  }
  methodology.end()
  fields.end()
  fields.refuse(file, WHAT)
  return receipt
}
