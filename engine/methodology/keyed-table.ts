/** A table of keyed rows that stands in the file, with the place of every cell. */
import type { CELL_TYPES } from './schema/keyed-tables.js'
import type { Path } from '../source/path.js'
import type { Tree } from '../source/source.js'

export type CellType = (typeof CELL_TYPES)[number]

export interface WrittenTable {
  readonly name: string
  readonly at: Path
  readonly key: readonly string[]
  readonly columns: ReadonlyMap<string, CellType>
  /** Rows that can be told apart; a row with a mistake of its own is marked. */
  readonly rows: readonly WrittenRow[]
  /** False where the rows cannot be read at all. */
  readonly isUsable: boolean
}

export interface WrittenRow {
  readonly at: Path
  /** Its keys, for messages. */
  readonly label: string
  /** Cells that are filled. */
  readonly cells: ReadonlyMap<string, WrittenCell>
  /** True where it cannot be told which cell belongs to which column, or which row it is. */
  readonly isBroken: boolean
}

export interface WrittenCell {
  readonly at: Path
  readonly tree: Tree
  /** A scalar as it stands in the file. */
  readonly text: string
  /** True for a cell that does not fit its column, which has been reported. */
  readonly isBroken: boolean
}

/** The column of a plain list: the name of the table without a last s. */
export function columnOfList(table: string): string {
  return /.s$/.test(table) ? table.slice(0, -1) : table
}
