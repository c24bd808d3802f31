import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeRoot } from '../../../engine/number/whole-root.js'

describe('wholeRoot', () => {
  it('finds every root of a whole power, and none beside it', () => {
    fc.assert(
      fc.property(
        fc.bigInt(2n, 10n ** 60n),
        fc.integer({ min: 2, max: 60 }),
        (base, degree) => {
          const value = base ** BigInt(degree)
          expect(wholeRoot(value, degree)).toBe(base)
          expect(wholeRoot(value + 1n, degree)).toBeNull()
          expect(wholeRoot(value - 1n, degree)).toBeNull()
        },
      ),
    )
  })

  it('reaches roots of a thousand digits', () => {
    const base = 7n ** 1200n + 12345n
    expect(wholeRoot(base ** 3n, 3)).toBe(base)
    expect(wholeRoot(base ** 3n + 1n, 3)).toBeNull()
  })

  it('reaches degrees of thousands', () => {
    expect(wholeRoot(2n ** 20000n, 20000)).toBe(2n)
    expect(wholeRoot(2n ** 20000n + 1n, 20000)).toBeNull()
    expect(wholeRoot(5n, 20000)).toBeNull()
  })

  it('takes odd roots of negatives', () => {
    expect(wholeRoot(-27n, 3)).toBe(-3n)
    expect(wholeRoot(-28n, 3)).toBeNull()
    expect(wholeRoot(-1n, 3001)).toBe(-1n)
  })

  it('leaves 0 and 1, and everything for degree 1', () => {
    expect(wholeRoot(0n, 5)).toBe(0n)
    expect(wholeRoot(1n, 5)).toBe(1n)
    expect(wholeRoot(-12n, 1)).toBe(-12n)
  })
})
