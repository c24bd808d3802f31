/** Runs the passes of a stage, window by window and piece by piece. */
import type { ColumnLevel } from '../../code/code.js'
import type { ColumnFrame } from '../../program/step.js'
import type { KeptColumn, Stage } from './compile-step.js'
import type { Piece } from './piece.js'
import { PIECE } from './registers.js'
import { offsetsOf, rowsOf } from './rows-between.js'

type Range = readonly [from: number, to: number]

export function runStage(stage: Stage, piece: Piece): void {
  const { count } = rowsOf(piece.frame.rows, stage.level)
  const isOne =
    stage.level.kind === 'group' || stage.level.kind === 'population'
  for (const { isWhole, index } of stage.kept) {
    if (!isWhole) continue
    piece.kept[index] = new Float64Array(count)
    piece.firsts[index] = 0
  }
  const size = isOne ? Math.max(1, count) : PIECE
  for (let from = 0; from < count; from += size) {
    runWindow(stage, [from, Math.min(count, from + size)], piece)
  }
}

function runWindow(stage: Stage, window: Range, piece: Piece): void {
  const rangeOf = (level: ColumnLevel) =>
    rangeBelow(piece.frame, stage.level, window, level)
  for (const kept of stage.kept) {
    if (!kept.isWhole) openKept(kept, rangeOf(kept.level), piece)
  }
  for (const { level, instructions } of stage.passes) {
    const [from, to] = rangeOf(level)
    for (let at = from; at < to; at += PIECE) {
      piece.start = at
      piece.count = Math.min(PIECE, to - at)
      for (const instruction of instructions) instruction(piece)
    }
  }
}

/** The rows of a level below, or of the own one, that belong to a window. */
function rangeBelow(
  { rows }: ColumnFrame,
  above: ColumnLevel,
  [from, to]: Range,
  level: ColumnLevel,
): Range {
  if (level === above) return [from, to]
  if (above.kind === 'group') return [0, rowsOf(rows, level).count]
  const offsets = offsetsOf(rows, above, level)
  return [offsets[from] ?? 0, offsets[to] ?? 0]
}

/** Makes room for the rows of a window; the room of the one before is used again. */
function openKept(
  { index, start, isList }: KeptColumn,
  [from, to]: Range,
  { kept, firsts, lists }: Piece,
): void {
  firsts[index] = from
  if (isList) {
    lists[index] = []
    return
  }
  const known = kept[index]
  const values =
    known && known.length >= to - from ? known : new Float64Array(to - from)
  kept[index] = values
  if (start !== null) values.fill(start, 0, to - from)
}
