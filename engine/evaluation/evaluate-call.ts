/** Calls of functions that look at one row. */
import type { CallExpression } from '../expression/expression.js'
import { findAbsenceFunction, findNumberFunction } from '../functions/table.js'
import type { Numeric } from '../number/numeric.js'
import { levelAt, positionOf, type Scale } from '../scales/scale.js'
import { absenceOf, isPresent, type Value } from '../value.js'
import { compiled, type Evaluate } from './evaluate-expression.js'
import { numberOf, outcome } from './outcome.js'

export function call(expression: CallExpression): Evaluate {
  const { name, scale } = expression
  const operands = expression.operands.map(compiled)
  const absence = findAbsenceFunction(name)
  if (absence) {
    const { stopsAtPresent = false } = absence
    return (frame) => {
      const values: Value[] = []
      for (const operand of operands) {
        const value = operand(frame)
        if (stopsAtPresent && isPresent(value)) return value
        values.push(value)
      }
      return absence.compute(...values)
    }
  }
  const declared = findNumberFunction(name)
  if (!declared) throw new TypeError(`No function ${name}`)
  const { ofLevels } = declared
  return (frame) => {
    const values: Value[] = []
    const numbers: Numeric[] = []
    for (const operand of operands) {
      const value = operand(frame)
      values.push(value)
      if (value.kind === 'number') numbers.push(value.number)
    }
    if (numbers.length === operands.length) {
      return outcome(declared.compute(...numbers), frame)
    }
    const absent = absenceOf(values)
    if (absent) return absent
    if (scale && ofLevels) {
      return levelValue(scale, ofLevels(placesOf(values, scale)))
    }
    const plain = values.map((value) =>
      value.kind === 'word' ? value.word : numberOf(value),
    )
    return outcome(declared.compute(...plain), frame)
  }
}

/** Where levels stand in their scale, the worst first. */
export function placesOf(
  values: readonly Value[],
  scale: Scale,
): readonly number[] {
  return values.flatMap((value) =>
    value.kind === 'word' ? [positionOf(scale, value.word)] : [],
  )
}

export function levelValue(scale: Scale, place: number): Value {
  return { kind: 'word', word: levelAt(scale, place) }
}
