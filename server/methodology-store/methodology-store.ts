/**
 * Where the versions of methodologies are: the database, which has one hash for
 * each, and the rules folder of this server, which must not say otherwise.
 */
import type { Database } from '../database/tables.js'

export interface MethodologyStore {
  readonly database: Database
  /** The rules folder; null for a server without one. */
  readonly rules: string | null
}
