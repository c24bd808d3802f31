/**
 * mathjs BigNumber with 64 significant digits, for what no fraction can hold:
 * roots, broken powers, logarithms, and results whose digits grow too long.
 */
import { BigNumberDependencies, create, nthRootDependencies } from 'mathjs'
import type { BigNumber as MathBigNumber } from 'mathjs'
import { decimalRoot } from './decimal-root.js'

export type BigNumber = MathBigNumber

/** Significant digits of every result that is not a fraction. */
export const WORKING_DIGITS = 64

/**
 * Significant digits that are trusted: the last 20 of the 64 are guard digits.
 * They hold the noise of earlier operations and never decide a rounding or a
 * comparison.
 */
export const TRUSTED_DIGITS = 44

// mathjs types its dependency maps as possibly undefined and leaves the class
// of its big numbers out of the instance type; the casts say what is there.
const math = create({ BigNumberDependencies, nthRootDependencies } as never, {
  number: 'BigNumber',
  precision: WORKING_DIGITS,
}) as unknown as {
  readonly BigNumber: new (value: string | number) => BigNumber
  readonly nthRoot: (x: BigNumber, degree: BigNumber) => BigNumber
}

/** @param text - a decimal, as `12.5`, `-3` or `1e-7` */
export function bigNumber(text: string): BigNumber {
  return new math.BigNumber(text)
}

/**
 * The real root of the given whole degree, 1 or more. The even root of a
 * negative has none: callers refuse it first.
 */
export function bigRoot(x: BigNumber, degree: number): BigNumber {
  if (degree === 1) return x
  const isPositive = x.isFinite() && !x.isZero() && !x.isNegative()
  const root = isPositive
    ? decimalRoot(x.toExponential(), degree, WORKING_DIGITS)
    : null
  return root === null ? slowRoot(x, degree) : bigNumber(root)
}

function slowRoot(x: BigNumber, degree: number): BigNumber {
  if (degree === 2) return x.sqrt()
  if (degree === 3) return x.cbrt()
  return math.nthRoot(x, new math.BigNumber(degree))
}

/** Takes the guard digits away. */
export function trusted(x: BigNumber): BigNumber {
  return x.toSignificantDigits(TRUSTED_DIGITS)
}
