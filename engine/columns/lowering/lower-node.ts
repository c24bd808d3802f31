/** A node of the graph as column code. */
import type { Column, PopulationNode } from '../../methodology/methodology.js'
import type { RuleNode } from '../../methodology/rule-nodes.js'
import type { Lowered } from './lowered.js'
import { lowerCriterion } from './lower-criterion.js'
import { lowerDeduction } from './lower-deduction.js'
import { lowerExpression, type LoweringFrame } from './lower-expression.js'
import { lowerIndicator } from './lower-indicator.js'
import { lowerPopulation } from './lower-population.js'
import { lowerStandingNode } from './lower-ranking.js'
import { lowerRule } from './lower-rule.js'
import { lowerScreening } from './lower-screening.js'
import { lowerStep } from './lower-step.js'
import type { MethodologyLowering } from './methodology-lowering.js'

export function lowerNode(
  node: Exclude<Column, { kind: 'input' }> | RuleNode | PopulationNode,
  frame: LoweringFrame & { readonly lowering: MethodologyLowering },
): Lowered {
  const { lowering } = frame
  switch (node.kind) {
    case 'indicator':
      return lowerIndicator(node, lowering)
    case 'computed':
      return lowerExpression(node.expression, frame)
    case 'criterion':
      return lowerCriterion(node, frame)
    case 'deduction':
      return lowerDeduction(node, frame)
    case 'rule':
      return lowerRule(node, frame)
    case 'population':
      return lowerPopulation(node, frame)
    case 'standing': {
      const ranking = lowering.rankings.get(node.ranking)
      if (!ranking)
        throw new TypeError(`"${node.name}" comes before its ranking`)
      return lowerStandingNode(node, ranking, lowering)
    }
    case 'step':
      return lowerStep(node, frame)
    case 'screening':
      return lowerScreening(node, frame)
  }
}
