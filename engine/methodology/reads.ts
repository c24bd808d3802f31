/** What each node needs before it can be computed: the arrows of the graph. */
import { leavesOf, type Condition } from '../conditions/condition.js'
import type {
  Expression,
  PreviousExpression,
} from '../expression/expression.js'
import { looksAtBodies, partsOf } from '../expression/parts.js'
import type {
  CriterionNode,
  Level,
  Node,
  PopulationNode,
} from './methodology.js'
import { normaliserExpressions } from './normaliser-reads.js'
import { namedByStep, stepExpressions } from './step-reads.js'
import { weightExpressions } from './varying-weights.js'

/** @param bodies - the level of the bodies, whose exclusions decide who counts */
export function readsOf(node: Node, bodies: Level): readonly Node[] {
  return [
    ...namedBy(node, bodies),
    ...expressionsOf(node).flatMap((each) => expressionReads(each, bodies)),
  ]
}

/** What a node looks at of earlier years: no arrows of the graph. */
export function previousReads(node: Node): readonly PreviousExpression[] {
  return expressionsOf(node).flatMap(previousIn)
}

export function previousIn(
  expression: Expression,
): readonly PreviousExpression[] {
  return expression.kind === 'previous'
    ? [expression]
    : partsOf(expression).flatMap(previousIn)
}

function expressionReads(
  expression: Expression,
  bodies: Level,
): readonly Node[] {
  const below = partsOf(expression).flatMap((part) =>
    expressionReads(part, bodies),
  )
  if (expression.kind === 'column') return [expression.column]
  if (expression.kind === 'aggregate' && looksAtBodies(expression)) {
    return [...below, ...whoCounts(expression.among, bodies)]
  }
  return expression.kind === 'standing'
    ? [expression.among, ...below, ...whoCounts(expression.among.among, bodies)]
    : below
}

/** What decides whose figures a statistic looks at. */
function whoCounts(
  among: PopulationNode | null,
  bodies: Level,
): readonly Node[] {
  return among ? [among, ...bodies.exclusions] : bodies.exclusions
}

/** Nodes that a node names itself, outside its formulas. */
function namedBy(node: Node, bodies: Level): readonly Node[] {
  switch (node.kind) {
    case 'input':
    case 'rule':
      return []
    case 'computed':
      return node.among ? [node.among] : []
    case 'indicator':
      return [node.input, ...node.exclusions]
    case 'criterion':
      return namedByCriterion(node)
    case 'deduction':
      return node.rules
    case 'ranking':
      return [
        node.output,
        ...(node.ties.kind === 'by' ? [node.ties.column] : []),
        ...node.allOf,
        ...node.exclusions,
        ...whoCounts(node.among, bodies),
      ]
    case 'standing':
      return [node.ranking]
    case 'step':
      return namedByStep(node)
    case 'screening':
      return node.measured
    case 'distribution':
      return whoCounts(node.among, bodies)
    case 'population':
      return [...node.by, ...node.exclusions, ...bodies.exclusions]
  }
}

function namedByCriterion(node: CriterionNode): readonly Node[] {
  const { maker, normaliser } = node
  return [
    ...node.exclusions,
    ...node.deductions,
    ...node.limits,
    ...(maker.kind === 'judged' ? [maker.input] : []),
    ...(maker.kind === 'indicator' ? [maker.value] : []),
    ...(maker.kind === 'aggregate' ? maker.children : []),
    ...(maker.kind === 'variants' ? maker.choosers : []),
    ...(normaliser?.among ? [normaliser.among] : []),
  ]
}

/** All formulas that the node evaluates. */
export function expressionsOf(node: Node): readonly Expression[] {
  switch (node.kind) {
    case 'input':
    case 'indicator':
    case 'standing':
    case 'screening':
      return []
    case 'step':
      return stepExpressions(node)
    case 'computed':
      return [node.expression]
    case 'criterion':
      return criterionExpressions(node)
    case 'deduction':
      return [
        ...node.rules.flatMap(({ event }) =>
          event.kind === 'deduct' ? [event.points] : [],
        ),
        ...node.caps.map((cap) => cap.atMost),
      ]
    case 'rule':
      return conditionExpressions(node.condition)
    case 'ranking':
    case 'population':
      return node.where ? conditionExpressions(node.where) : []
    case 'distribution':
      return [node.of]
  }
}

function criterionExpressions(node: CriterionNode): readonly Expression[] {
  const { maker, normaliser } = node
  return [
    ...node.limits.flatMap(({ event }) =>
      event.kind === 'limit' ? [event.value] : [],
    ),
    ...(node.maximum ? [node.maximum] : []),
    ...(maker.kind === 'formula' ? [maker.expression] : []),
    ...(maker.kind === 'aggregate' ? weightExpressions(maker.children) : []),
    ...(maker.kind === 'variants'
      ? maker.variants.map((variant) => variant.expression)
      : []),
    ...(normaliser ? normaliserExpressions(normaliser) : []),
  ]
}

function conditionExpressions(condition: Condition): readonly Expression[] {
  return leavesOf(condition).flatMap((leaf) => [leaf.left, ...leaf.right])
}
