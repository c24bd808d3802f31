/**
 * What is known of the values of a column or of a piece of code before it runs:
 * its range, whether it may be absent, whether doubles hold it without error.
 * Facts only ever save work; a fact that is not known is left out of them.
 */

export interface Facts {
  /** False where no row is absent (NaN). */
  readonly mayBeAbsent: boolean
  /** No value is below it; -Infinity where nothing is known. */
  readonly low: number
  readonly high: number
  /** No value but zero is closer to zero; 0 where nothing is known. */
  readonly smallest: number
  /** Whole numbers that doubles hold exactly: counts, truth values, codes of words. */
  readonly isWhole: boolean
  /** Each double is the one next to a decimal of at most 15 significant digits. */
  readonly isDecimal: boolean
}

/** Doubles hold whole numbers up to here. */
export const LARGEST_WHOLE = Number.MAX_SAFE_INTEGER

export const ANY: Facts = {
  mayBeAbsent: true,
  low: -Infinity,
  high: Infinity,
  smallest: 0,
  isWhole: false,
  isDecimal: false,
}

/** True or false, never absent. */
export const CERTAIN: Facts = {
  mayBeAbsent: false,
  low: 0,
  high: 1,
  smallest: 1,
  isWhole: true,
  isDecimal: true,
}

/** True, false, or absent. */
export const TRUTH: Facts = { ...CERTAIN, mayBeAbsent: true }

/** The largest size a value may have. */
export function sizeOf({ low, high }: Facts): number {
  return Math.max(Math.abs(low), Math.abs(high))
}

export function isAnyAbsent(facts: readonly Facts[]): boolean {
  return facts.some(({ mayBeAbsent }) => mayBeAbsent)
}

/** Facts of a result that arithmetic makes of values with these ranges. */
export function within(
  low: number,
  high: number,
  more: Partial<Facts> = {},
): Facts {
  const isKnown = low <= high
  const facts = {
    ...ANY,
    low: isKnown ? low : -Infinity,
    high: isKnown ? high : Infinity,
    ...more,
  }
  const isWhole = facts.isWhole && sizeOf(facts) <= LARGEST_WHOLE
  return isWhole ? { ...facts, isWhole, smallest: 1 } : { ...facts, isWhole }
}

/** Facts that hold of the values of both. */
export function union(a: Facts, b: Facts): Facts {
  return {
    mayBeAbsent: a.mayBeAbsent || b.mayBeAbsent,
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    smallest: Math.min(a.smallest, b.smallest),
    isWhole: a.isWhole && b.isWhole,
    isDecimal: a.isDecimal && b.isDecimal,
  }
}
