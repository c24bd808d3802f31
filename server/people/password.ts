/** Passwords: argon2id with the parameters that OWASP gives (19 MiB, two passes, one thread). */
import { randomBytes } from 'node:crypto'

import { ServiceRefusal } from '../service-refusal.js'

const LEAST_LETTERS = 12
/** Hashing takes its time whatever the length; megabytes would be read for nothing. */
const MOST_LETTERS = 256

const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** @throws ServiceRefusal PASSWORD_REFUSED for one that is too short or too long */
export async function hashPassword(password: string): Promise<string> {
  const text = normal(password)
  const { length } = [...text]
  if (length < LEAST_LETTERS || length > MOST_LETTERS) {
    throw new ServiceRefusal('PASSWORD_REFUSED', [
      `A password has ${LEAST_LETTERS} to ${MOST_LETTERS} letters, and this one has ${length}. Several words are easy to remember.`,
    ])
  }
  // A native library, which nothing else waits for.
  const { hash } = await import('@node-rs/argon2')
  return hash(text, PARAMETERS)
}

/**
 * Takes as long for a user who does not exist as for one who does.
 *
 * @param hash - null for no such user
 */
export async function isPassword(
  password: string,
  hash: string | null,
): Promise<boolean> {
  const { verify } = await import('@node-rs/argon2')
  const nobody = await hashOfNobody()
  const text = normal(password.slice(0, 4 * MOST_LETTERS))
  const isRight = await verify(hash ?? nobody, text)
  return isRight && hash !== null
}

let ofNobody: Promise<string> | undefined

/** The hash of a password that nobody knows, made at the first sign-in, whoever signs in. */
function hashOfNobody(): Promise<string> {
  ofNobody ??= hashPassword(randomBytes(32).toString('base64url'))
  return ofNobody
}

/** One password, whatever keyboard it was typed on. */
function normal(password: string): string {
  return password.normalize('NFKC')
}
