/** Roots in whole numbers are held against those of mathjs, which takes them by logarithms. */
import fc from 'fast-check'
import { BigNumberDependencies, create, nthRootDependencies } from 'mathjs'
import { describe, expect, it } from 'vitest'

import { bigNumber, bigRoot } from '../../../engine/number/big-number.js'
import { decimalRoot } from '../../../engine/number/decimal-root.js'

// mathjs types its dependency maps as possibly undefined.
const math = create({ BigNumberDependencies, nthRootDependencies } as never, {
  number: 'BigNumber',
  precision: 64,
}) as unknown as {
  readonly nthRoot: (x: unknown, degree: unknown) => { toString(): string }
}

function theirs(text: string, degree: number): string {
  const x = bigNumber(text)
  if (degree === 2) return x.sqrt().toString()
  if (degree === 3) return x.cbrt().toString()
  return math.nthRoot(x, bigNumber(String(degree))).toString()
}

const decimal = fc
  .tuple(
    fc.bigInt({ min: 1n, max: 10n ** 64n }),
    fc.integer({ min: -90, max: 30 }),
  )
  .map(([whole, exponent]) => `${whole}e${exponent}`)

describe('a root of 64 digits', () => {
  it.each([
    // 12^6 = 2985984; 0.5^4 = 0.0625; 10^3
    ['2.985984e6', 6, '12'],
    ['6.25e-2', 4, '0.5'],
    ['1e3', 3, '10'],
    // OEIS A002193
    [
      '2e0',
      2,
      '1.414213562373095048801688724209698078569671875376948073176679738',
    ],
  ])('of %s, degree %i, is %s', (text, degree, root) => {
    const found = decimalRoot(text, degree, 64)
    expect(found && bigNumber(found).toString()).toBe(root)
  })

  it('has every digit that mathjs has', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 2, max: 12 }), (text, degree) => {
        const root = bigRoot(bigNumber(text), degree)
        expect(root.toString()).toBe(theirs(text, degree))
      }),
      { numRuns: 150 },
    )
  })

  it('is left to others where what follows the last digit may be a half', () => {
    // (10^32 - 10^-32 / 2)^2 is 10^64 - 1 + 10^-64 / 4.
    const text =
      '9.999999999999999999999999999999999999999999999999999999999999999e63'
    expect(decimalRoot(text, 2, 64)).toBeNull()
    expect(bigRoot(bigNumber(text), 2).toString()).toBe(theirs(text, 2))
  })

  it('is left to others where the degree or the exponent is large', () => {
    expect(decimalRoot('2e0', 13, 64)).toBeNull()
    expect(decimalRoot('2e100001', 2, 64)).toBeNull()
  })
})
