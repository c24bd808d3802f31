/** Canonical JSON (RFC 8785) and its hash: the same content gives the same text everywhere. */
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

/** The SHA-256 of a text in UTF-8, or of bytes, in hexadecimal. */
export async function sha256(content: string | Uint8Array): Promise<string> {
  const bytes =
    typeof content === 'string' ? new TextEncoder().encode(content) : content
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(digest)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
