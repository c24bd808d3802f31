/** How much is measured: the whole bench takes some ten minutes, the quick one some three. */
import type { Effort } from './rounds.js'

export interface Extent extends Effort {
  /** Numbers of bodies that everybody is timed on. */
  readonly sizes: readonly number[]
  /** Numbers of bodies on which the growth of cost is watched, the smallest first. */
  readonly growth: readonly number[]
  /** The same for evaluators that do not read columns. */
  readonly growthOfRows: readonly number[]
  /** Bodies on which each contender must agree with the reference, at most. */
  readonly compared: number
  /** Bodies that nobody is timed on fewer of, where there are so many. */
  readonly fewest: number
  /** Bodies that whole processes score one by one. */
  readonly streamed: number
  /** A contender that takes longer than this for all bodies is timed on the first of them. */
  readonly longestRun: number
}

export const FULL: Extent = {
  rounds: 5,
  milliseconds: 200,
  warmUp: 400,
  sizes: [40, 1000, 100_000],
  growth: [1000, 10_000, 100_000, 1_000_000],
  growthOfRows: [1000, 10_000],
  compared: 300,
  fewest: 40,
  streamed: 50_000,
  longestRun: 800,
}

export const QUICK: Extent = {
  rounds: 5,
  milliseconds: 30,
  warmUp: 200,
  sizes: [40, 1000, 100_000],
  growth: [1000, 10_000, 100_000],
  growthOfRows: [100, 1000],
  compared: 100,
  fewest: 10,
  streamed: 5000,
  longestRun: 200,
}
