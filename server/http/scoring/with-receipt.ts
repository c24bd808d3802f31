/** Puts a signed receipt beside the results of an answer, every byte of which stays as it is. */
import { findHead } from '../../audit/append-entry.js'
import { givenSigner } from '../../installation/signer.js'
import { receiptAbout } from '../../receipts/receipt.js'
import type { Asker } from '../asker.js'
import type { HttpSetting } from '../setting.js'
import type { ScoreAnswer } from './answer-score.js'

/** How `scoreJson` ends the object. */
const END = '}\n'

/** @throws ServiceRefusal `SIGNING_KEY_LACKING` */
export async function withReceipt(
  { text, receipt: subject }: ScoreAnswer,
  asker: Asker,
  { store, signer }: Pick<HttpSetting, 'store' | 'signer'>,
): Promise<string> {
  if (!subject) return text
  const key = givenSigner(signer)
  if (!store) throw new Error('A key was given without its database.')
  if (!text.endsWith(END)) throw new Error('The answer is no object.')
  const { database } = store
  const auditHead = await findHead(database)
  const apiKey = asker.kind === 'key' ? asker.id : null
  const receipt = await key.sign(database, (time) =>
    receiptAbout(subject, { time, apiKey, run: null, auditHead }),
  )
  const members = text.slice(0, -END.length)
  return `${members},"receipt":${JSON.stringify(receipt)}${END}`
}
