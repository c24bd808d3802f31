/** How the rows of a table become one value. */
import { mayBeExtreme } from '../bounds/terms.js'
import { within, LARGEST_WHOLE, sizeOf, type Facts } from './facts.js'

export interface Reducer {
  /** What stands there before the first row. */
  readonly start: number
  readonly step: (so: number, next: number) => number
  readonly text: (so: string, next: string) => string
  /** True where the values are kept and the result is made at the end. */
  readonly isCollected?: true
  /** @param most - how many rows there are at most */
  readonly facts: (of: Facts, most: number) => Facts
}

const REDUCERS = {
  sum: {
    start: 0,
    step: (so, next) => so + next,
    text: (so, next) => `${so} + ${next}`,
    facts: (of, most) => {
      const size = sizeOf(of) * most
      return within(of.low >= 0 ? 0 : -size, of.high <= 0 ? 0 : size, {
        mayBeAbsent: of.mayBeAbsent,
        isWhole: of.isWhole && size <= LARGEST_WHOLE,
        smallest: of.smallest * 1e-17,
      })
    },
  },
  count: {
    start: 0,
    step: (so, next) => so + next,
    text: (so, next) => `${so} + ${next}`,
    facts: (_, most) => countFacts(most),
  },
  product: {
    start: 1,
    step: (so, next) => so * next,
    text: (so, next) => `${so} * ${next}`,
    facts: (of, most) => {
      const size = Math.max(1, sizeOf(of)) ** most
      const facts = within(of.low >= 0 ? 0 : -size, size, {
        mayBeAbsent: of.mayBeAbsent,
        smallest: Math.min(1, of.smallest) ** most,
      })
      return {
        ...facts,
        mayBeAbsent: facts.mayBeAbsent || mayBeExtreme(facts),
      }
    },
  },
  min: {
    start: Infinity,
    step: (so, next) => Math.min(so, next),
    text: (so, next) => `Math.min(${so}, ${next})`,
    facts: (of) => of,
  },
  max: {
    start: -Infinity,
    step: (so, next) => Math.max(so, next),
    text: (so, next) => `Math.max(${so}, ${next})`,
    facts: (of) => of,
  },
  /** 1 where it is 1 in any row. */
  any: {
    start: 0,
    step: (so, next) => so | next,
    text: (so, next) => `${so} | ${next}`,
    facts: () => countFacts(1),
  },
  /** Definition 7 of Hyndman and Fan; the share stands in the row of the result. */
  quantile: {
    start: 0,
    step: (so) => so,
    text: (so) => so,
    isCollected: true,
    facts: (of) =>
      within(of.low, of.high, {
        mayBeAbsent: true,
        smallest: of.smallest * 1e-17,
      }),
  },
} as const satisfies { readonly [name: string]: Reducer }

export type ReducerName = keyof typeof REDUCERS

function countFacts(most: number): Facts {
  return within(0, most, {
    mayBeAbsent: false,
    isWhole: true,
    isDecimal: true,
  })
}

export function reducerOf(name: ReducerName): Reducer {
  return REDUCERS[name]
}

/**
 * x[floor h] + (h - floor h) * (x[floor h + 1] - x[floor h]), h = (n - 1) * share.
 *
 * @param values - one or more, in no order; they are put in order in place
 * @source Hyndman, R. J. and Fan, Y. (1996), Sample Quantiles in Statistical
 *   Packages, The American Statistician 50(4), p. 363, doi:10.2307/2684934
 */
export function quantileOf(values: Float64Array, share: number): number {
  values.sort()
  const position = (values.length - 1) * share
  const index = Math.min(values.length - 1, Math.floor(position))
  const below = values[index] ?? NaN
  const above = values[index + 1] ?? below
  const part = position - index
  return part === 0 ? below : below + part * (above - below)
}
