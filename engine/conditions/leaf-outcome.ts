/** What one fact of a condition comes to, with its operands. */
import { compareValues } from '../evaluation/order-of.js'
import {
  evaluateExpression,
  type Frame,
} from '../evaluation/evaluate-expression.js'
import { absenceOf, booleanValue, type Value } from '../value.js'
import { COMPARISONS, type Leaf } from './condition.js'

export interface LeafOutcome {
  readonly leaf: Leaf
  readonly left: Value
  readonly right: readonly Value[]
  readonly holds: Value
}

export function leafOutcome(leaf: Leaf, frame: Frame): LeafOutcome {
  const left = evaluateExpression(leaf.left, frame)
  const right = leaf.right.map((each) => evaluateExpression(each, frame))
  return { leaf, left, right, holds: compareLeaf(leaf, left, right) }
}

function compareLeaf(leaf: Leaf, left: Value, right: readonly Value[]): Value {
  const absence = absenceOf([left, ...right])
  if (absence) return absence
  if (leaf.operator === 'in' || leaf.operator === 'notIn') {
    const among = right.some((each) => {
      const equal = compareValues(left, '==', each)
      return equal.kind === 'boolean' && equal.boolean
    })
    return booleanValue(among === (leaf.operator === 'in'))
  }
  const [value = left] = right
  return compareValues(
    left,
    COMPARISONS[leaf.operator] ?? '==',
    value,
    leaf.scale,
  )
}
