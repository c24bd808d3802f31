/** Sums, products and quotients. */
import {
  doubtOf,
  guarded,
  isNothing,
  plus,
  rounded,
  scaled,
  sizeCode,
  trustedSizes,
} from '../bounds/terms.js'
import {
  isAnyAbsent,
  LARGEST_WHOLE,
  sizeOf,
  within,
  type Facts,
} from '../code/facts.js'
import type { Operation } from './operation.js'

/** Two numbers that differ, differ by this share of the smaller one at least. */
const LEAST_DIFFERENCE = 1e-17

export const add: Operation = {
  apply: (a, b) => a + b,
  text: (a, b) => `${a} + ${b}`,
  facts: ([a, b]) => sumFacts(a, b),
  bounds: (code, value, [a, b]) => ({
    error: plus(code, a?.error, b?.error, rounded(code, value)),
    doubt: doubtOf(code, a, b),
  }),
  block: (out, n, a, b) => {
    for (let i = 0; i < n; i += 1) out[i] = (a[i] ?? NaN) + (b[i] ?? NaN)
  },
}

export const subtract: Operation = {
  apply: (a, b) => a - b,
  text: (a, b) => `${a} - ${b}`,
  facts: ([a, b]) => sumFacts(a, b && negated(b)),
  bounds: (code, value, [a, b]) => {
    const error = plus(code, a?.error, b?.error, rounded(code, value))
    // Equal doubles of short decimals are equal decimals.
    const isZeroCertain =
      a?.value.facts.isDecimal === true && b?.value.facts.isDecimal === true
    return {
      error: isZeroCertain
        ? code.operation('unless-zero', value, error)
        : error,
      doubt: doubtOf(code, a, b),
    }
  },
  block: (out, n, a, b) => {
    for (let i = 0; i < n; i += 1) out[i] = (a[i] ?? NaN) - (b[i] ?? NaN)
  },
}

function sumFacts(a: Facts | undefined, b: Facts | undefined): Facts {
  if (!a || !b) throw new TypeError('A sum has two operands')
  return within(a.low + b.low, a.high + b.high, {
    mayBeAbsent: isAnyAbsent([a, b]),
    isWhole: a.isWhole && b.isWhole,
    smallest: Math.min(a.smallest, b.smallest) * LEAST_DIFFERENCE,
  })
}

function negated(facts: Facts): Facts {
  return { ...facts, low: -facts.high, high: -facts.low }
}

export const multiply: Operation = {
  apply: (a, b) => a * b,
  text: (a, b) => `${a} * ${b}`,
  facts: ([a, b]) => {
    if (!a || !b) throw new TypeError('A product has two operands')
    const [low, high] = productRange(a, b)
    return trustedSizes(
      within(low, high, {
        mayBeAbsent: isAnyAbsent([a, b]),
        isWhole:
          a.isWhole && b.isWhole && sizeOf(a) * sizeOf(b) <= LARGEST_WHOLE,
        smallest: a.smallest * b.smallest,
      }),
    )
  },
  bounds: (code, value, [a, b]) => {
    if (!a || !b) throw new TypeError('A product has two operands')
    const error = plus(
      code,
      scaled(code, sizeCode(code, a.value), b.error),
      scaled(code, sizeCode(code, b.value), a.error),
      scaled(code, a.error, b.error),
      rounded(code, value),
    )
    return guarded(code, value, { error, doubt: doubtOf(code, a, b) }, [
      a.value,
      b.value,
    ])
  },
  block: (out, n, a, b) => {
    for (let i = 0; i < n; i += 1) out[i] = (a[i] ?? NaN) * (b[i] ?? NaN)
  },
}

function productRange(a: Facts, b: Facts): readonly [number, number] {
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
  const known = ends.map((end) => (Number.isNaN(end) ? 0 : end))
  return [Math.min(...known), Math.max(...known)]
}

/** Division by zero is absent. */
export const divide: Operation = {
  apply: (a, b) => (b === 0 ? NaN : a / b),
  text: (a, b) => `${b} === 0 ? NaN : ${a} / ${b}`,
  repeats: [1],
  facts: ([a, b]) => {
    if (!a || !b) throw new TypeError('A quotient has two operands')
    const isAwayFromZero = b.low > 0 || b.high < 0
    const least = Math.min(Math.abs(b.low), Math.abs(b.high))
    const reach = isAwayFromZero ? sizeOf(a) / least : Infinity
    const isPositive = a.low >= 0 && b.low >= 0
    return trustedSizes(
      within(isPositive ? 0 : -reach, reach, {
        mayBeAbsent: isAnyAbsent([a, b]) || !isAwayFromZero,
        smallest: sizeOf(b) === Infinity ? 0 : a.smallest / sizeOf(b),
      }),
    )
  },
  bounds: (code, value, [a, b]) => {
    if (!a || !b) throw new TypeError('A quotient has two operands')
    // (ea + |v| eb) / (|b| - eb), and the rounding of the quotient itself.
    const above = plus(
      code,
      a.error,
      scaled(code, sizeCode(code, value), b.error),
    )
    const below = code.operation('subtract', sizeCode(code, b.value), b.error)
    const error = plus(
      code,
      isNothing(above) ? above : code.operation('share-of', above, below),
      rounded(code, value),
    )
    const isNearZero = code.isNear(b, code.bounded(code.number(0)))
    const doubt = code.either(doubtOf(code, a, b), isNearZero)
    return guarded(code, value, { error, doubt }, [a.value])
  },
  block: (out, n, a, b) => {
    for (let i = 0; i < n; i += 1) {
      const below = b[i] ?? NaN
      out[i] = below === 0 ? NaN : (a[i] ?? NaN) / below
    }
  },
}

/** Division by what is never zero. */
export const quotient: Operation = {
  ...divide,
  apply: (a, b) => a / b,
  text: (a, b) => `${a} / ${b}`,
  repeats: [],
  block: (out, n, a, b) => {
    for (let i = 0; i < n; i += 1) out[i] = (a[i] ?? NaN) / (b[i] ?? NaN)
  },
}

export const negate: Operation = {
  apply: (a) => -a,
  text: (a) => `-${a}`,
  facts: ([a]) => {
    if (!a) throw new TypeError('A negation has an operand')
    return negated(a)
  },
  bounds: (_, __, [a]) => {
    if (!a) throw new TypeError('A negation has an operand')
    return a
  },
}

export const absolute: Operation = {
  apply: (a) => Math.abs(a),
  text: (a) => `Math.abs(${a})`,
  facts: ([a]) => {
    if (!a) throw new TypeError('A size has an operand')
    const low = a.low > 0 ? a.low : a.high < 0 ? -a.high : 0
    return { ...a, low, high: sizeOf(a) }
  },
  bounds: (_, __, [a]) => {
    if (!a) throw new TypeError('A size has an operand')
    return a
  },
}
