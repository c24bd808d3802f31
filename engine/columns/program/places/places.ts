/**
 * Places of the bodies in rankings, over and over for the same bodies: they are
 * put in the order of their doubles, and only figures whose errors overlap are
 * compared exactly.
 */
import { cellOf } from '../../../evaluation/cell.js'
import type { LazyRun } from '../../../evaluation/lazy-run.js'
import type { Column } from '../../../methodology/methodology.js'
import type { Numeric } from '../../../number/numeric.js'
import { round } from '../../../number/rounding.js'
import type { ColumnFrame, RankingStep } from '../step.js'
import { comparedFigures, type ComparedFigures } from './compared-figures.js'
import { linkByDoubles } from './link-by-doubles.js'
import { TIED } from './links.js'
import { RowOrder } from './row-order.js'
import { settleOpen } from './settle-open.js'

export class Places {
  readonly #order: RowOrder
  readonly #links: Uint8Array
  /** Body -> the part that it is placed in: its group, or those it ties with. */
  readonly #parts: Int32Array

  /** @param bodies - how many there are; groups are numbered below it as well */
  constructor(bodies: number) {
    this.#order = new RowOrder(bodies)
    this.#links = new Uint8Array(bodies)
    this.#parts = new Int32Array(bodies)
  }

  /**
   * Writes the places from 1, and how many stand below; NaN for those without.
   *
   * @returns how many figures had to be compared exactly
   */
  fill(
    { node, isPlaced, figure, next, groupOf, ...step }: RankingStep,
    { columns }: ColumnFrame,
    isCertified: boolean,
    run: () => LazyRun,
  ): number {
    const place = columns[step.place.index] ?? NOTHING
    const below = columns[step.below.index] ?? NOTHING
    const count = this.#collect(columns[isPlaced.index] ?? NOTHING)
    const groups = groupOf ? (columns[groupOf.value.index] ?? NOTHING) : null
    const figures = comparedFigures(
      columns,
      figure,
      isCertified,
      node.better,
      (body) => exactFigure(run(), node.output, body, node.digits),
    )
    const among = groups ? this.#partsByGroup(groups, count) : 1
    let exact = this.#link(figures, count, among)
    const { ties } = node
    if (ties.kind === 'by' && next) {
      const others = comparedFigures(
        columns,
        next,
        isCertified,
        ties.better,
        (body) => exactFigure(run(), ties.column, body, null),
      )
      exact += this.#link(others, count, this.#partsByTier(count))
    }
    place.fill(NaN)
    below.fill(NaN)
    this.#number(groups, count, ties.kind === 'dense', place, below)
    return exact
  }

  /** @returns how many bodies have a place */
  #collect(isPlaced: Float64Array): number {
    const { rows } = this.#order
    let count = 0
    for (let body = 0; body < isPlaced.length; body += 1) {
      rows[count] = body
      // A sum is faster than a branch that the processor cannot foresee.
      count += Number(isPlaced[body] === 1)
    }
    return count
  }

  /** @returns how many parts there may be */
  #partsByGroup(groups: Float64Array, count: number): number {
    const { rows } = this.#order
    let among = 0
    for (let at = 0; at < count; at += 1) {
      const body = rows[at] ?? 0
      const group = groups[body] ?? 0
      this.#parts[body] = group
      among = Math.max(among, group + 1)
    }
    return among
  }

  #partsByTier(count: number): number {
    const { rows } = this.#order
    let tier = -1
    for (let at = 0; at < count; at += 1) {
      if (this.#links[at] !== TIED) tier += 1
      this.#parts[rows[at] ?? 0] = tier
    }
    return tier + 1
  }

  /** @returns how many figures were computed exactly */
  #link(figures: ComparedFigures, count: number, among: number): number {
    const order = this.#order
    order.byFigure(figures.values, count, figures.better)
    if (among > 1) order.byPart(this.#parts, count, among)
    const ordered = { rows: order.rows, links: this.#links, count }
    linkByDoubles(figures, ordered, among > 1 ? this.#parts : null)
    if (!figures.errors && !figures.isOpenWhereEqual) return 0
    return settleOpen(figures, ordered)
  }

  #number(
    groups: Float64Array | null,
    count: number,
    isDense: boolean,
    place: Float64Array,
    below: Float64Array,
  ): void {
    const { rows } = this.#order
    const links = this.#links
    for (let start = 0; start < count;) {
      const end = groups ? groupEnd(groups, rows, start, count) : count
      let tiers = 0
      for (let from = start; from < end;) {
        let to = from + 1
        while (to < end && links[to] === TIED) to += 1
        tiers += 1
        for (let at = from; at < to; at += 1) {
          const body = rows[at] ?? 0
          place[body] = isDense ? tiers : from - start + 1
          below[body] = end - to
        }
        from = to
      }
      start = end
    }
  }
}

const NOTHING = new Float64Array(0)

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

/** Where those of the group end that the first row is of. */
function groupEnd(
  groups: Float64Array,
  rows: Int32Array,
  start: number,
  count: number,
): number {
  const group = groups[rows[start] ?? 0]
  let end = start + 1
  while (end < count && groups[rows[end] ?? 0] === group) end += 1
  return end
}
