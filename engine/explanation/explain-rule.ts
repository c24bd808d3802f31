/** What a rule did for a body: each condition with its fact, and the limits of a deduction. */
import { compileCondition } from '../conditions/decide.js'
import { leavesOf, type Leaf } from '../conditions/condition.js'
import {
  evaluateExpression,
  type Frame,
} from '../evaluation/evaluate-expression.js'
import { evaluateDeduction } from '../evaluation/evaluate-deduction.js'
import { limitText } from '../evaluation/limits.js'
import type { Stage } from '../evaluation/evaluate-criterion.js'
import type { Row } from '../evaluation/row.js'
import type { Expression } from '../expression/expression.js'
import { citationText } from '../methodology/citation.js'
import type { CriterionNode } from '../methodology/methodology.js'
import type { DeductionNode, RuleNode } from '../methodology/rule-nodes.js'
import { decimalText } from '../number/text.js'
import { hasFired } from '../result/body-result.js'
import { gatherInstances } from './rule-instances.js'
import { expressionOperands, type Operand } from './operands.js'
import { readable } from './describe-value.js'
import type { ExplainedCap, ExplainedRule } from './explanation.js'
import { substitute } from './substitute.js'

async function explainRule(rule: RuleNode, row: Row): Promise<ExplainedRule> {
  const frame = { row, node: rule.name }
  const decision = await compileCondition(rule.condition)(frame)
  const { value } = decision
  const fired = value.kind === 'boolean' && value.boolean
  return {
    rule: rule.rule,
    instances: null,
    title: rule.title,
    state:
      value.kind === 'missing' ? 'undecided' : fired ? 'fired' : 'not-fired',
    event: eventWords(rule),
    citation: citationText(rule.reading.cite),
    mark: rule.reading.mark,
    facts: decision.leaves.map(({ leaf, holds }) => ({
      condition: leaf.text,
      received: receivedWords(leaf, frame),
      holds: readable(holds),
    })),
    points: null,
    pointsBeforeCap: null,
    caps: [],
    limit: null,
    bound: null,
  }
}

/** Each of the rules for a row; the instances of a template that did not fire as one. */
export async function explainRules(
  rules: readonly RuleNode[],
  row: Row,
): Promise<readonly ExplainedRule[]> {
  const each = await Promise.all(rules.map((rule) => explainRule(rule, row)))
  return gatherInstances(rules, each)
}

/** The rules of a deduction, with the points that each took away. */
export async function explainDeducted(
  node: DeductionNode,
  row: Row,
): Promise<readonly ExplainedRule[]> {
  const { deducted } = evaluateDeduction(node, row)
  const explained = await Promise.all(
    node.rules.map((rule) => explainRule(rule, row)),
  )
  const withPoints = explained.map((rule, index) => {
    const entry = deducted.find((each) => each.rule === node.rules[index])
    if (!entry) return rule
    const caps = node.caps
      .filter((cap) => entry.caps.includes(cap.name))
      .map((cap) => `${cap.name} (${citationText(cap.reading.cite)})`)
    return {
      ...rule,
      points: decimalText(entry.points),
      pointsBeforeCap: decimalText(entry.pointsBeforeCap),
      caps,
    }
  })
  return gatherInstances(node.rules, withPoints)
}

/** The rules that limit a criterion, with what each that was met did. */
export async function explainLimits(
  node: CriterionNode,
  row: Row,
  stages: readonly Stage[],
): Promise<readonly ExplainedRule[]> {
  const met = stages.flatMap((stage) =>
    stage.kind === 'limited' ? stage.met : [],
  )
  const rules = await Promise.all(
    node.limits.map((rule) => explainRule(rule, row)),
  )
  const limited = rules.map((rule) => {
    const found = met.find((each) => each.rule.rule === rule.rule)
    if (!found) return rule
    return { ...rule, limit: limitText(found), bound: found.bound }
  })
  return gatherInstances(node.limits, limited)
}

/** The fact put in, and what it is held against where that is a fact too. */
export function receivedWords({ left, right }: Leaf, frame: Frame): string {
  const others = right
    .filter(({ kind }) => kind !== 'constant')
    .map((each) => ` against ${substitute(each, frame)}`)
  return `${substitute(left, frame)}${others.join('')}`
}

function eventWords({ event }: RuleNode): string {
  switch (event.kind) {
    case 'exclude': {
      const what = [
        ...event.criteria,
        ...event.rankings.map((name) => `ranking ${name}`),
        ...event.populations.map((name) => `population ${name}`),
        ...(event.body ? ['the body'] : []),
      ]
      return `exclude ${what.join(', ')}`
    }
    case 'deduct':
      return `deduct into ${event.into}`
    case 'limit':
      return `limit ${event.of}`
    case 'flag':
      return `flag ${event.flag}`
    case 'choose':
      return `choose ${event.variant} for ${event.criterion}`
  }
}

/** What the condition of a rule read, and where it fired the points or the limit. */
export function ruleOperands(rule: RuleNode, row: Row): readonly Operand[] {
  const frame = { row, node: rule.name }
  const taken = hasFired(row, rule) ? takenBy(rule) : []
  return [...leafExpressions(rule), ...taken].flatMap(
    (expression) => expressionOperands(expression, frame).operands,
  )
}

function takenBy({ event }: RuleNode): readonly Expression[] {
  if (event.kind === 'deduct') return [event.points]
  return event.kind === 'limit' ? [event.value] : []
}

function leafExpressions(rule: RuleNode): readonly Expression[] {
  return leavesOf(rule.condition).flatMap((leaf) => [leaf.left, ...leaf.right])
}

/** The facts of its rules, and the parameters that its caps are. */
export function deductionOperands(
  { name, rules, caps }: DeductionNode,
  row: Row,
): readonly Operand[] {
  const frame: Frame = { row, node: name }
  return [
    ...rules.flatMap((rule) => ruleOperands(rule, row)),
    ...caps.flatMap(({ atMost }) => expressionOperands(atMost, frame).operands),
  ]
}

/** The caps of a deduction, with the other readings of each. */
export function explainCaps(
  node: DeductionNode,
  row: Row,
): readonly ExplainedCap[] {
  return node.caps.map(({ name, atMost, over, reading }) => ({
    cap: name,
    atMost: readable(evaluateExpression(atMost, { row, node: node.name })),
    over,
    citation: citationText(reading.cite),
    mark: reading.mark,
    note: reading.note,
    alternatives: reading.alternatives,
  }))
}
