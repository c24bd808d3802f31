/** What a normaliser reads besides the value: goalposts, the figures of all bodies, its pieces. */
import {
  evaluateExpression,
  type Frame,
} from '../evaluation/evaluate-expression.js'
import type { Row } from '../evaluation/row.js'
import type { Expression } from '../expression/expression.js'
import type { Normaliser } from '../methodology/normaliser.js'
import { isPresent, TRUE, type Value } from '../value.js'
import { expressionOperands, type Operand } from './operands.js'

/** @param argument - the value that is normalised */
export function normaliserOperands(
  normaliser: Normaliser,
  row: Row,
  argument: Value,
): readonly Operand[] {
  const frame = { row, node: normaliser.name ?? 'normaliser', argument }
  const posts = [normaliser.from, normaliser.to, normaliser.target]
  const expressions = [
    ...posts.flatMap((post) => (post?.kind === 'fixed' ? [post.value] : [])),
    ...(isPresent(argument) ? piecesLookedAt(normaliser, frame) : []),
  ]
  const among: Operand[] = normaliser.among
    ? [{ kind: 'distribution', distribution: normaliser.among, row }]
    : []
  return [
    ...among,
    ...expressions.flatMap(
      (expression) => expressionOperands(expression, frame).operands,
    ),
  ]
}

/** The conditions of the pieces up to the one that was taken, and its value. */
function piecesLookedAt(
  { pieces }: Normaliser,
  frame: Frame,
): readonly Expression[] {
  const seen: Expression[] = []
  for (const { when, value } of pieces) {
    if (when) seen.push(when)
    const met = when ? evaluateExpression(when, frame) : TRUE
    if (met.kind !== 'boolean') return seen
    if (met.boolean) return [...seen, value]
  }
  return seen
}
