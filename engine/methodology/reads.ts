/** What each node needs before it can be computed: the arrows of the graph. */
import { leavesOf, type Condition } from '../conditions/condition.js'
import type { Expression } from '../expression/expression.js'
import type { CriterionNode, Level, Node } from './methodology.js'

/** @param bodies - the level of the bodies, whose exclusions decide who counts */
export function readsOf(node: Node, bodies: Level): readonly Node[] {
  const of = (expression: Expression) => expressionReads(expression, bodies)
  switch (node.kind) {
    case 'input':
      return []
    case 'indicator':
      return [node.input, ...node.exclusions]
    case 'computed':
      return of(node.expression)
    case 'criterion':
      return criterionReads(node, of)
    case 'deduction':
      return [
        ...node.rules,
        ...node.rules.flatMap(({ event }) =>
          event.kind === 'deduct' ? of(event.points) : [],
        ),
        ...node.caps.flatMap((cap) => of(cap.atMost)),
      ]
    case 'rule':
      return conditionReads(node.condition, of)
    case 'ranking':
      return [
        node.output,
        ...(node.ties.kind === 'by' ? [node.ties.column] : []),
        ...(node.where ? conditionReads(node.where, of) : []),
        ...node.allOf,
        ...node.exclusions,
        ...bodies.exclusions,
      ]
    case 'standing':
      return [node.ranking]
    case 'distribution':
      return [...of(node.of), ...bodies.exclusions]
  }
}

function criterionReads(
  node: CriterionNode,
  of: (expression: Expression) => readonly Node[],
): readonly Node[] {
  const { maker, normaliser } = node
  const posts = [normaliser?.from, normaliser?.to, normaliser?.target]
  return [
    ...node.exclusions,
    ...node.deductions,
    ...(node.maximum ? of(node.maximum) : []),
    ...(maker.kind === 'indicator' ? [maker.indicator] : []),
    ...(maker.kind === 'aggregate' ? maker.children : []),
    ...(maker.kind === 'formula' ? of(maker.expression) : []),
    ...(maker.kind === 'variants'
      ? [
          ...maker.choosers,
          ...maker.variants.flatMap((variant) => of(variant.expression)),
        ]
      : []),
    ...(normaliser?.among ? [normaliser.among] : []),
    ...posts.flatMap((post) => (post?.kind === 'fixed' ? of(post.value) : [])),
    ...(normaliser?.pieces ?? []).flatMap((piece) => [
      ...(piece.when ? of(piece.when) : []),
      ...of(piece.value),
    ]),
  ]
}

function conditionReads(
  condition: Condition,
  of: (expression: Expression) => readonly Node[],
): readonly Node[] {
  return leavesOf(condition).flatMap((leaf) =>
    [leaf.left, ...leaf.right].flatMap(of),
  )
}

function expressionReads(
  expression: Expression,
  bodies: Level,
): readonly Node[] {
  const of = (part: Expression) => expressionReads(part, bodies)
  switch (expression.kind) {
    case 'constant':
    case 'parameter':
    case 'argument':
    case 'previous':
      return []
    case 'column':
      return [expression.column]
    case 'terms':
    case 'factors':
    case 'logic':
    case 'call':
      return expression.operands.flatMap(of)
    case 'power':
      return [...of(expression.base), ...of(expression.exponent)]
    case 'negation':
    case 'not':
      return of(expression.operand)
    case 'comparison':
      return [...of(expression.left), ...of(expression.right)]
    case 'choice':
      return [expression.test, expression.then, expression.otherwise].flatMap(
        of,
      )
    case 'aggregate':
      return [
        ...expression.columns.flatMap(of),
        ...expression.settings.flatMap(of),
        ...(expression.table === bodies ? bodies.exclusions : []),
      ]
    case 'standing':
      return [expression.among, ...of(expression.own), ...bodies.exclusions]
  }
}
