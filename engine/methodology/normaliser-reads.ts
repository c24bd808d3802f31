/** The formulas that a normaliser evaluates. */
import type { Expression } from '../expression/expression.js'
import type { Normaliser } from './normaliser.js'

export function normaliserExpressions({
  from,
  to,
  target,
  pieces,
}: Normaliser): readonly Expression[] {
  return [
    ...[from, to, target].flatMap((post) =>
      post?.kind === 'fixed' ? [post.value] : [],
    ),
    ...pieces.flatMap((piece) => [
      ...(piece.when ? [piece.when] : []),
      piece.value,
    ]),
  ]
}
