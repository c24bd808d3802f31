/** Counts what runs of generated methodologies over generated data reach. */
import { leavesOf, type Leaf } from '../../../engine/conditions/condition.js'
import { evaluateCriterion } from '../../../engine/evaluation/evaluate-criterion.js'
import { evaluateExpression } from '../../../engine/evaluation/evaluate-expression.js'
import type { Row } from '../../../engine/evaluation/row.js'
import { rowsByLevel } from '../../../engine/evaluation/rows.js'
import type { Run } from '../../../engine/index.js'
import type {
  CriterionNode,
  Node,
} from '../../../engine/methodology/methodology.js'
import type { RuleEvent } from '../../../engine/methodology/rule-nodes.js'
import { compare, type Numeric } from '../../../engine/number/numeric.js'
import type { Value } from '../../../engine/value.js'
import { count, type Reached } from './reached.js'

type ExcludeEvent = Extract<RuleEvent, { kind: 'exclude' }>

/** Absences by their code, ties, thresholds, halves that are rounded, and empty tables. */
export function countRun(reached: Reached, run: Run): void {
  const rows = [...rowsByLevel([run.population]).values()].flat()
  for (const row of rows) {
    row.cells.forEach((cell) => countValue(reached, cell))
    for (const table of row.tables.values()) {
      if (table.length === 0) count(reached, 'empty table')
    }
  }
  for (const { placed } of run.rankings.values()) {
    const places = placed.map(({ place, group }) => `${group.key} ${place}`)
    if (new Set(places).size < places.length) count(reached, 'tie')
  }
  for (const node of run.methodology.nodes) {
    if (node.kind === 'criterion')
      run.bodies.forEach((body) => countHalf(reached, node, body))
    if (node.kind === 'rule')
      run.bodies.forEach((body) => countRule(reached, node, body))
  }
}

function countRule(
  reached: Reached,
  node: Extract<Node, { kind: 'rule' }>,
  body: Row,
): void {
  const fired = body.cells[node.slot]
  const what = fired?.kind === 'boolean' ? String(fired.boolean) : 'undecided'
  const { event, condition } = node
  count(reached, `rule ${event.kind} ${what}`)
  if (event.kind === 'exclude' && what === 'true')
    countExclusion(reached, event)
  for (const leaf of leavesOf(condition)) countThreshold(reached, leaf, body)
}

function countExclusion(
  reached: Reached,
  { criteria, body, rankings, populations }: ExcludeEvent,
): void {
  if (body) count(reached, 'excludes a body')
  if (criteria.length > 0) count(reached, 'excludes a criterion')
  if (rankings.length > 0) count(reached, 'excludes from a ranking')
  if (populations.length > 0) count(reached, 'excludes from a population')
}

/** A fact that is exactly what it is held against. */
function countThreshold(reached: Reached, leaf: Leaf, body: Row): void {
  const [right] = leaf.right
  if (!right) return
  const frame = { row: body, node: 'rule' }
  const [a, b] = [leaf.left, right].map((each) =>
    evaluateExpression(each, frame),
  )
  if (a?.kind !== 'number' || b?.kind !== 'number') return
  if (compare(a.number, b.number) === 0) {
    count(reached, `threshold ${leaf.operator}`)
  }
}

function countValue(reached: Reached, value: Value | undefined): void {
  if (value?.kind === 'missing') {
    count(reached, `missing ${value.reason}`)
    value.because.forEach((each) => countValue(reached, each))
  } else if (value?.kind === 'number') {
    count(reached, `number ${value.number.kind}`)
  } else if (value) count(reached, `value ${value.kind}`)
}

function countHalf(reached: Reached, node: CriterionNode, body: Row): void {
  if (!node.round) return
  const { stages } = evaluateCriterion(node, body)
  const index = stages.findIndex(({ kind }) => kind === 'rounded')
  const before = stages[index - 1]?.value
  if (before?.kind !== 'number') return
  if (isHalf(before.number, node.round.digits))
    count(reached, `half ${node.round.mode}`)
}

/** True where the number lies midway between two numbers of so many digits. */
function isHalf(number: Numeric, digits: number): boolean {
  if (number.kind !== 'ratio') return false
  const ten = 10n ** BigInt(Math.abs(digits))
  const above = digits >= 0 ? number.numerator * ten : number.numerator
  const below = digits >= 0 ? number.denominator : number.denominator * ten
  return (2n * above) % below === 0n && ((2n * above) / below) % 2n !== 0n
}
