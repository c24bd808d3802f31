/** The instructions that reductions are made of. */
import type { ColumnLevel, ReductionCode } from '../../code/code.js'
import { quantileOf, reducerOf } from '../../code/reducers.js'
import { registerAt, type Instruction, type Piece } from './piece.js'
import { SEGMENT_KERNELS, segmentOf } from './reduce-segments.js'
import { offsetsOf, originsOf } from './rows-between.js'

export interface ReductionPlan {
  readonly code: ReductionCode
  /** The kept column of the results; of a quantile the list of its values. */
  readonly result: number
  readonly of: number
  readonly mask: number
}

/** Takes the rows of a piece into the results. */
export function reduceInto(plan: ReductionPlan): Instruction {
  const { reducer, level, over } = plan.code
  if (reducer === 'quantile') return collectInto(plan)
  if (level.kind === 'group') return scatterInto(plan)
  const kernel = SEGMENT_KERNELS[reducer]
  return (piece) => {
    const results = piece.kept[plan.result]
    if (!results) return
    const { start, count, firsts, frame } = piece
    const offsets = offsetsOf(frame.rows, level, over)
    const segments = {
      offsets,
      start,
      end: start + count,
      segment: segmentOf(offsets, start),
      first: firsts[plan.result] ?? 0,
    }
    const mask = registerAt(piece, plan.mask)
    kernel(results, segments, registerAt(piece, plan.of), mask)
  }
}

/** The rows of a group do not lie together. */
function scatterInto(plan: ReductionPlan): Instruction {
  const { step } = reducerOf(plan.code.reducer)
  return (piece) => {
    const results = piece.kept[plan.result]
    if (!results) return
    const of = registerAt(piece, plan.of)
    forTaken(plan, piece, (at, i) => {
      results[at] = step(results[at] ?? NaN, of[i] ?? NaN)
    })
  }
}

function collectInto(plan: ReductionPlan): Instruction {
  return (piece) => {
    const lists = piece.lists[plan.result] ?? []
    const of = registerAt(piece, plan.of)
    const first = piece.firsts[plan.result] ?? 0
    forTaken(plan, piece, (at, i) => {
      const list = (lists[at - first] ??= [])
      list.push(of[i] ?? NaN)
    })
  }
}

function forTaken(
  { code: { over, level }, mask }: ReductionPlan,
  piece: Piece,
  take: (at: number, row: number) => void,
): void {
  const origins = originsOf(piece.frame.rows, over, level)
  const taken = registerAt(piece, mask)
  for (let i = 0; i < piece.count; i += 1) {
    const at = origins[piece.start + i] ?? -1
    if (at >= 0 && taken[i] === 1) take(at, i)
  }
}

/** The quantiles of what has been collected, at the share of each row. */
export function quantilesOf(
  list: number,
  out: number,
  share: number,
): Instruction {
  return (piece) => {
    const lists = piece.lists[list] ?? []
    const first = piece.firsts[list] ?? 0
    const values = registerAt(piece, out)
    const shares = registerAt(piece, share)
    for (let i = 0; i < piece.count; i += 1) {
      const collected = lists[piece.start - first + i]
      values[i] = collected
        ? quantileOf(Float64Array.from(collected), shares[i] ?? NaN)
        : NaN
    }
  }
}

/** True where rows of the level can be gone through for rows of the one above. */
export function isBelow(level: ColumnLevel, above: ColumnLevel): boolean {
  if (level.kind === 'group' || level.kind === 'population') return false
  if (above.kind === 'group' || above.kind === 'population') return true
  for (let at = level.parent; at; at = at.parent) if (at === above) return true
  return false
}
