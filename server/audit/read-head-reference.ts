/** The head of the audit log that a signed document names. */
import type { DocumentFields } from '../signing/document-fields.js'
import type { HeadReference } from './head.js'

/** @returns null where the log was empty */
export function readHeadReference(
  fields: DocumentFields,
): HeadReference | null {
  if (fields.isNull('auditHead')) return null
  const head = fields.object('auditHead')
  const number = head.whole('number', 1, Number.MAX_SAFE_INTEGER)
  const hash = head.hash('hash')
  head.end()
  return { number, hash }
}
