/** Ordered levels: which of two is worse, and the level that a number falls into. */
import type { Title } from '../methodology/methodology.js'
import type { Citation } from '../methodology/legal-basis.js'
import { compare, type Numeric } from '../number/numeric.js'
import { decimalText } from '../number/text.js'

export interface Scale {
  readonly name: string
  readonly title: Title
  /** The worst first, however the file lists them. */
  readonly levels: readonly ScaleLevel[]
  readonly cite: Citation | null
  readonly note: string | null
  /** True where every level has its interval, so that `band` can use the scale. */
  readonly hasBands: boolean
}

export interface ScaleLevel {
  readonly name: string
  readonly title: Title
  readonly points: Numeric | null
  /** Where its interval begins and ends; null: unbounded, or no intervals. */
  readonly from: Edge | null
  readonly to: Edge | null
}

export interface Edge {
  readonly value: Numeric
  /** True where the edge itself belongs to the level. */
  readonly closed: boolean
}

/** The words of the levels, the worst first. */
export function levelNames(scale: Scale): readonly string[] {
  return scale.levels.map(({ name }) => name)
}

/**
 * 0 for the worst level.
 * @throws TypeError where the word is no level, which the checker has seen to
 */
export function positionOf(scale: Scale, word: string): number {
  const position = scale.levels.findIndex(({ name }) => name === word)
  if (position < 0) {
    throw new TypeError(`"${word}" is no level of "${scale.name}"`)
  }
  return position
}

/** @throws TypeError where the scale has no such position */
export function levelAt(scale: Scale, position: number): string {
  const level = scale.levels[position]
  if (!level) throw new TypeError(`"${scale.name}" has no level ${position}`)
  return level.name
}

/** The level whose interval holds the number; null where none does. */
export function bandOf(scale: Scale, x: Numeric): ScaleLevel | null {
  return (
    scale.levels.find(
      ({ from, to }) => isFrom(x, from, 1) && isFrom(x, to, -1),
    ) ?? null
  )
}

/** @param side - 1 for the edge below, -1 for the edge above */
function isFrom(x: Numeric, edge: Edge | null, side: 1 | -1): boolean {
  if (!edge) return true
  const order = compare(x, edge.value) * side
  return edge.closed ? order >= 0 : order > 0
}

/** `40 or more, below 60`; empty where the level has no interval. */
export function intervalWords({ from, to }: ScaleLevel): string {
  const lower =
    from &&
    (from.closed
      ? `${decimalText(from.value)} or more`
      : `above ${decimalText(from.value)}`)
  const upper =
    to &&
    (to.closed
      ? `at most ${decimalText(to.value)}`
      : `below ${decimalText(to.value)}`)
  return [lower, upper].filter((words) => words !== null).join(', ')
}
