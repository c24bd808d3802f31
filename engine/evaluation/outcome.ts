/** What an operation on the values of a row gives: a number, or why there is none. */
import type { MissingReason } from '../missing-reason.js'
import { ZERO, type Fault, type Numeric } from '../number/numeric.js'
import {
  absenceOf,
  missing,
  numberValue,
  type MissingValue,
  type Value,
} from '../value.js'
import type { Frame } from './evaluate-expression.js'
import { placeIn } from './row.js'

/** Numbers in, a number out; a fault becomes a missing value that names the node. */
export function arithmetic(
  values: readonly Value[],
  frame: Frame,
  compute: (numbers: readonly Numeric[]) => Numeric | Fault | MissingReason,
): Value {
  const absence = absenceOf(values)
  if (absence) return absence
  return outcome(compute(values.map(numberOf)), frame)
}

export function outcome(
  result: Numeric | Fault | MissingReason,
  frame: Frame,
  because?: readonly MissingValue[],
): Value {
  if (typeof result !== 'string') return numberValue(result)
  const at = placeIn(frame.row, frame.node)
  return missing(result, because ? { at, because } : { at })
}

export function numberOf(value: Value): Numeric {
  if (value.kind !== 'number')
    throw new TypeError(`${value.kind} is not a number`)
  return value.number
}

export type Operation = (a: Numeric, b: Numeric) => Numeric | Fault

/** The same for two. */
export function combine(
  left: Value,
  right: Value,
  operation: Operation,
  frame: Frame,
): Value {
  return left.kind === 'number' && right.kind === 'number'
    ? outcome(operation(left.number, right.number), frame)
    : arithmetic([left, right], frame, ([a = ZERO, b = ZERO]) =>
        operation(a, b),
      )
}
