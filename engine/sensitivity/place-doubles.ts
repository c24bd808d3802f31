/**
 * Places by doubles as they are, over and over for the same bodies: figures of a
 * group are sorted, and each body looks up how many stand before and behind it.
 */
import type { ColumnFrame, RankingStep } from '../columns/program/step.js'

/** Fills the columns of a ranking without ties that another figure breaks. */
export class DoublePlaces {
  readonly #step: RankingStep
  /** Figures, those of a group together. */
  readonly #sorted: Float64Array
  /** Dense ties: how many different figures stand up to here. */
  readonly #different: Int32Array
  readonly #starts: Int32Array
  readonly #ends: Int32Array

  /** @param bodies - groups are numbered below it as well */
  constructor(step: RankingStep, bodies: number) {
    this.#step = step
    this.#sorted = new Float64Array(bodies)
    this.#different = new Int32Array(
      step.node.ties.kind === 'dense' ? bodies : 0,
    )
    this.#starts = new Int32Array(bodies + 1)
    this.#ends = new Int32Array(bodies + 1)
  }

  fill({ columns }: ColumnFrame): void {
    const { isPlaced, figure, groupOf, place, below, node } = this.#step
    const nothing = EMPTY
    const figures = columns[figure.value.index] ?? nothing
    const placed = columns[isPlaced.index] ?? nothing
    const groups = groupOf ? (columns[groupOf.value.index] ?? nothing) : null
    const places = columns[place.index] ?? nothing
    const belows = columns[below.index] ?? nothing
    const isMore = node.better === 'more'
    const isDense = node.ties.kind === 'dense'
    this.#sort(figures, placed, groups)
    for (let body = 0; body < figures.length; body += 1) {
      if (placed[body] !== 1) {
        places[body] = NaN
        belows[body] = NaN
        continue
      }
      const group = groups ? (groups[body] ?? 0) : 0
      const start = this.#starts[group] ?? 0
      const end = this.#ends[group] ?? 0
      const x = figures[body] ?? NaN
      const first = this.#firstFrom(x, start, end)
      const after = this.#firstAfter(x, first, end)
      belows[body] = isMore ? first - start : end - after
      if (isDense) {
        const before = this.#different[first] ?? 0
        const all = this.#different[end - 1] ?? 0
        places[body] = isMore ? all - before + 1 : before
      } else places[body] = (isMore ? end - after : first - start) + 1
    }
  }

  #sort(
    figures: Float64Array,
    placed: Float64Array,
    groups: Float64Array | null,
  ): void {
    const [sorted, starts, ends] = [this.#sorted, this.#starts, this.#ends]
    ends.fill(0)
    for (let body = 0; body < figures.length; body += 1) {
      if (placed[body] !== 1) continue
      const group = groups ? (groups[body] ?? 0) : 0
      ends[group] = (ends[group] ?? 0) + 1
    }
    let start = 0
    for (let group = 0; group < ends.length; group += 1) {
      starts[group] = start
      start += ends[group] ?? 0
      ends[group] = starts[group] ?? 0
    }
    for (let body = 0; body < figures.length; body += 1) {
      if (placed[body] !== 1) continue
      const group = groups ? (groups[body] ?? 0) : 0
      const at = ends[group] ?? 0
      sorted[at] = figures[body] ?? NaN
      ends[group] = at + 1
    }
    for (let group = 0; group < ends.length; group += 1) {
      const [from, to] = [starts[group] ?? 0, ends[group] ?? 0]
      if (to - from > 1) sorted.subarray(from, to).sort()
      if (this.#different.length > 0) this.#countDifferent(from, to)
    }
  }

  #countDifferent(from: number, to: number): void {
    let count = 0
    for (let at = from; at < to; at += 1) {
      if (at === from || this.#sorted[at] !== this.#sorted[at - 1]) count += 1
      this.#different[at] = count
    }
  }

  /** Where the first figure stands that is not below x. */
  #firstFrom(x: number, start: number, end: number): number {
    let [low, high] = [start, end]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#sorted[middle] ?? 0) < x) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Where the first figure stands that is above x. */
  #firstAfter(x: number, start: number, end: number): number {
    let [low, high] = [start, end]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#sorted[middle] ?? 0) > x) high = middle
      else low = middle + 1
    }
    return low
  }
}

const EMPTY = new Float64Array(0)
