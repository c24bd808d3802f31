/** The points that rules take away, with caps: earlier rules keep theirs, later ones shrink. */
import { cellOf } from './cell.js'
import type { DeductionNode, RuleNode } from '../methodology/rule-nodes.js'
import {
  add,
  sign,
  smaller,
  subtract,
  ZERO,
  type Numeric,
} from '../number/numeric.js'
import {
  missing,
  numberValue,
  type MissingValue,
  type Value,
} from '../value.js'
import { evaluateExpression } from './evaluate-expression.js'
import { outcome } from './outcome.js'
import type { Row } from './row.js'

export interface Deducted {
  readonly rule: RuleNode
  readonly points: Numeric
  readonly pointsBeforeCap: Numeric
  /** The caps that took points away. */
  readonly caps: readonly string[]
}

export interface EvaluatedDeduction {
  readonly value: Value
  /** The rules that fired, in the order of the file; their points add up to the value. */
  readonly deducted: readonly Deducted[]
}

export function evaluateDeduction(
  node: DeductionNode,
  row: Row,
): EvaluatedDeduction {
  const frame = { row, node: node.name }
  const left = new Map<string, Numeric>()
  for (const cap of node.caps) {
    const most = evaluateExpression(cap.atMost, frame)
    if (most.kind !== 'number') return { value: most, deducted: [] }
    left.set(cap.name, most.number)
  }
  const deducted: Deducted[] = []
  const lost: MissingValue[] = []
  for (const rule of node.rules) {
    const fired = cellOf(row, rule)
    if (fired?.kind === 'missing') {
      lost.push(
        missing('RULE_UNDECIDED', { detail: rule.rule, because: [fired] }),
      )
    }
    if (fired?.kind !== 'boolean' || !fired.boolean) continue
    const points = pointsOf(rule, row)
    if (points.kind === 'missing') lost.push(points)
    if (points.kind === 'not-applicable') return { value: points, deducted }
    if (points.kind === 'number') {
      deducted.push(underCaps(rule, points.number, node, left))
    }
  }
  const [first] = lost
  if (first) {
    const value =
      lost.length === 1 ? first : missing('OPERAND_MISSING', { because: lost })
    return { value, deducted }
  }
  const total = deducted.reduce<Numeric | ReturnType<typeof add>>(
    (sum, { points }) => (typeof sum === 'string' ? sum : add(sum, points)),
    ZERO,
  )
  return { value: outcome(total, frame), deducted }
}

function pointsOf(rule: RuleNode, row: Row): Value {
  if (rule.event.kind !== 'deduct') return numberValue(ZERO)
  const points = evaluateExpression(rule.event.points, { row, node: rule.rule })
  if (points.kind === 'number' && sign(points.number) < 0) {
    return missing('NEGATIVE_POINTS', { at: { column: rule.rule, row: null } })
  }
  return points
}

function underCaps(
  rule: RuleNode,
  pointsBeforeCap: Numeric,
  node: DeductionNode,
  left: Map<string, Numeric>,
): Deducted {
  const group = rule.event.kind === 'deduct' ? rule.event.cap : null
  const caps = node.caps.filter(
    (cap) => cap.over === 'all' || cap.name === group,
  )
  const points = caps.reduce(
    (most, cap) => smaller(most, left.get(cap.name) ?? most),
    pointsBeforeCap,
  )
  const bound: string[] = []
  for (const cap of caps) {
    const before = left.get(cap.name) ?? ZERO
    const rest = subtract(before, points)
    if (typeof rest !== 'string') left.set(cap.name, rest)
    if (sign(differenceOf(pointsBeforeCap, before)) > 0) bound.push(cap.name)
  }
  return { rule, points, pointsBeforeCap, caps: bound }
}

function differenceOf(a: Numeric, b: Numeric): Numeric {
  const difference = subtract(a, b)
  return typeof difference === 'string' ? ZERO : difference
}
