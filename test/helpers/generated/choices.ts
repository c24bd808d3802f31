/**
 * What a generated thing is made of: a list of numbers, each a choice. A list
 * that has run out chooses the first, which is always the simplest, so that
 * fast-check makes whatever fails shorter by shortening lists.
 */
import fc from 'fast-check'

/** A list of choices, read from its beginning. */
export class Choices {
  private at = 0

  constructor(private readonly list: readonly number[]) {}

  /** A whole number from 0 to n - 1. */
  below(n: number): number {
    const next = this.list[this.at] ?? 0
    this.at += 1
    return next % n
  }

  /** True in one of n cases; false where the list has run out. */
  oneIn(n: number): boolean {
    return this.below(n) === n - 1
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0)
      throw new TypeError('There is nothing to choose from')
    return list[this.below(list.length)] as T
  }

  /** The first is taken more often than each of the others. */
  mostly<T>(usual: T, ...others: readonly T[]): T {
    return this.oneIn(3) ? this.pick(others) : usual
  }

  /** Some of the list, in its order; at least one where there is one. */
  some<T>(list: readonly T[]): readonly T[] {
    const taken = list.filter(() => this.oneIn(2))
    return taken.length > 0 ? taken : list.slice(0, 1)
  }
}

/** @param most - how many choices a list has at most */
export function choices(most: number): fc.Arbitrary<readonly number[]> {
  return fc.noBias(
    fc.array(fc.nat({ max: 9_999 }), { maxLength: most, size: 'max' }),
  )
}

/** Lists of choices, one for each thing of a kind. */
export function things(
  least: number,
  most: number,
  length: number,
): fc.Arbitrary<readonly (readonly number[])[]> {
  return fc.noBias(
    fc.array(choices(length), {
      minLength: least,
      maxLength: most,
      size: 'max',
    }),
  )
}
