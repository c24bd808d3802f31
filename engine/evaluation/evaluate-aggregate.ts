/** Aggregates over the rows of a table below, or over the bodies: what was taken, and what left out. */
import type { AggregateExpression } from '../expression/expression.js'
import { looksAtBodies } from '../expression/parts.js'
import { findAggregate } from '../functions/table.js'
import type { Level } from '../methodology/methodology.js'
import { integer, ZERO, type Numeric } from '../number/numeric.js'
import {
  absenceOf,
  missing,
  numberValue,
  type MissingValue,
  type NotApplicableValue,
  type Value,
} from '../value.js'
import {
  compiled,
  evaluateExpression,
  type Frame,
} from './evaluate-expression.js'
import { levelValue, placesOf } from './evaluate-call.js'
import { numberOf, outcome } from './outcome.js'
import { bodyOf } from './group.js'
import { membershipIn } from './membership.js'
import { placeIn, rowAt, rowsBelow, type Row } from './row.js'

/** What an aggregate took and what it left out; explanations show both. */
export interface Aggregated {
  readonly value: Value
  readonly used: readonly Row[]
  readonly skipped: readonly {
    readonly row: Row
    readonly why: MissingValue | NotApplicableValue
  }[]
}

export function evaluateAggregate(
  expression: AggregateExpression,
  frame: Frame,
): Aggregated {
  const declared = findAggregate(expression.name)
  if (!declared) throw new TypeError(`No aggregate ${expression.name}`)
  const overBodies = looksAtBodies(expression)
  const columns = expression.columns.map(compiled)
  const origin = rowAt(frame.row, originLevel(expression))
  const used: Row[] = []
  const skipped: { row: Row; why: MissingValue | NotApplicableValue }[] = []
  const lists: (Numeric | boolean)[][] = expression.columns.map(() => [])
  const levels: Value[] = []
  for (const row of rowsBelow(origin, expression.table)) {
    const membership = overBodies
      ? membershipIn(bodyOf(row), expression.among)
      : null
    if (membership?.kind === 'outside') continue
    const inRow = frameIn(row, frame)
    const values = columns.map((column) => column(inRow))
    const absence = absenceOf(values)
    if (absence) {
      skipped.push({ row, why: absence })
      continue
    }
    if (membership?.kind === 'undecided') {
      const because = [membership.because]
      const at = placeIn(frame.row, frame.node)
      return {
        value: missing('MEMBERSHIP_UNDECIDED', { at, because }),
        used,
        skipped,
      }
    }
    if (membership?.kind === 'excluded') {
      skipped.push({
        row,
        why: { kind: 'not-applicable', exclusion: membership.exclusion },
      })
      continue
    }
    used.push(row)
    if (expression.scale) levels.push(...values)
    for (const [index, value] of values.entries()) {
      lists[index]?.push(countable(value))
    }
  }
  const value = settle(
    expression,
    declared,
    { used, skipped, lists, levels },
    frame,
  )
  return { value, used, skipped }
}

/** The same formula in another row. */
export function frameIn(row: Row, frame: Frame): Frame {
  return frame.argument || frame.ends
    ? { ...frame, row }
    : { row, node: frame.node }
}

/** What stands in a list of an aggregate; only `count` takes words, and it counts. */
export function countable(value: Value): Numeric | boolean {
  if (value.kind === 'boolean') return value.boolean
  return value.kind === 'word' ? ZERO : numberOf(value)
}

function settle(
  expression: AggregateExpression,
  declared: NonNullable<ReturnType<typeof findAggregate>>,
  found: {
    readonly used: readonly Row[]
    readonly skipped: Aggregated['skipped']
    readonly lists: readonly (readonly (Numeric | boolean)[])[]
    /** The levels, where levels are aggregated. */
    readonly levels: readonly Value[]
  },
  frame: Frame,
): Value {
  if (expression.columns.length === 0)
    return numberValue(integer(found.used.length))
  const settings = expression.settings.map((setting) =>
    evaluateExpression(setting, frame),
  )
  const absence = absenceOf(settings)
  if (absence) return absence
  if (found.used.length === 0) {
    if (declared.ofNothing === 0) return numberValue(ZERO)
    const because = found.skipped.flatMap(({ why }) =>
      why.kind === 'missing' ? [why] : [],
    )
    const overBodies = looksAtBodies(expression)
    return missing(overBodies ? 'NO_BODY_WITH_VALUE' : 'NO_ROW_WITH_VALUE', {
      at: placeIn(frame.row, expression.tableText),
      because,
    })
  }
  if (expression.scale && declared.ofLevels) {
    const places = placesOf(found.levels, expression.scale)
    return levelValue(expression.scale, declared.ofLevels(places))
  }
  const plain = settings.map((value) =>
    value.kind === 'word' ? value.word : numberOf(value),
  )
  return outcome(declared.compute(found.lists, plain), frame)
}

/** The level whose tables are aggregated: that of the row that the formula stands in. */
export function originLevel({ tableText, table }: AggregateExpression): Level {
  let level = table.parent ?? table
  for (const character of tableText) {
    if (character === '.') level = level.parent ?? level
  }
  return level
}
