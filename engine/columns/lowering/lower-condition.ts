/**
 * Conditions as column code: true, false, or absent where they are undecided. A
 * fact that is not applicable makes its part of the condition false, or true
 * below `not`, so that the whole does not fire.
 */
import {
  COMPARISONS,
  type Condition,
  type Leaf,
} from '../../conditions/condition.js'
import type { Code } from '../code/code.js'
import {
  compared,
  lowerExpression,
  type LoweringFrame,
} from './lower-expression.js'
import { anyNotApplicable } from './lowered.js'

export function lowerCondition(
  condition: Condition,
  frame: LoweringFrame,
): Code {
  return lower(condition, true, frame)
}

/** @param isUpright - false below an odd number of `not` */
function lower(
  condition: Condition,
  isUpright: boolean,
  frame: LoweringFrame,
): Code {
  const { code } = frame.lowering
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const name = condition.kind === 'all' ? 'and' : 'or'
      return condition.conditions
        .map((each) => lower(each, isUpright, frame))
        .reduce<Code>(
          (so, next) => code.operation(name, so, next),
          code.number(name === 'and' ? 1 : 0),
        )
    }
    case 'not':
      return code.operation(
        'not',
        lower(condition.condition, !isUpright, frame),
      )
    case 'leaf':
      return lowerLeaf(condition, isUpright, frame)
  }
}

function lowerLeaf(leaf: Leaf, isUpright: boolean, frame: LoweringFrame): Code {
  const { code } = frame.lowering
  const left = lowerExpression(leaf.left, frame)
  const right = leaf.right.map((each) => lowerExpression(each, frame))
  const notApplicable = anyNotApplicable(code, [left, ...right])
  const instead = code.number(isUpright ? 0 : 1)
  const compare = (operator: Parameters<typeof compared>[1], index: number) =>
    compared(left, operator, right[index] ?? left, frame, leaf.scale).value
  if (leaf.operator !== 'in' && leaf.operator !== 'notIn') {
    const holds = compare(COMPARISONS[leaf.operator] ?? '==', 0)
    return code.select(notApplicable, instead, holds)
  }
  // A list with an absent member decides nothing, whatever the others are.
  const areThere = [left, ...right].reduce<Code>(
    (so, { value }) => code.both(so, code.isPresent(value)),
    code.number(1),
  )
  const among = right.reduce<Code>(
    (so, _, index) =>
      code.operation(
        'or',
        so,
        compared(left, '==', right[index] ?? left, frame).value,
      ),
    code.number(0),
  )
  const holds = leaf.operator === 'in' ? among : code.operation('not', among)
  const decided = code.select(areThere, holds, code.number(NaN))
  return code.select(notApplicable, instead, decided)
}
