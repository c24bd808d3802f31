/** Explains the score of a criterion: what made it, stage by stage, and the rules that bear on it. */
import { evaluateCriterion } from '../evaluation/evaluate-criterion.js'
import type { Row } from '../evaluation/row.js'
import type { CriterionNode } from '../methodology/methodology.js'
import { weightExpressions } from '../methodology/varying-weights.js'
import { missing } from '../value.js'
import { describeValue } from './describe-value.js'
import { explainAggregation } from './explain-aggregation.js'
import { explainFormula, reasonOf, type Follow } from './explain-formula.js'
import { explainLimits, explainRules, ruleOperands } from './explain-rule.js'
import type { ExplainedFigure } from './explanation.js'
import { normaliserOperands } from './normaliser-operands.js'
import { expressionOperands, type Operand } from './operands.js'
import { readingOf } from './plain-figures.js'
import { scaleOperands } from './scale-figure.js'
import { stageWords } from './stage-words.js'

export async function explainCriterion(
  node: CriterionNode,
  row: Row,
  follow: Follow,
): Promise<Partial<ExplainedFigure> & Pick<ExplainedFigure, 'steps'>> {
  const { stages } = evaluateCriterion(node, row)
  const steps = stages.map((stage, index) => ({
    ...stageWords(stage, node, stages[index - 1]),
    value: describeValue(stage.value),
  }))
  const rules = [...node.exclusions]
  if (node.maker.kind === 'variants') rules.push(...node.maker.choosers)
  const made =
    stages.length === 0 ? {} : explainMaker(node, row, stages, follow)
  const extra: Operand[] = [
    ...node.deductions.map((column): Operand => ({
      kind: 'column',
      column,
      row,
    })),
    ...(node.normaliser
      ? normaliserOperands(
          node.normaliser,
          row,
          stages[0]?.value ?? missing('NOT_GIVEN'),
        )
      : []),
    ...(node.maximum
      ? expressionOperands(node.maximum, { row, node: node.name }).operands
      : []),
    ...[...rules, ...node.limits].flatMap((rule) => ruleOperands(rule, row)),
    ...scaleOperands(node),
  ]
  const reading =
    node.normaliser && node.reading.mark === null && node.reading.cite === null
      ? node.normaliser.reading
      : node.reading
  return {
    ...readingOf(reading),
    ...made,
    steps,
    rules: [
      ...(await explainRules(rules, row)),
      ...(await explainLimits(node, row, stages)),
    ],
    operands: [...new Set([...(made.operands ?? []), ...follow(extra)])],
  }
}

function explainMaker(
  node: CriterionNode,
  row: Row,
  stages: ReturnType<typeof evaluateCriterion>['stages'],
  follow: Follow,
): Partial<ExplainedFigure> {
  const { maker } = node
  const [computed] = stages
  if (maker.kind === 'indicator') {
    const operand: Operand = { kind: 'column', column: maker.value, row }
    return { operands: follow([operand]) }
  }
  if (maker.kind === 'judged') {
    const below = [maker.input, ...maker.evidence]
    return {
      operands: follow(
        below.map((column): Operand => ({ kind: 'column', column, row })),
      ),
    }
  }
  if (maker.kind === 'formula') {
    return explainFormula(
      maker.expression,
      maker.formula,
      row,
      node.name,
      follow,
    )
  }
  if (maker.kind === 'variants') {
    const variant = computed?.kind === 'computed' ? computed.variant : null
    if (!variant) return {}
    return {
      ...readingOf(variant.reading),
      ...explainFormula(
        variant.expression,
        variant.formula,
        row,
        node.name,
        follow,
      ),
    }
  }
  const parts = computed?.kind === 'computed' ? computed.parts : []
  const weights = weightExpressions(maker.children).flatMap(
    (each) => expressionOperands(each, { row, node: node.name }).operands,
  )
  const children = parts.map(({ node: column }): Operand => ({
    kind: 'column',
    column,
    row,
  }))
  return {
    aggregation:
      computed?.kind === 'computed'
        ? explainAggregation(maker, computed, row)
        : null,
    operands: follow([...children, ...weights]),
    skipped: parts
      .filter(({ role }) => role !== 'used')
      .map(({ node: child, value, role }) => ({
        row: child.name,
        reason:
          role === 'zero' ? `counts 0: ${reasonOf(value)}` : reasonOf(value),
      })),
  }
}
