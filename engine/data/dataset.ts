/** Checked data: every cell typed, every row with the place it came from. */
import type { Value } from '../value.js'
import type { RawPlace } from './raw.js'

export interface DatasetRow {
  readonly id: string | null
  readonly name: string | null
  /** null on a body, else as `goals[g1].indicators[2]`: by id, or by number where there is none. */
  readonly label: string | null
  /** Input -> value; an empty cell is absent here. */
  readonly cells: ReadonlyMap<string, Value>
  /** Input -> by whom its value was imputed; observed values are absent here. */
  readonly imputed: ReadonlyMap<string, string>
  readonly tables: ReadonlyMap<string, readonly DatasetRow[]>
  readonly place: RawPlace
}

export interface Dataset {
  readonly year: number
  /** In the order of their ids. */
  readonly bodies: readonly DatasetRow[]
  /** Ids of bodies that were left out because their data have errors. */
  readonly broken: ReadonlySet<string>
  readonly sha256: string
}
