/** Checked data: every cell typed, every row with the place it came from. */
import type { Value } from '../value.js'
import type { JoinedPart } from '../register/join-bodies.js'
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
  /** Attributes that the register gave, and where it has them. */
  readonly registered?: {
    readonly place: RawPlace
    readonly columns: ReadonlySet<string>
  }
  /** On a body of an earlier year: what the register says of it then. */
  readonly attributes?: ReadonlyMap<string, Value>
  /** Input -> what this body and those joined to it bring to its figure. */
  readonly joined?: ReadonlyMap<string, readonly JoinedPart[]>
  /** The body that brought the row when it was joined to this one. */
  readonly joinedFrom?: string
}

export interface Dataset {
  readonly year: number
  /** In the order of their ids. */
  readonly bodies: readonly DatasetRow[]
  /** Ids of bodies that were left out because their data have errors. */
  readonly broken: ReadonlySet<string>
  readonly sha256: string
}
