/** Receipts of stored runs: signed once, never changed. */
import type { Instant } from '../instant.js'

export interface ReceiptTables {
  run_receipts: RunReceiptTable
}

export interface RunReceiptTable {
  readonly run: string
  /** The signed document, as it is handed out. */
  readonly receipt: string
  readonly created_at: Instant
}
