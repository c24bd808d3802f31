/** The figures of all bodies that count and have one: what ranks, goalposts and deviations look at. */
import { gatheredOf } from './cell.js'
import {
  compare,
  integer,
  larger,
  smaller,
  subtract,
  type Fault,
  type Numeric,
} from '../number/numeric.js'
import { decimalText } from '../number/text.js'
import type { MissingReason } from '../missing-reason.js'
import { mean } from '../functions/mean.js'
import { percentile } from '../functions/percentile.js'
import { standardDeviation } from '../functions/standard-deviation.js'
import type { DistributionNode } from '../methodology/methodology.js'
import {
  missing,
  type MissingValue,
  type NotApplicableValue,
} from '../value.js'
import { evaluateExpression } from './evaluate-expression.js'
import { groupOf } from './group.js'
import { membershipIn } from './membership.js'
import type { Row } from './row.js'

export type Distribution =
  | {
      readonly kind: 'figures'
      /** Smallest first. */
      readonly sorted: readonly Numeric[]
    }
  | {
      readonly kind: 'missing'
      readonly missing: MissingValue | NotApplicableValue
    }

/** By the key of the group; a population without groups has one, of the key ''. */
export type Gathered = ReadonlyMap<string, Distribution>

/** Gathers the figures once for the run, those of each group for themselves. */
export function gatherDistribution(
  population: Row,
  node: DistributionNode,
): Gathered {
  const figures = new Map<string, Numeric[]>()
  const undecided = new Map<string, Distribution>()
  for (const row of population.tables.get('bodies') ?? []) {
    const value = evaluateExpression(node.of, { row, node: node.text })
    const group = groupOf(row, node.among)
    if (value.kind !== 'number' || group.kind !== 'group') continue
    const membership = membershipIn(row, node.among)
    if (membership.kind === 'undecided' && !undecided.has(group.key)) {
      const because = [membership.because]
      const detail = row.given?.id ?? ''
      undecided.set(group.key, {
        kind: 'missing',
        missing: missing('MEMBERSHIP_UNDECIDED', { detail, because }),
      })
    }
    if (membership.kind !== 'counts') continue
    const known = figures.get(group.key)
    if (known) known.push(value.number)
    else figures.set(group.key, [value.number])
  }
  const gathered = [...figures].map(
    ([key, list]) =>
      [key, { kind: 'figures', sorted: list.sort(compare) }] as const,
  )
  return new Map<string, Distribution>([...gathered, ...undecided])
}

/**
 * The figures that a row is held against: with groups, those of its body's group.
 *
 * @param row - any row of the run, after the distribution was gathered
 */
export function distributionOf(row: Row, node: DistributionNode): Distribution {
  const found = gatheredOf(row, node)
  if (!found)
    throw new TypeError(`"${node.name}" was read before it was gathered`)
  const group = groupOf(row, node.among)
  return group.kind === 'group'
    ? (found.get(group.key) ?? { kind: 'figures', sorted: [] })
    : { kind: 'missing', missing: group }
}

/** Smallest and largest figure; null where there is none. */
export function extremes(
  sorted: readonly Numeric[],
): { readonly least: Numeric; readonly most: Numeric } | null {
  const [least] = sorted
  const most = sorted.at(-1)
  return least && most
    ? { least: smaller(least, most), most: larger(least, most) }
    : null
}

/**
 * The percentile of the figures, R-7, counted from the worst: where less is
 * better, the 2.5th from the worst is the 97.5th of the figures.
 */
export function percentileFromWorst(
  sorted: readonly Numeric[],
  percent: Numeric,
  better: 'more' | 'less',
): Numeric | Fault | MissingReason {
  const known = percentiles.get(sorted) ?? new Map<string, Percentile>()
  percentiles.set(sorted, known)
  const key = `${better} ${decimalText(percent)}`
  const found = known.get(key)
  if (found !== undefined) return found
  const counted = better === 'more' ? percent : subtract(integer(100), percent)
  const made =
    typeof counted === 'string'
      ? counted
      : percentile.compute([sorted], [counted])
  known.set(key, made)
  return made
}

type Percentile = ReturnType<typeof percentile.compute>

/** Once for a population, and the same number each time, so that its transform is computed once. */
const percentiles = new WeakMap<readonly Numeric[], Map<string, Percentile>>()

/** Mean and standard deviation of the figures. */
export function moments(
  sorted: readonly Numeric[],
  deviation: 'population' | 'sample',
): Moments {
  const known = seenBefore[deviation].get(sorted)
  if (known) return known
  const made = {
    mean: mean.compute([sorted], []),
    deviation: standardDeviation.compute([sorted], [deviation]),
  }
  seenBefore[deviation].set(sorted, made)
  return made
}

interface Moments {
  readonly mean: ReturnType<typeof mean.compute>
  readonly deviation: ReturnType<typeof mean.compute>
}

/** Once for a population, and not for each body that is held against it. */
const seenBefore = {
  population: new WeakMap<readonly Numeric[], Moments>(),
  sample: new WeakMap<readonly Numeric[], Moments>(),
}
