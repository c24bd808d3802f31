/**
 * An entry of the audit log: who did what to what, and the hash of the entry
 * before. People stand in it as ids alone, so that a name can be changed or
 * forgotten without touching the chain.
 */
import { canonicalJson, sha256 } from '../../engine/index.js'
import type { Instant } from '../instant.js'

/**
 * Who acts. `local`: whoever sits at the machine, before there are users;
 * `nobody`: somebody who has not signed in.
 */
export type Actor =
  | `user:${string}`
  | `key:${string}`
  | 'command-line'
  | 'local'
  | 'nobody'
  | 'server'

export type Detail =
  string | number | boolean | null | readonly Detail[] | Details

/** JSON; never a name of a person, never a secret. */
export interface Details {
  readonly [name: string]: Detail
}

/** When something is done, and by whom. */
export interface Occasion {
  readonly at: Instant
  readonly actor: Actor
}

export interface Action extends Occasion {
  /** As `user.added`: a thing and what became of it. */
  readonly action: string
  /** What it was done to, as `user:ID`. */
  readonly subject: string
  readonly details: Details
}

/** What is hashed; of a stored entry nothing but this is known. */
export interface EntryContent {
  /** From 1, without gaps. */
  readonly number: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly details: unknown
  readonly previousHash: string
}

/** What the first entry names as the hash before it. */
export const NO_HASH = '0'.repeat(64)

/** sha256 of the canonical JSON (RFC 8785) of all that the entry says. */
export function hashOfEntry(entry: EntryContent): Promise<string> {
  const { number, at, actor, action, subject, details, previousHash } = entry
  return sha256(
    canonicalJson({
      number,
      at,
      actor,
      action,
      subject,
      details,
      previousHash,
    }),
  )
}
