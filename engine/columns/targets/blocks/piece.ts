/** The rows that a pass computes at once, and what its instructions work on. */
import type { ColumnLevel } from '../../code/code.js'
import type { ColumnFrame } from '../../program/step.js'

export interface Piece {
  readonly frame: ColumnFrame
  readonly registers: Float64Array[]
  /** Columns between passes, by the index of the kept column. */
  readonly kept: Float64Array[]
  /** The row that the kept column begins with. */
  readonly firsts: number[]
  /** The values that quantiles are made of, for each row of their result. */
  readonly lists: number[][][]
  readonly doubts: number[]
  /** The first row of the piece. */
  start: number
  /** How many rows it has. */
  count: number
}

export type Instruction = (piece: Piece) => void

/** A column that is read: one of the frame, or one that is kept between passes. */
export interface Source {
  readonly from: 'frame' | 'kept'
  readonly index: number
  readonly level: ColumnLevel
  readonly name: string
}

export function columnOf(
  { frame, kept }: Piece,
  { from, index, name }: Source,
): Float64Array {
  const values = (from === 'frame' ? frame.columns : kept)[index]
  if (!values) throw new TypeError(`"${name}" has no values`)
  return values
}

export function firstOf({ firsts }: Piece, { from, index }: Source): number {
  return from === 'frame' ? 0 : (firsts[index] ?? 0)
}

/** Operands of instructions are there: the compiler has made them. */
export function registerAt({ registers }: Piece, index: number): Float64Array {
  const values = registers[index]
  if (!values) throw new TypeError(`There is no register ${index}`)
  return values
}
