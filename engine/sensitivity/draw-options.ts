/** What may be asked of draws of weights. */
import { DrawsRefused } from './draws-refused.js'

export const MOST_DRAWS = 100_000
export const LARGEST_SEED = 2 ** 32 - 1

export interface DrawOptions {
  /** How often all weights are drawn, 1 .. 100,000. */
  readonly draws: number
  /** A share from 0 to 1: with 0.1 each weight is taken times 0.9 to 1.1. */
  readonly margin: number
  /** A whole number, 0 .. 4294967295; the same seed draws the same weights. */
  readonly seed: number
  /** The names of rankings; all where none are given. */
  readonly rankings?: readonly string[]
  /** How many places count as the first; 1 where nothing is said. */
  readonly first?: number
  /** Hears how it goes, and may stop it; asked after every 50 draws. */
  readonly watch?: DrawWatch
}

export interface DrawWatch {
  readonly made?: (draws: number) => void | Promise<void>
  readonly isStopped?: () => boolean
}

/** @throws DrawsRefused where a number is none of those allowed */
export function checkDrawOptions({
  draws,
  margin,
  seed,
  first = 1,
}: DrawOptions): void {
  wholeFrom('draws', draws, 1, MOST_DRAWS)
  wholeFrom('seed', seed, 0, LARGEST_SEED)
  wholeFrom('first', first, 1, Number.MAX_SAFE_INTEGER)
  if (!(margin >= 0 && margin <= 1)) {
    throw new DrawsRefused(
      `A margin of ${margin} is none: give a share from 0 to 1, such as 0.1 for 10 %.`,
    )
  }
}

function wholeFrom(
  name: string,
  value: number,
  least: number,
  most: number,
): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  throw new DrawsRefused(
    `${name}: ${value} is not a whole number from ${least} to ${most}.`,
  )
}
