/** People, their sessions, and the keys of services. */
import type { Instant } from '../instant.js'

export interface PeopleTables {
  users: UserTable
  sessions: SessionTable
  api_keys: ApiKeyTable
}

export interface UserTable {
  readonly id: string
  readonly name: string
  /** The name as it is compared: nobody can be called like another but for capitals. */
  readonly name_key: string
  role: string
  /** argon2id, with its parameters. */
  password_hash: string
  readonly created_at: Instant
  disabled_at: Instant | null
}

export interface SessionTable {
  /** sha256 of the token; the token itself is with its user alone. */
  readonly token_sha256: string
  readonly user_id: string
  readonly created_at: Instant
  readonly expires_at: Instant
}

export interface ApiKeyTable {
  readonly id: string
  readonly name: string
  readonly token_sha256: string
  /** A JSON list. */
  readonly scopes: string
  readonly created_at: Instant
  /** An actor of the audit log. */
  readonly created_by: string
  readonly expires_at: Instant
  revoked_at: Instant | null
}
