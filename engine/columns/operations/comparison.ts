/** Comparisons: 1, 0, or absent where an operand is. */
import { doubtOf } from '../bounds/terms.js'
import { isAnyAbsent, TRUTH } from '../code/facts.js'
import type { Operation } from './operation.js'

export const less: Operation = {
  apply: (a, b) => (a < b ? 1 : a >= b ? 0 : NaN),
  text: (a, b) => `${a} < ${b} ? 1 : ${a} >= ${b} ? 0 : NaN`,
  repeats: [0, 1],
  test: {
    isTrue: (a, b) => `${a} < ${b}`,
    isFalse: (a, b) => `${a} >= ${b}`,
  },
  ...comparison(),
  block: (out, n, left, right) => {
    for (let i = 0; i < n; i += 1) {
      const [a, b] = [left[i] ?? NaN, right[i] ?? NaN]
      out[i] = a < b ? 1 : a >= b ? 0 : NaN
    }
  },
}

export const lessOrEqual: Operation = {
  apply: (a, b) => (a <= b ? 1 : a > b ? 0 : NaN),
  text: (a, b) => `${a} <= ${b} ? 1 : ${a} > ${b} ? 0 : NaN`,
  repeats: [0, 1],
  test: {
    isTrue: (a, b) => `${a} <= ${b}`,
    isFalse: (a, b) => `${a} > ${b}`,
  },
  ...comparison(),
  block: (out, n, left, right) => {
    for (let i = 0; i < n; i += 1) {
      const [a, b] = [left[i] ?? NaN, right[i] ?? NaN]
      out[i] = a <= b ? 1 : a > b ? 0 : NaN
    }
  },
}

export const equal: Operation = {
  apply: (a, b) => (a === b ? 1 : a < b || a > b ? 0 : NaN),
  text: (a, b) => `${a} === ${b} ? 1 : ${a} < ${b} || ${a} > ${b} ? 0 : NaN`,
  repeats: [0, 1],
  test: {
    isTrue: (a, b) => `${a} === ${b}`,
    isFalse: (a, b) => `(${a} < ${b} || ${a} > ${b})`,
  },
  ...comparison(),
  block: (out, n, left, right) => {
    for (let i = 0; i < n; i += 1) {
      const [a, b] = [left[i] ?? NaN, right[i] ?? NaN]
      out[i] = a === b ? 1 : a < b || a > b ? 0 : NaN
    }
  },
}

/** What all comparisons have in common: a bound decides, or leaves them in doubt. */
function comparison(): Pick<Operation, 'facts' | 'bounds'> {
  return {
    facts: (operands) => ({ ...TRUTH, mayBeAbsent: isAnyAbsent(operands) }),
    bounds: (code, _, [a, b]) => {
      if (!a || !b) throw new TypeError('A comparison has two operands')
      const doubt = code.either(doubtOf(code, a, b), code.isNear(a, b))
      return { error: code.number(0), doubt }
    },
  }
}
