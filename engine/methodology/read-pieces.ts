/** The formula of a normaliser, or its pieces, each with the condition under which it scores. */
import { NUMBER } from '../expression/expression.js'
import { buildConditionFormula } from './build-conditions.js'
import type { Draft } from './draft.js'
import type { Entry } from './entry.js'
import type { Normaliser } from './normaliser.js'

/** @returns null where there is a mistake, which has been reported */
export function readPieces(
  draft: Draft,
  entry: Entry,
): Normaliser['pieces'] | null {
  const options = { hasArgument: true }
  const read = (piece: Entry, key: string) => {
    const checked = draft.formula(piece, key, draft.bodies, options)
    if (checked && checked.type.kind !== NUMBER.kind) {
      draft.report('TYPE_MISMATCH', piece.path(key), {
        part: piece.text(key) ?? '',
        words: 'a score is a number',
      })
      return null
    }
    return checked?.expression ?? null
  }
  if (entry.has('formula')) {
    const value = read(entry, 'formula')
    const text = entry.text('formula') ?? ''
    return value && [{ when: null, value, text, whenText: null }]
  }
  const pieces = entry.items('pieces').map((piece) => {
    const value = read(piece, 'value')
    const when = piece.has('when')
      ? buildConditionFormula(draft, piece, 'when', draft.bodies, options)
      : null
    const broken = !value || (piece.has('when') && !when)
    if (broken) return null
    const text = piece.text('value') ?? ''
    return { when, value, text, whenText: whenText(piece) }
  })
  return pieces.every((piece) => piece !== null) ? pieces : null
}

/** The condition as it is written; null for the piece that takes what is left. */
function whenText(piece: Entry): string | null {
  if (!piece.has('when')) return null
  return piece.text('when') ?? 'its condition holds'
}
