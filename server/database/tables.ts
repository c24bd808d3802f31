/**
 * The tables of the database, as both databases hold them. Instants are UTC text
 * with milliseconds, figures decimal text, hashes hexadecimal SHA-256.
 */
import type { Kysely, Transaction } from 'kysely'

import type { DraftTables } from '../drafts/draft-tables.js'
import type { Instant } from '../instant.js'
import type { JobTables } from '../jobs/job-tables.js'
import type { PeopleTables } from '../people/people-tables.js'
import type { ReceiptTables } from '../receipts/receipt-tables.js'

export interface Tables
  extends DraftTables, JobTables, PeopleTables, ReceiptTables {
  texts: TextTable
  methodology_versions: MethodologyVersionTable
  registers: RegisterTable
  data_sets: DataSetTable
  runs: RunTable
  audit_entries: AuditEntryTable
  settings: SettingTable
}

export type { Instant }

/** Also a transaction, which is one. */
export type Database = Kysely<Tables>
export type DatabaseTransaction = Transaction<Tables>

export type TextKind =
  'methodology' | 'register' | 'data' | 'run' | 'publication'

/** Texts by their hash: added, never changed. */
export interface TextTable {
  readonly sha256: string
  readonly kind: TextKind
  readonly text: string
  readonly created_at: Instant
}

/** One hash for each methodology@version. */
export interface MethodologyVersionTable {
  readonly methodology: string
  readonly version: string
  readonly sha256: string
  status: 'published' | 'withdrawn'
  readonly edition: string | null
  /** `imported`: from the rules folder, approved by nobody here. */
  readonly origin: 'imported' | 'published'
  readonly published_at: Instant | null
  withdrawn_at: Instant | null
  withdrawn_because: string | null
}

/** Every state of a register that was loaded; the key is id and hash. */
export interface RegisterTable {
  /** As methodologies name it. */
  readonly id: string
  /** Of its canonical text. */
  readonly sha256: string
  readonly name: string
  readonly loaded_at: Instant
  readonly loaded_by: string
}

export interface DataSetTable {
  /** The hash of its canonical data. */
  readonly id: string
  readonly name: string
  /** Whose inputs it was checked against. */
  readonly methodology: string | null
  readonly year: number
  readonly source: string
  readonly loaded_at: Instant
  readonly loaded_by: string
  /** The data set that this one corrects. */
  readonly replaces: string | null
  readonly text_sha256: string
  readonly bodies: number
}

export interface RunTable {
  readonly id: string
  readonly methodology: string
  readonly version: string
  readonly methodology_sha256: string
  readonly engine_version: string
  readonly year: number
  readonly edition: string | null
  readonly data_set: string
  readonly register_sha256: string | null
  /** Of its results and rankings. */
  readonly result_sha256: string
  /** As `score --json` writes it. */
  readonly result: string
  readonly created_at: Instant
  readonly created_by: string
  /** A JSON list of the ids of runs that it looked at. */
  readonly based_on: string
}

export interface AuditEntryTable {
  readonly number: number
  readonly at: Instant
  readonly actor: string
  readonly action: string
  readonly subject: string
  /** JSON. */
  readonly details: string
  readonly previous_hash: string
  readonly hash: string
}

export interface SettingTable {
  readonly key: string
  value: string
}
