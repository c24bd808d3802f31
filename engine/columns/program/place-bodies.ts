/** Places of the bodies in a ranking; figures whose errors overlap are compared exactly. */
import { cellOf } from '../../evaluation/cell.js'
import type { LazyRun } from '../../evaluation/lazy-run.js'
import type { Column, RankingNode } from '../../methodology/methodology.js'
import { compare, type Numeric } from '../../number/numeric.js'
import { round } from '../../number/rounding.js'
import type { StoredColumn } from '../code/code.js'
import type { ColumnFrame, RankingStep, ValueColumns } from './step.js'

export interface Places {
  /** Body -> its place, from 1; NaN where it has none. */
  readonly place: Float64Array
  readonly below: Float64Array
  /** How many figures had to be compared exactly. */
  readonly exact: number
}

export function placeBodies(
  step: RankingStep,
  { columns }: ColumnFrame,
  bodies: number,
  isCertified: boolean,
  run: () => LazyRun,
): Places {
  const { node, figure, next, groupOf } = step
  const isPlaced = columns[step.isPlaced.index]
  const groups = groupOf && columns[groupOf.value.index]
  const byGroup = new Map<number, number[]>()
  for (let body = 0; body < bodies; body += 1) {
    if (isPlaced?.[body] !== 1) continue
    const group = groups?.[body] ?? 0
    const known = byGroup.get(group)
    if (known) known.push(body)
    else byGroup.set(group, [body])
  }
  const first = new Comparer(
    columns,
    figure,
    isCertified,
    node.better,
    (body) => exactFigure(run(), node.output, body, node.digits),
  )
  const second =
    next && node.ties.kind === 'by'
      ? comparerOfTies(columns, next, isCertified, node.ties, run)
      : null
  const place = new Float64Array(bodies).fill(NaN)
  const below = new Float64Array(bodies).fill(NaN)
  for (const candidates of byGroup.values()) {
    const tiers = tiersOf(candidates, first).flatMap((tier) =>
      second ? tiersOf(tier, second) : [tier],
    )
    number(tiers, node, place, below)
  }
  const exact = first.asked.size + (second?.asked.size ?? 0)
  return { place, below, exact }
}

function comparerOfTies(
  columns: readonly Float64Array[],
  next: ValueColumns,
  isCertified: boolean,
  { column, better }: Extract<RankingNode['ties'], { kind: 'by' }>,
  run: () => LazyRun,
): Comparer {
  return new Comparer(columns, next, isCertified, better, (body) =>
    exactFigure(run(), column, body, null),
  )
}

function exactFigure(
  run: LazyRun,
  column: Column,
  body: number,
  digits: number | null,
): Numeric | null {
  const value = cellOf(run.bodyRow(body), column)
  if (value?.kind !== 'number') return null
  return digits === null ? value.number : round(value.number, digits, 'half-up')
}

/** Orders bodies by one figure, the best first; bodies without it stand last. */
class Comparer {
  /** Bodies whose figure was computed exactly. */
  readonly asked = new Map<number, Numeric | null>()
  readonly #values: Float64Array
  readonly #errors: Float64Array | null
  /** True where the doubles are those next to numbers that they do not tell apart. */
  readonly #areRepresented: boolean
  readonly #sign: 1 | -1

  constructor(
    columns: readonly Float64Array[],
    { value, error }: ValueColumns,
    isCertified: boolean,
    better: 'more' | 'less',
    readonly exact: (body: number) => Numeric | null,
  ) {
    this.#values = columns[value.index] ?? new Float64Array(0)
    this.#errors = error ? (columns[error.index] ?? null) : null
    this.#areRepresented = isCertified && !this.#errors && !areToldApart(value)
    this.#sign = better === 'more' ? -1 : 1
  }

  /** By the doubles alone; absent figures last. */
  rough(a: number, b: number): number {
    const [x, y] = [this.#values[a] ?? NaN, this.#values[b] ?? NaN]
    if (x !== x || y !== y) return Number(x !== x) - Number(y !== y)
    return this.#sign * (x < y ? -1 : x > y ? 1 : 0)
  }

  /** True where the order of two neighbours hangs on their errors. */
  isOpen(a: number, b: number): boolean {
    const [x, y] = [this.#values[a] ?? NaN, this.#values[b] ?? NaN]
    if (this.#areRepresented) return !(x < y) && !(x > y) && x === x
    if (!this.#errors) return false
    const error = (this.#errors[a] ?? 0) + (this.#errors[b] ?? 0)
    return error > 0 && !(Math.abs(x - y) > error) && x === x && y === y
  }

  precise(a: number, b: number): number {
    const [x, y] = [this.#exactly(a), this.#exactly(b)]
    if (!x || !y) return Number(!x) - Number(!y)
    return this.#sign * compare(x, y)
  }

  #exactly(body: number): Numeric | null {
    const known = this.asked.get(body)
    if (known !== undefined) return known
    const made = this.exact(body)
    this.asked.set(body, made)
    return made
  }
}

/** Bodies with equal figures together, the best first. */
function tiersOf(
  candidates: readonly number[],
  comparer: Comparer,
): readonly (readonly number[])[] {
  const sorted = [...candidates].sort((a, b) => comparer.rough(a, b))
  const tiers: number[][] = []
  let cluster: number[] = []
  const close = () => {
    if (cluster.length > 1) {
      cluster.sort((a, b) => comparer.precise(a, b))
      append(tiers, cluster, (a, b) => comparer.precise(a, b) === 0)
    } else append(tiers, cluster, () => false)
    cluster = []
  }
  let last: number | null = null
  for (const body of sorted) {
    const isOpen = last !== null && comparer.isOpen(last, body)
    if (isOpen) cluster.push(body)
    else {
      close()
      cluster = [body]
    }
    last = body
  }
  close()
  // Doubles without error say themselves which are equal.
  return tiers.reduce<number[][]>((merged, tier) => {
    const [body] = tier
    const previous = merged.at(-1)
    const other = previous?.at(-1)
    const isTie =
      previous &&
      body !== undefined &&
      other !== undefined &&
      comparer.rough(other, body) === 0 &&
      !comparer.asked.has(body)
    if (isTie) previous.push(...tier)
    else merged.push([...tier])
    return merged
  }, [])
}

/** True where equal doubles are equal numbers. */
function areToldApart({ facts }: StoredColumn): boolean {
  return facts.isDecimal || facts.isWhole
}

function append(
  tiers: number[][],
  cluster: readonly number[],
  isTie: (a: number, b: number) => boolean,
): void {
  let tier: number[] | null = null
  for (const body of cluster) {
    const last = tier?.at(-1)
    if (tier && last !== undefined && isTie(last, body)) tier.push(body)
    else {
      tier = [body]
      tiers.push(tier)
    }
  }
}

function number(
  tiers: readonly (readonly number[])[],
  { ties }: RankingNode,
  place: Float64Array,
  below: Float64Array,
): void {
  const all = tiers.reduce((sum, tier) => sum + tier.length, 0)
  let before = 0
  for (const [index, tier] of tiers.entries()) {
    for (const body of tier) {
      place[body] = ties.kind === 'dense' ? index + 1 : before + 1
      below[body] = all - before - tier.length
    }
    before += tier.length
  }
}
