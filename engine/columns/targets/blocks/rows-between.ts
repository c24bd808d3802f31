/** How the rows of a level stand to those of a level above it. */
import type { ColumnLevel } from '../../code/code.js'
import type { ColumnFrame, RowsOfLevel } from '../../program/step.js'
import { pathBetween } from '../walk.js'

type Rows = ColumnFrame['rows']
type ByAbove = WeakMap<RowsOfLevel, Int32Array>

const knownOrigins = new WeakMap<RowsOfLevel, ByAbove>()
const knownOffsets = new WeakMap<RowsOfLevel, ByAbove>()

export function rowsOf(rows: Rows, level: ColumnLevel): RowsOfLevel {
  const found = rows.get(level)
  if (!found) throw new TypeError(`The data have no rows of "${level.name}"`)
  return found
}

/** Row -> row of the level above; -1 where a body is in no group. */
export function originsOf(
  rows: Rows,
  from: ColumnLevel,
  to: ColumnLevel,
): Int32Array {
  return once(knownOrigins, rowsOf(rows, from), rowsOf(rows, to), () =>
    climb(rows, from, to),
  )
}

/**
 * Where the rows of a level begin for each row above: those of row p are
 * offsets[p] .. offsets[p + 1] - 1. Rows of a group do not lie together.
 */
export function offsetsOf(
  rows: Rows,
  above: ColumnLevel,
  level: ColumnLevel,
): Int32Array {
  return once(knownOffsets, rowsOf(rows, level), rowsOf(rows, above), () => {
    if (above.kind === 'population') {
      return Int32Array.of(0, rowsOf(rows, level).count)
    }
    const [first, ...others] = pathBetween(above, level).map(
      (each) => rowsOf(rows, each).offsets,
    )
    if (!first) throw new TypeError(`"${level.name}" is not below`)
    return others.reduce(
      (offsets, next) => offsets.map((row) => next[row] ?? 0),
      first,
    )
  })
}

function once(
  known: WeakMap<RowsOfLevel, ByAbove>,
  level: RowsOfLevel,
  above: RowsOfLevel,
  make: () => Int32Array,
): Int32Array {
  const ofLevel: ByAbove = known.get(level) ?? new WeakMap()
  known.set(level, ofLevel)
  const made = ofLevel.get(above) ?? make()
  ofLevel.set(above, made)
  return made
}

function climb(rows: Rows, from: ColumnLevel, to: ColumnLevel): Int32Array {
  if (to.kind === 'population') return new Int32Array(rowsOf(rows, from).count)
  const steps: Int32Array[] = []
  let at: ColumnLevel | null = from
  while (at && at !== to && at.kind === 'table') {
    steps.push(rowsOf(rows, at).parents)
    at = at.parent
  }
  if (to.kind === 'group') steps.push(rowsOf(rows, to).groupOf)
  const [first, ...others] = steps
  if (!first) throw new TypeError(`"${from.name}" has no rows of "${to.name}"`)
  return others.reduce(
    (origins, next) => origins.map((row) => next[row] ?? -1),
    first,
  )
}
