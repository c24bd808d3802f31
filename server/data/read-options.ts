/** How data files are read, every choice made. */
import type { DataLimits } from '../../engine/index.js'
import type { DecimalMark } from './csv-table.js'

export interface ReadOptions {
  /** The year asked for. */
  readonly year: number
  readonly decimalMark: DecimalMark
  readonly limits: DataLimits
}
