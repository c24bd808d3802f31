/**
 * mathjs BigNumber with 64 significant digits, for what no fraction can hold:
 * roots, broken powers, logarithms, and results whose digits grow too long.
 */
import { createBigNumberClass, createNthRoot } from 'mathjs'
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

/** A factory of mathjs: what it depends on, by name -> what it makes. */
type Factory<Made> = (needs: Readonly<Record<string, unknown>>) => Made

// mathjs documents its factory functions and leaves them out of its types.
declare module 'mathjs' {
  const createBigNumberClass: Factory<
    new (value: string | number) => MathBigNumber
  >
  const createNthRoot: Factory<
    (x: MathBigNumber, degree: MathBigNumber) => MathBigNumber
  >
}

// The factories alone: with `create` mathjs loads matrices, complex numbers and
// units, in case that a root of these is asked for.
const Big = createBigNumberClass({ config: { precision: WORKING_DIGITS } })

/** @param value - a decimal, as `12.5`, `-3` or `1e-7`, or a whole number */
export function bigNumber(value: string | number): BigNumber {
  return new Big(value)
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
  return nthRoot(x, new Big(degree))
}

/** Takes the guard digits away. */
export function trusted(x: BigNumber): BigNumber {
  return x.toSignificantDigits(TRUSTED_DIGITS)
}

const nthRoot = createNthRoot({
  typed: Object.assign(ofBigNumbers, {
    referTo: () => null,
    referToSelf: () => null,
  }),
  BigNumber: Big,
  matrix: null,
  equalScalar: null,
  concat: null,
})

/** Of the kinds of numbers that mathjs tells apart, big ones alone are given. */
function ofBigNumbers(
  _name: string,
  signatures: { readonly 'BigNumber, BigNumber'?: unknown },
): unknown {
  return signatures['BigNumber, BigNumber']
}
