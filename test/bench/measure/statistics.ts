/** Medians and spreads of repeated measurements. */

export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** @param values - one or more */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? NaN
  const middle = (sorted.length - 1) / 2
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    most: at(sorted.length - 1),
  }
}

/** Round by round a / b: what two neighbours in time had to bear they bore together. */
export function ratios(
  a: readonly number[],
  b: readonly number[],
): readonly number[] {
  return a.map((value, round) => value / (b[round] ?? NaN))
}
