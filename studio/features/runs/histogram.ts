/** How figures are distributed: intervals of one width between round bounds, and how many figures lie in each. */
import {
  digitsAt,
  scaledDecimal,
  scaledText,
  type ScaledDecimal,
} from '../../decimal/exact-decimal.js'

export interface Interval {
  /** Is within the interval. */
  readonly from: string
  /** Is not, but in the last one. */
  readonly to: string
  readonly count: number
}

/** More would be too narrow to be read. */
const MOST_INTERVALS = 20n

/**
 * The width is 1, 2 or 5 times a power of ten, the least that gives no more
 * than twenty intervals. Bounds and counts are exact.
 *
 * @param figures - decimal text
 * @returns nothing where fewer than two figures differ
 */
export function histogram(figures: readonly string[]): readonly Interval[] {
  const read = figures.flatMap((text) => scaledDecimal(text) ?? [])
  // Ten more digits than the figures have, so that a narrow width can be said.
  const scale = Math.max(0, ...read.map((each) => each.scale)) + 10
  const values = read.map((each) => digitsAt(each, scale))
  const [least, most] = extremesOf(values)
  if (least === most) return []
  const { width, start, end } = intervalsFor(least, most)
  const counts = new Array<number>(Number(end - start) + 1).fill(0)
  for (const value of values) {
    const index = Number(floorDivide(value, width) - start)
    const within = Math.min(index, counts.length - 1)
    counts[within] = (counts[within] ?? 0) + 1
  }
  const text = (steps: bigint): string => {
    const bound: ScaledDecimal = { digits: steps * width, scale }
    return scaledText(bound)
  }
  return counts.map((count, index) => ({
    from: text(start + BigInt(index)),
    to: text(start + BigInt(index) + 1n),
    count,
  }))
}

function intervalsFor(least: bigint, most: bigint) {
  for (let power = 1n; ; power *= 10n) {
    for (const step of [1n, 2n, 5n]) {
      const width = step * power
      const start = floorDivide(least, width)
      // A greatest figure that is a bound itself belongs to the interval below it.
      const end = floorDivide(most - 1n, width)
      if (end - start < MOST_INTERVALS) return { width, start, end }
    }
  }
}

function extremesOf(values: readonly bigint[]): readonly [bigint, bigint] {
  const [first = 0n] = values
  return values.reduce<readonly [bigint, bigint]>(
    ([least, most], value) => [
      value < least ? value : least,
      value > most ? value : most,
    ],
    [first, first],
  )
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by
  return value < 0n && quotient * by !== value ? quotient - 1n : quotient
}
