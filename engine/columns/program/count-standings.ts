/** How many figures of the group lie below and above the own figure of each body. */
import { UNIT } from '../operations/operation.js'
import type { ColumnFrame, StandingStep } from './step.js'

export function countStandings(
  step: StandingStep,
  { columns }: ColumnFrame,
  bodies: number,
  isCertified: boolean,
): void {
  const valuesOf = ({ index }: { readonly index: number }) =>
    columns[index] ?? new Float64Array(0)
  const figures = valuesOf(step.figures.value)
  const own = valuesOf(step.own.value)
  const errors = step.figures.error && valuesOf(step.figures.error)
  const ownErrors = step.own.error && valuesOf(step.own.error)
  const ownDoubt = step.ownDoubt && valuesOf(step.ownDoubt)
  const groups = step.groupOf && valuesOf(step.groupOf.value)
  const below = valuesOf(step.below)
  const above = valuesOf(step.above)
  const count = valuesOf(step.count)
  const doubt = valuesOf(step.doubt)
  // Doubles that do not tell the numbers apart leave equal ones open.
  const areRepresented =
    isCertified &&
    !(errors && ownErrors) &&
    [step.figures.value, step.own.value].some(
      ({ facts }) => !facts.isDecimal && !facts.isWhole,
    )
  const byGroup = sortedByGroup(figures, groups, bodies)
  const largestError = errors ? errors.reduce((a, b) => (b > a ? b : a), 0) : 0
  for (let body = 0; body < bodies; body += 1) {
    const group = groups?.[body] ?? 0
    const x = own[body] ?? NaN
    const sorted = byGroup.get(group) ?? NOTHING
    count[body] = group === group ? sorted.length : NaN
    if (x !== x || group !== group) {
      below[body] = NaN
      above[body] = NaN
      doubt[body] = ownDoubt?.[body] ?? 0
      continue
    }
    const first = firstFrom(sorted, x, false)
    const end = firstFrom(sorted, x, true)
    below[body] = first
    above[body] = sorted.length - end
    const represented = areRepresented ? 4 * UNIT * Math.abs(x) : 0
    const error = (ownErrors?.[body] ?? 0) + largestError + represented
    const near =
      error > 0
        ? firstFrom(sorted, x + error, true) -
          firstFrom(sorted, x - error, false)
        : 0
    // A figure that is held against itself is equal, whatever its error.
    const equals = figures[body] === x ? 1 : 0
    const isOpen = error > 0 && near > equals
    doubt[body] = isOpen || ownDoubt?.[body] === 1 ? 1 : 0
  }
}

const NOTHING = new Float64Array(0)

function sortedByGroup(
  figures: Float64Array,
  groups: Float64Array | null,
  bodies: number,
): ReadonlyMap<number, Float64Array> {
  const lists = new Map<number, number[]>()
  for (let body = 0; body < bodies; body += 1) {
    const figure = figures[body] ?? NaN
    const group = groups?.[body] ?? 0
    if (figure !== figure || group !== group) continue
    const known = lists.get(group)
    if (known) known.push(figure)
    else lists.set(group, [figure])
  }
  return new Map(
    [...lists].map(([group, list]) => [group, Float64Array.from(list).sort()]),
  )
}

/** The place of the first figure that is not below x; with `isAbove` of the first above it. */
function firstFrom(sorted: Float64Array, x: number, isAbove: boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const figure = sorted[middle] ?? NaN
    if (figure < x || (isAbove && figure === x)) low = middle + 1
    else high = middle
  }
  return low
}
