/** Canonical JSON (RFC 8785) and its hash: the same content gives the same text everywhere. */
import { sha256 as sha256Now } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalizeModule from 'canonicalize'

// The package exports its function as the module itself; its types say `default`.
const canonicalize = canonicalizeModule as unknown as (
  value: unknown,
) => string | undefined

/** @param value - JSON data; members that are undefined are left out */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Nothing to write as JSON')
  return text
}

/**
 * WebCrypto hashes on another thread, and the way there and back costs more than
 * hashing so many bytes here does.
 */
const MOST_BYTES_HERE = 32 * 1024

/** The SHA-256 of a text in UTF-8, or of bytes, in hexadecimal. */
export async function sha256(content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? utf8ToBytes(content) : content
  if (bytes.length <= MOST_BYTES_HERE) return bytesToHex(sha256Now(bytes))
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return bytesToHex(new Uint8Array(digest))
}

const known = new WeakMap<object, string>()

/** Of a text that many results name: hashed once for each owner, which is never changed. */
export async function sha256Of(owner: {
  readonly text: string
}): Promise<string> {
  const hash = known.get(owner) ?? (await sha256(owner.text))
  known.set(owner, hash)
  return hash
}
