/** Functions of one row as column code. */
import type { CallExpression } from '../../expression/expression.js'
import {
  findAbsenceFunction,
  findNumberFunction,
} from '../../functions/table.js'
import type { Code } from '../code/code.js'
import { lowerExpression, type LoweringFrame } from './lower-expression.js'
import { levelAt, scalePosition } from './lower-scale.js'
import { applicable, chooseCertain, resultOf, type Lowered } from './lowered.js'
import { NotLowered } from './lowering.js'

export function lowerCall(
  { name, operands, scale }: CallExpression,
  frame: LoweringFrame,
): Lowered {
  const { lowering } = frame
  const { code } = lowering
  if (findAbsenceFunction(name)) {
    const values = operands.map((each) => lowerExpression(each, frame))
    return name === 'isMissing'
      ? isMissing(values, frame)
      : first(values, frame)
  }
  const declared = findNumberFunction(name)
  if (!declared) throw new NotLowered(`there is no function ${name}`)
  const words = operands.map((each) =>
    each.kind === 'constant' && each.value.kind === 'word' && !scale
      ? each.value.word
      : lowerExpression(each, frame),
  )
  const values = words.filter((each) => typeof each !== 'string')
  if (scale) {
    const places = values.map(({ value }) =>
      scalePosition(value, scale, lowering),
    )
    const made = declared.inColumns?.(code, ...places)
    if (!made) throw new NotLowered(`${name} of levels has no column code`)
    return resultOf(code, levelAt(made, scale, lowering), values)
  }
  const plain = words.map((each): Code | string =>
    typeof each === 'string' ? each : each.value,
  )
  const made = declared.inColumns?.(code, ...plain)
  if (!made) throw new NotLowered(`${name} has no column code here`)
  return resultOf(code, made, values)
}

/** isMissing(x): true of what is not applicable too. */
function isMissing(
  values: readonly Lowered[],
  { lowering: { code } }: LoweringFrame,
): Lowered {
  const areThere = values.reduce<Code>(
    (so, { value }) => code.both(so, code.isPresent(value)),
    code.number(1),
  )
  return applicable(code, code.opposite(areThere))
}

/** coalesce(x, ...): the first that is there, absent as the last one is. */
function first(
  values: readonly Lowered[],
  { lowering: { code } }: LoweringFrame,
): Lowered {
  const [last] = values.slice(-1)
  if (!last) throw new NotLowered('coalesce takes an argument')
  return values.slice(0, -1).reduceRight<Lowered>(
    (otherwise, value) => ({
      value: code.operation('first-present', value.value, otherwise.value),
      notApplicable: chooseCertain(
        code,
        code.isPresent(value.value),
        applicable(code, code.number(0)),
        otherwise,
      ).notApplicable,
    }),
    last,
  )
}
