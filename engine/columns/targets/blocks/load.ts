/** The instructions that put values of columns into registers, and back. */
import type { ColumnLevel } from '../../code/code.js'
import { operationOf, type OperationName } from '../../operations/table.js'
import {
  columnOf,
  firstOf,
  registerAt,
  type Instruction,
  type Source,
} from './piece.js'
import { originsOf } from './rows-between.js'

/** A view of the rows of the piece, without a copy. */
export function viewOf(source: Source, out: number): Instruction {
  return (piece) => {
    const { registers, start, count } = piece
    const at = start - firstOf(piece, source)
    registers[out] = columnOf(piece, source).subarray(at, at + count)
  }
}

/** For each row the value of the row above. */
export function gatherFrom(
  source: Source,
  level: ColumnLevel,
  out: number,
): Instruction {
  return (piece) => {
    const { start, count, frame } = piece
    const values = columnOf(piece, source)
    const into = registerAt(piece, out)
    if (source.level.kind === 'population') {
      into.fill(values[0] ?? NaN, 0, count)
      return
    }
    const first = firstOf(piece, source)
    const origins = originsOf(frame.rows, level, source.level)
    for (let i = 0; i < count; i += 1) {
      const origin = origins[start + i] ?? -1
      into[i] = origin < 0 ? NaN : (values[origin - first] ?? NaN)
    }
  }
}

/** Puts the values of the piece where they are kept. */
export function storeIn(target: Source, from: number): Instruction {
  return (piece) => {
    const values = registerAt(piece, from)
    const { start, count } = piece
    const own = values.length === count ? values : values.subarray(0, count)
    columnOf(piece, target).set(own, start - firstOf(piece, target))
  }
}

/** Notes the rows in which the value is 1. */
export function noteDoubts(from: number): Instruction {
  return (piece) => {
    const asked = registerAt(piece, from)
    for (let i = 0; i < piece.count; i += 1) {
      if (asked[i] === 1) piece.doubts.push(piece.start + i)
    }
  }
}

export function runOperation(
  name: OperationName,
  out: number,
  [a = out, b = a, c = b]: readonly number[],
): Instruction {
  const { apply, block } = operationOf(name)
  if (block) {
    return (piece) => {
      const into = registerAt(piece, out)
      const first = registerAt(piece, a)
      const second = registerAt(piece, b)
      block(into, piece.count, first, second, registerAt(piece, c))
    }
  }
  return (piece) => {
    const into = registerAt(piece, out)
    const first = registerAt(piece, a)
    const second = registerAt(piece, b)
    const third = registerAt(piece, c)
    for (let i = 0; i < piece.count; i += 1) {
      into[i] = apply(first[i] ?? NaN, second[i] ?? NaN, third[i] ?? NaN)
    }
  }
}

/** @param table - the answer for each whole number */
export function runLookUp(
  table: readonly number[],
  out: number,
  x: number,
): Instruction {
  return (piece) => {
    const into = registerAt(piece, out)
    const from = registerAt(piece, x)
    for (let i = 0; i < piece.count; i += 1) {
      const at = from[i] ?? NaN
      into[i] = at === at ? (table[at] ?? NaN) : NaN
    }
  }
}
