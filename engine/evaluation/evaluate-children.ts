/** Aggregates over the children of a criterion: those that have a value count. */
import type { ChildrenExpression } from '../expression/expression.js'
import { findAggregate } from '../functions/table.js'
import { ZERO } from '../number/numeric.js'
import {
  absenceOf,
  isPresent,
  missing,
  numberValue,
  type Value,
} from '../value.js'
import { evaluateExpression, type Frame } from './evaluate-expression.js'
import { numberOf, outcome } from './outcome.js'
import { placeIn } from './row.js'

export function evaluateChildren(
  { name, children, settings }: ChildrenExpression,
  frame: Frame,
): Value {
  const declared = findAggregate(name)
  if (!declared) throw new TypeError(`No aggregate ${name}`)
  const further = settings.map((setting) => evaluateExpression(setting, frame))
  const absence = absenceOf(further)
  if (absence) return absence
  const values = children.map((child) => evaluateExpression(child, frame))
  const present = values.filter(isPresent)
  if (present.length === 0) {
    if (declared.ofNothing === 0) return numberValue(ZERO)
    const because = values.flatMap((value) =>
      value.kind === 'missing' ? [value] : [],
    )
    return missing('NO_CHILD', { at: placeIn(frame.row, frame.node), because })
  }
  const list = present.map((value) =>
    value.kind === 'number' ? value.number : ZERO,
  )
  const words = further.map((value) =>
    value.kind === 'word' ? value.word : numberOf(value),
  )
  return outcome(declared.compute([list], words), frame)
}
