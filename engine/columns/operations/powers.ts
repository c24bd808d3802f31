/** Powers, roots and logarithms; what has no result is absent. */
import {
  doubtOf,
  guarded,
  plus,
  rounded,
  scaled,
  sizeCode,
  trustedSizes,
} from '../bounds/terms.js'
import type { Builder } from '../code/builder.js'
import type { Code } from '../code/code.js'
import { isAnyAbsent, sizeOf, within, type Facts } from '../code/facts.js'
import {
  LIBRARY_UNIT,
  type Bounded,
  type Bounds,
  type Operation,
} from './operation.js'

export const squareRoot: Operation = {
  apply: (a) => Math.sqrt(a),
  text: (a) => `Math.sqrt(${a})`,
  facts: ([a]) => rootFacts(a, Math.sqrt),
  bounds: (code, value, [a]) => {
    if (!a) throw new TypeError('A root has an operand')
    // |sqrt(a') - sqrt(a)| <= |a' - a| / sqrt(a).
    const error = plus(
      code,
      code.operation('share-of', a.error, value),
      rounded(code, value, LIBRARY_UNIT),
    )
    const isNearZero = code.isNear(a, code.bounded(code.number(0)))
    return { error, doubt: code.either(a.doubt, isNearZero) }
  },
}

export const cubeRoot: Operation = {
  apply: (a) => Math.cbrt(a),
  text: (a) => `Math.cbrt(${a})`,
  facts: ([a]) => ({
    ...rootFacts(a && { ...a, low: 0, high: Infinity }, Math.cbrt),
    low: a && a.low >= 0 ? 0 : -Infinity,
  }),
  bounds: (code, value, [a]) => {
    if (!a) throw new TypeError('A root has an operand')
    // The derivative is 1 / (3 cbrt(a)^2); away from zero twice that is enough.
    const square = code.operation('multiply', value, value)
    const error = plus(
      code,
      code.operation('share-of', a.error, square),
      rounded(code, value, LIBRARY_UNIT),
    )
    const twice = { ...a, error: scaled(code, code.number(4), a.error) }
    const isNearZero = code.isNear(twice, code.bounded(code.number(0)))
    return { error, doubt: code.either(a.doubt, isNearZero) }
  },
}

function rootFacts(a: Facts | undefined, root: (x: number) => number): Facts {
  if (!a) throw new TypeError('A root has an operand')
  return within(0, root(Math.max(0, a.high)), {
    mayBeAbsent: a.mayBeAbsent || a.low < 0,
    smallest: root(a.smallest) / 2,
  })
}

export const naturalLogarithm: Operation = {
  apply: (a) => (a > 0 ? Math.log(a) : NaN),
  text: (a) => `${a} > 0 ? Math.log(${a}) : NaN`,
  repeats: [0],
  facts: () => within(-1000, 1000, { mayBeAbsent: true }),
  bounds: (code, value, [a]) => logarithm(code, value, a, 1),
}

export const decimalLogarithm: Operation = {
  apply: (a) => (a > 0 ? Math.log10(a) : NaN),
  text: (a) => `${a} > 0 ? Math.log10(${a}) : NaN`,
  repeats: [0],
  facts: () => within(-1000, 1000, { mayBeAbsent: true }),
  bounds: (code, value, [a]) => logarithm(code, value, a, 0.5),
}

/** @param slope - no less than the derivative at 1 */
function logarithm(
  code: Builder,
  value: Code,
  a: Bounded | undefined,
  slope: number,
): Bounds {
  if (!a) throw new TypeError('A logarithm has an operand')
  const least = code.operation('subtract', a.value, a.error)
  const error = plus(
    code,
    scaled(
      code,
      code.number(slope),
      code.operation('share-of', a.error, least),
    ),
    rounded(code, value, LIBRARY_UNIT),
  )
  const isNearZero = code.isNear(a, code.bounded(code.number(0)))
  return { error, doubt: code.either(a.doubt, isNearZero) }
}

