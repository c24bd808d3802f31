/** The smaller and the larger of two values. */
import { doubtOf, larger } from '../bounds/terms.js'
import type { Builder } from '../code/builder.js'
import type { Code } from '../code/code.js'
import { isAnyAbsent, type Facts } from '../code/facts.js'
import type { Bounded, Bounds, Operation } from './operation.js'

export const min: Operation = {
  apply: (a, b) => Math.min(a, b),
  text: (a, b) => `Math.min(${a}, ${b})`,
  facts: ([a, b]) => extremeFacts(a, b, Math.min),
  bounds: extremeBounds,
  block: (out, n, a, b) => {
    for (let i = 0; i < n; i += 1) {
      out[i] = Math.min(a[i] ?? NaN, b[i] ?? NaN)
    }
  },
}

export const max: Operation = {
  apply: (a, b) => Math.max(a, b),
  text: (a, b) => `Math.max(${a}, ${b})`,
  facts: ([a, b]) => extremeFacts(a, b, Math.max),
  bounds: extremeBounds,
  block: (out, n, a, b) => {
    for (let i = 0; i < n; i += 1) {
      out[i] = Math.max(a[i] ?? NaN, b[i] ?? NaN)
    }
  },
}

function extremeFacts(
  a: Facts | undefined,
  b: Facts | undefined,
  choose: (x: number, y: number) => number,
): Facts {
  if (!a || !b) throw new TypeError('There are two to compare')
  return {
    mayBeAbsent: isAnyAbsent([a, b]),
    low: choose(a.low, b.low),
    high: choose(a.high, b.high),
    smallest: Math.min(a.smallest, b.smallest),
    isWhole: a.isWhole && b.isWhole,
    isDecimal: a.isDecimal && b.isDecimal,
  }
}

/** Neither of them moves the result further than itself has moved. */
function extremeBounds(
  code: Builder,
  _: Code,
  [a, b]: readonly Bounded[],
): Bounds {
  if (!a || !b) throw new TypeError('There are two to compare')
  return { error: larger(code, a.error, b.error), doubt: doubtOf(code, a, b) }
}
