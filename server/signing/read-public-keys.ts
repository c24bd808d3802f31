/**
 * The file that --key names: one public key (PEM), or the list of all public
 * keys of an installation, old ones with the time until which they were used.
 */
import { DocumentFields } from './document-fields.js'
import type { Instant } from '../instant.js'
import { keyId, pemOf, publicKeyOfPem, type PublicKey } from './public-key.js'
import { notA, parseSmallJson, readDocumentFile } from './read-document.js'

/** A key as it stands in the list. */
export interface ListedKey {
  readonly id: string
  /** PEM. */
  readonly publicKey: string
  readonly from: Instant | null
  readonly until: Instant | null
}

const WHAT = 'a public key (PEM), or a list of them'
/** As many as a file of this size can hold. */
export const MOST_KEYS = 200

/** @throws Refusal */
export async function readPublicKeys(
  file: string,
): Promise<readonly PublicKey[]> {
  const text = await readDocumentFile(file, WHAT)
  if (/PRIVATE KEY/.test(text)) {
    throw notA(
      WHAT,
      file,
      'it is a private key, which nobody but its installation may have',
    )
  }
  if (text.trimStart().startsWith('[')) return parseKeyList(text, file)
  const key = publicKeyOfPem(text)
  if (!key) throw notA(WHAT, file, 'it is neither')
  return [{ id: keyId(key), key, from: null, until: null }]
}

/** @throws Refusal */
export function parseKeyList(text: string, file: string): readonly PublicKey[] {
  const json = parseSmallJson(text, file, WHAT)
  if (!Array.isArray(json) || json.length === 0 || json.length > MOST_KEYS) {
    throw notA(WHAT, file, `a list has 1 to ${MOST_KEYS} keys`)
  }
  const items: readonly unknown[] = json
  const keys = items.map((item, index) => {
    const read = listedKey(item, `[${index}]`)
    if (typeof read !== 'string') return read
    throw notA(WHAT, file, read)
  })
  if (new Set(keys.map(({ id }) => id)).size < keys.length) {
    throw notA(WHAT, file, 'a key stands in it twice')
  }
  return keys
}

/** @returns a fault as text */
function listedKey(item: unknown, path: string): PublicKey | string {
  if (typeof item !== 'object' || item === null) return `${path} is no object`
  const fields = DocumentFields.of(item, path)
  const id = fields.keyId('id')
  const key = publicKeyOfPem(fields.pem('publicKey'))
  const from = fields.instantOrNull('from')
  const until = fields.instantOrNull('until')
  fields.end()
  const [fault] = fields.faults
  if (fault !== undefined) return fault
  if (!key) return `${path}.publicKey is no public key of Ed25519`
  if (keyId(key) !== id)
    return `${path}.id is not that of its key, ${keyId(key)}`
  return { id, key, from, until }
}

export function listKeys(keys: readonly PublicKey[]): readonly ListedKey[] {
  return keys.map(({ id, key, from, until }) => ({
    id,
    publicKey: pemOf(key),
    from,
    until,
  }))
}