export const exponential: Operation = {
  apply: (a) => Math.exp(a),
  text: (a) => `Math.exp(${a})`,
  facts: ([a]) =>
    trustedSizes(
      within(0, Math.exp(a?.high ?? Infinity), {
        mayBeAbsent: a?.mayBeAbsent ?? true,
        smallest: Math.exp(a?.low ?? -Infinity),
      }),
    ),
  bounds: (code, value, [a]) => {
    if (!a) throw new TypeError('An exponential has an operand')
    const error = plus(
      code,
      scaled(code, value, scaled(code, code.number(1.01), a.error)),
      rounded(code, value, LIBRARY_UNIT),
    )
    const doubt = code.either(a.doubt, isCoarse(code, a.error))
    return guarded(code, value, { error, doubt }, [code.number(1)])
  },
}

/** No less than |ln a| of any a but zero. */
function largestLogarithm(facts: Facts): number {
  const { smallest } = facts
  return Math.max(
    smallest > 0 ? Math.abs(Math.log(smallest)) : 745,
    Math.min(710, Math.abs(Math.log(sizeOf(facts)))),
  )
}

/** 0 ^ 0 is 1; zero to a negative and a negative to a broken power are absent. */
export function powerOf(base: number, exponent: number): number {
  if (base !== base || exponent !== exponent) return NaN
  if (base === 0 && exponent < 0) return NaN
  return Math.pow(base, exponent)
}

export const power: Operation = {
  apply: powerOf,
  text: (a, b) => `powerOf(${a}, ${b})`,
  facts: ([a, b]) => {
    if (!a || !b) throw new TypeError('A power has two operands')
    const isShrinking = a.low >= 0 && a.high <= 1 && b.low >= 0
    return trustedSizes(
      within(a.low >= 0 ? 0 : -Infinity, isShrinking ? 1 : Infinity, {
        mayBeAbsent: isAnyAbsent([a, b]) || a.low < 0 || b.low < 0,
      }),
    )
  },
  bounds: (code, value, [a, b]) => {
    if (!a || !b) throw new TypeError('A power has two operands')
    const size = sizeCode(code, a.value)
    const least = code.operation('subtract', size, a.error)
    // |v| (|b| ea / (|a| - ea) + eb |ln a|), while that stays small.
    const byBase = scaled(
      code,
      sizeCode(code, b.value),
      code.operation('share-of', a.error, least),
    )
    const byExponent = scaled(
      code,
      b.error,
      code.number(largestLogarithm(a.value.facts)),
    )
    const share = plus(code, byBase, byExponent)
    const error = plus(
      code,
      scaled(
        code,
        sizeCode(code, value),
        scaled(code, code.number(1.01), share),
      ),
      rounded(code, value, LIBRARY_UNIT),
    )
    const zero = code.bounded(code.number(0))
    // Which powers of a negative exist hangs on the exponent being whole.
    const wholeExponent =
      a.value.facts.low >= 0 ? code.number(0) : code.isNearWhole(b)
    const doubt = [
      doubtOf(code, a, b),
      code.isNear(a, zero),
      code.isNear(b, zero),
      wholeExponent,
      isCoarse(code, share),
    ].reduce((so, next) => code.either(so, next))
    return guarded(code, value, { error, doubt }, [a.value])
  },
}

function isCoarse(code: Builder, share: Code): Code {
  if (share.kind === 'number') return code.number(share.value > 0.01 ? 1 : 0)
  return code.operation('is-above', share, code.number(0.01))
}

/** 1 where a is above b; absent values are above nothing. */
export const isAbove: Operation = {
  apply: (a, b) => (a > b ? 1 : 0),
  text: (a, b) => `${a} > ${b} ? 1 : 0`,
  facts: () => within(0, 1, { mayBeAbsent: false, isWhole: true }),
}
