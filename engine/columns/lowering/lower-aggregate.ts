/** Aggregates over the rows of a table below, or over the bodies, as column code. */
import type { AggregateExpression } from '../../expression/expression.js'
import { looksAtBodies } from '../../expression/parts.js'
import { findAggregate } from '../../functions/table.js'
import type { Code } from '../code/code.js'
import { columnRows, type ColumnRows } from './column-rows.js'
import { lowerExpression, type LoweringFrame } from './lower-expression.js'
import { membershipIn } from './lower-membership.js'
import { levelAt, scalePosition } from './lower-scale.js'
import { anyNotApplicable, type Lowered } from './lowered.js'
import { NotLowered } from './lowering.js'

export function lowerAggregate(
  expression: AggregateExpression,
  frame: LoweringFrame,
): Lowered {
  const { lowering } = frame
  const { code } = lowering
  const { scale, table, columns } = expression
  const over = lowering.levelOf(table)
  const inRow = { ...frame, at: over }
  const values = columns.map((each) => lowerExpression(each, inRow))
  const settings = expression.settings.map((each) => setting(each, frame))
  const areThere = values.reduce<Code>(
    (so, { value }) => code.both(so, code.isPresent(value)),
    code.number(1),
  )
  const members = looksAtBodies(expression)
    ? membershipIn(expression.among, lowering)
    : { counts: code.number(1), isUndecided: code.number(0) }
  const mask = code.both(areThere, members.counts)
  const numbers = values.map(({ value }) =>
    scale ? scalePosition(value, scale, lowering) : value,
  )
  const to = originOf(expression, frame)
  const rows = columnRows(code, to, over, numbers, mask)
  const made = compute(rows, expression, settings)
  const leveled = scale ? levelAt(made, scale, lowering) : made
  const undecided = code.both(areThere, members.isUndecided)
  const isUndecided = code.reduction('any', to, over, undecided)
  const given = settings.filter((each) => typeof each !== 'string')
  const haveSettings = given.reduce<Code>(
    (so, { value }) => code.both(so, code.isPresent(value)),
    code.opposite(isUndecided),
  )
  return {
    value: code.select(haveSettings, leveled, code.number(NaN)),
    notApplicable: anyNotApplicable(code, given),
  }
}

function setting(
  expression: AggregateExpression['settings'][number],
  frame: LoweringFrame,
): Lowered | string {
  return expression.kind === 'constant' && expression.value.kind === 'word'
    ? expression.value.word
    : lowerExpression(expression, frame)
}

/** The rows whose tables are aggregated: those that the formula stands on, or above. */
function originOf(
  { table, tableText }: AggregateExpression,
  { lowering, at }: LoweringFrame,
) {
  const steps = tableText.split('.').length
  let level = table
  for (let step = 0; step < steps; step += 1) level = level.parent ?? level
  // The bodies of a group are aggregated where the figure is one of the group.
  return level.parent === null ? at : lowering.levelOf(level)
}

/** 0 or missing of nothing, else what the function says. */
function compute(
  rows: ColumnRows,
  { columns, scale, name }: AggregateExpression,
  settings: readonly (string | Lowered)[],
): Code {
  const { code } = rows
  if (columns.length === 0) return rows.count
  const declared = findAggregate(name)
  const plain = settings.map((each) =>
    typeof each === 'string' ? each : each.value,
  )
  const made = scale
    ? declared?.levelsInColumns?.(rows)
    : declared?.inColumns?.(rows, plain)
  if (!made) throw new NotLowered(`${name} has no column code`)
  const isNone = code.operation('equal', rows.count, code.number(0))
  const ofNothing = declared?.ofNothing === 0 ? 0 : NaN
  return code.select(isNone, code.number(ofNothing), made)
}
