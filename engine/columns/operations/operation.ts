/**
 * How an operation of column code describes itself: to the closures over blocks,
 * to the generator of loops, and to the error bounds. Each operation stands in
 * one file with others of its kind, and on one line of the table.
 */
import type { Builder } from '../code/builder.js'
import type { Code } from '../code/code.js'
import type { Facts } from '../code/facts.js'

export interface Operation {
  /** Of operands that may be NaN, which is absent. */
  readonly apply: (a: number, b: number, c: number) => number
  /** The same as JavaScript; the operands are names, numbers or text in brackets. */
  readonly text: (a: string, b: string, c: string) => string
  /** Operands that stand in the text more than once, and so need a name. */
  readonly repeats?: readonly number[]
  /** As the test of a choice: what says that it is true, and that it is false. */
  readonly test?: {
    readonly isTrue: (a: string, b: string) => string
    readonly isFalse: (a: string, b: string) => string
  }
  readonly facts: (operands: readonly Facts[]) => Facts
  /** How far the double may lie from the number; absent for operations that bounds are made of. */
  readonly bounds?: (
    builder: Builder,
    value: Code,
    operands: readonly Bounded[],
  ) => Bounds
  /** The same as `apply` for n rows at once, where that is worth writing out. */
  readonly block?: BlockKernel
}

export type BlockKernel = (
  out: Float64Array,
  n: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
) => void

export interface Bounds {
  /** No less than the distance between the double and the number; says nothing where the value is absent. */
  readonly error: Code
  /** 1 where something could not be decided by the bound: the value is to be computed exactly. */
  readonly doubt: Code
}

export interface Bounded extends Bounds {
  readonly value: Code
}

/**
 * A little more than 2^-53, the relative error of one operation on doubles: what
 * the bounds themselves lose by rounding is paid from the difference.
 */
export const UNIT = 1.12e-16

/** A little more than the error of Math.exp, Math.log, Math.pow and Math.cbrt. */
export const LIBRARY_UNIT = 8 * UNIT
