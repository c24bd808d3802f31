/**
 * The text of a methodology file with the place of everything in it. Numbers
 * keep their text, so that 0.1 is never the double beside it.
 */
import type { Path } from './path.js'

export interface Position {
  /** 1-based. */
  readonly line: number
  /** 1-based. */
  readonly column: number
}

/** Lines of a text, both ends included; 1-based. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** Plain data: objects without a prototype, arrays, strings, numbers, booleans, null. */
export type Tree =
  | { readonly [key: string]: Tree }
  | readonly Tree[]
  | string
  | number
  | boolean
  | null

export interface Source {
  readonly file: string
  readonly text: string
  readonly tree: Tree
  /** The text of a scalar as it stands in the file, quotes and line folding resolved. */
  readonly scalarText: (path: Path) => string | undefined
  /** The place of a key or list item; of the nearest thing above it where it is not in the file. */
  readonly position: (path: Path) => Position
  /** The place of the value behind a key. */
  readonly valuePosition: (path: Path) => Position
}
