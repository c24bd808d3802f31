/** A mistake or a remark about data: which body, row and column, and how to mend it. */
import type { DataCode } from './codes.js'

export interface DataProblem {
  readonly code: DataCode
  readonly file: string
  readonly line: number | null
  readonly body: string | null
  /** As `goals[g1].indicators[2]`; null on the body itself. */
  readonly row: string | null
  readonly column: string | null
  readonly message: string
}
