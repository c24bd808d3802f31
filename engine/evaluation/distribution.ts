/** The figures of all bodies that count and have one: what ranks, goalposts and deviations look at. */
import { larger, smaller, compare, type Numeric } from '../number/numeric.js'
import { mean } from '../functions/mean.js'
import { standardDeviation } from '../functions/standard-deviation.js'
import type { DistributionNode } from '../methodology/methodology.js'
import { missing, type MissingValue } from '../value.js'
import { evaluateExpression } from './evaluate-expression.js'
import { membershipOf } from './membership.js'
import type { Row } from './row.js'

export type Distribution =
  | {
      readonly kind: 'figures'
      /** Smallest first. */
      readonly sorted: readonly Numeric[]
    }
  | { readonly kind: 'missing'; readonly missing: MissingValue }

/** Gathers the figures once for the run. */
export function gatherDistribution(
  population: Row,
  node: DistributionNode,
): Distribution {
  const figures: Numeric[] = []
  for (const row of population.tables.get('bodies') ?? []) {
    const value = evaluateExpression(node.of, { row, node: node.text })
    if (value.kind !== 'number') continue
    const membership = membershipOf(row)
    if (membership.kind === 'undecided') {
      const because = [membership.because]
      const detail = row.given?.id ?? ''
      return {
        kind: 'missing',
        missing: missing('MEMBERSHIP_UNDECIDED', { detail, because }),
      }
    }
    if (membership.kind === 'counts') figures.push(value.number)
  }
  return { kind: 'figures', sorted: figures.sort(compare) }
}

/** @param row - any row of the run, after the distribution was gathered */
export function distributionOf(row: Row, node: DistributionNode): Distribution {
  let population = row
  while (population.parent) population = population.parent
  const found = population.distributions.get(node)
  if (!found)
    throw new TypeError(`"${node.name}" was read before it was gathered`)
  return found
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
