/** Several edits, each made on the text that the one before left, as changes of the first text. */
import { applyChanges, type TextChange, type TextEdit } from './text-change.js'

/** What a text consists of after changes: pieces of the text before and new ones. */
type Piece =
  | { readonly kind: 'kept'; readonly from: number; readonly to: number }
  | { readonly kind: 'new'; readonly text: string }

/** @param edits - each is given the text as the ones before it left it */
export function editInTurn(
  text: string,
  edits: readonly TextEdit[],
): readonly TextChange[] {
  let here = text
  let all: readonly TextChange[] = []
  for (const edit of edits) {
    const changes = edit(here)
    here = applyChanges(here, changes)
    all = composeChanges(all, changes)
  }
  return all
}

/** @param second - of the text that the first leave */
export function composeChanges(
  first: readonly TextChange[],
  second: readonly TextChange[],
): readonly TextChange[] {
  if (first.length === 0) return second
  const whole: readonly Piece[] = [{ kind: 'kept', from: 0, to: Infinity }]
  return changesOf(changed(changed(whole, first), second))
}

function changed(
  pieces: readonly Piece[],
  changes: readonly TextChange[],
): readonly Piece[] {
  let rest = pieces
  let here = 0
  const result: Piece[] = []
  for (const { from, to, insert } of changes) {
    const [before, behind] = cut(rest, from - here)
    const [, after] = cut(behind, to - from)
    result.push(...before, { kind: 'new', text: insert })
    rest = after
    here = to
  }
  return [...result, ...rest]
}

function cut(
  pieces: readonly Piece[],
  length: number,
): readonly [readonly Piece[], readonly Piece[]] {
  let left = length
  for (const [index, piece] of pieces.entries()) {
    const size =
      piece.kind === 'new' ? piece.text.length : piece.to - piece.from
    if (left < size) {
      const [one, other] = halves(piece, left)
      const before = pieces.slice(0, index)
      return [
        left > 0 ? [...before, one] : before,
        [other, ...pieces.slice(index + 1)],
      ]
    }
    left -= size
  }
  return [pieces, []]
}

function halves(piece: Piece, at: number): readonly [Piece, Piece] {
  if (piece.kind === 'new') {
    const { kind, text } = piece
    return [
      { kind, text: text.slice(0, at) },
      { kind, text: text.slice(at) },
    ]
  }
  const middle = piece.from + at
  return [
    { ...piece, to: middle },
    { ...piece, from: middle },
  ]
}

function changesOf(pieces: readonly Piece[]): readonly TextChange[] {
  const changes: TextChange[] = []
  let here = 0
  let insert = ''
  for (const piece of pieces) {
    if (piece.kind === 'new') insert += piece.text
    else {
      const { from, to } = piece
      if (insert !== '' || from > here)
        changes.push({ from: here, to: from, insert })
      insert = ''
      here = to
    }
  }
  return changes
}
