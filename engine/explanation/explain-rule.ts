/** What a rule did for a body: each condition with its fact, and the limits of a deduction. */
import { compileCondition } from '../conditions/decide.js'
import { leavesOf, type Leaf } from '../conditions/condition.js'
import {
  evaluateExpression,
  type Frame,
} from '../evaluation/evaluate-expression.js'
import type { Row } from '../evaluation/row.js'
import type { Expression } from '../expression/expression.js'
import { citationText } from '../methodology/citation.js'
import type { DeductionNode, RuleNode } from '../methodology/methodology.js'
import { readable } from './describe-value.js'
import type { ExplainedCap, ExplainedRule } from './explanation.js'
import { substitute } from './substitute.js'

export async function explainRule(
  rule: RuleNode,
  row: Row,
): Promise<ExplainedRule> {
  const frame = { row, node: rule.name }
  const decision = await compileCondition(rule.condition)(frame)
  const { value } = decision
  const fired = value.kind === 'boolean' && value.boolean
  return {
    rule: rule.rule,
    title: rule.title,
    state:
      value.kind === 'missing' ? 'undecided' : fired ? 'fired' : 'not-fired',
    event: eventWords(rule),
    citation: citationText(rule.reading.cite),
    mark: rule.reading.mark,
    facts: decision.leaves.map(({ leaf, holds }) => ({
      condition: leaf.text,
      received: received(leaf, frame),
      holds: readable(holds),
    })),
    points: null,
    pointsBeforeCap: null,
    caps: [],
  }
}

/** The fact put in, and what it is held against where that is a fact too. */
function received({ left, right }: Leaf, frame: Frame): string {
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
        ...(event.body ? ['the body'] : []),
      ]
      return `exclude ${what.join(', ')}`
    }
    case 'deduct':
      return `deduct into ${event.into}`
    case 'flag':
      return `flag ${event.flag}`
    case 'choose':
      return `choose ${event.variant} for ${event.criterion}`
  }
}

export function leafExpressions(rule: RuleNode): readonly Expression[] {
  return leavesOf(rule.condition).flatMap((leaf) => [leaf.left, ...leaf.right])
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
