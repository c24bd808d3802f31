/** For each row of a level the row above it that a result stands on. */
import type { ColumnLevel } from '../../code/code.js'
import type { ColumnFrame } from '../../program/step.js'

const known = new WeakMap<ColumnFrame['rows'], Map<string, Int32Array | null>>()

/**
 * Row -> row of the level above; -1 where a body is in no group; null where
 * they are the same rows.
 */
export function originsOf(
  rows: ColumnFrame['rows'],
  from: ColumnLevel,
  to: ColumnLevel,
): Int32Array | null {
  const ofRows = known.get(rows) ?? new Map<string, Int32Array | null>()
  known.set(rows, ofRows)
  const key = `${from.name} ${to.name}`
  const found = ofRows.get(key)
  if (found !== undefined) return found
  const made = from === to ? null : climb(rows, from, to)
  ofRows.set(key, made)
  return made
}

function climb(
  rows: ColumnFrame['rows'],
  from: ColumnLevel,
  to: ColumnLevel,
): Int32Array {
  const { count = 0 } = rows.get(from) ?? {}
  if (to.kind === 'population') return new Int32Array(count)
  const steps: Int32Array[] = []
  let at: ColumnLevel | null = from
  while (at && at !== to && at.kind === 'table') {
    const parents = rows.get(at)?.parents
    if (parents) steps.push(parents)
    at = at.parent
  }
  const groups = to.kind === 'group' ? rows.get(to)?.groupOf : undefined
  if (groups) steps.push(groups)
  const [first, ...others] = steps
  if (!first) throw new TypeError(`"${from.name}" has no rows of "${to.name}"`)
  return others.reduce(
    (origins, next) => origins.map((row) => next[row] ?? -1),
    first,
  )
}
