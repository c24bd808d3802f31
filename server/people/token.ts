/**
 * Secrets that are shown once: 32 random bytes. They are stored as their
 * sha256; unlike passwords they cannot be guessed, so that no slow hash is
 * needed. They are looked up by the hash, whose time to compare tells nothing
 * of the secret.
 */
import { createHash, randomBytes } from 'node:crypto'

/** Says of a secret that was found somewhere whose it is and what for. */
export type TokenKind = 'session' | 'key'

const BYTES = 32
const LETTERS = 43

export function newToken(kind: TokenKind): string {
  return `olshem-${kind}-${randomBytes(BYTES).toString('base64url')}`
}

/** @returns null for what can be no token of that kind, so that nothing is looked up */
export function sha256OfToken(token: string, kind: TokenKind): string | null {
  const prefix = `olshem-${kind}-`
  const random = token.slice(prefix.length)
  const isToken =
    token.startsWith(prefix) &&
    random.length === LETTERS &&
    /^[A-Za-z0-9_-]+$/.test(random)
  return isToken ? createHash('sha256').update(token).digest('hex') : null
}
