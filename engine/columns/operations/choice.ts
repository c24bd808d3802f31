/** Choices between values, and answers from a list. */
import { isAnyAbsent, union, within, ANY } from '../code/facts.js'
import { rounded } from '../bounds/terms.js'
import type { Operation } from './operation.js'

/** a ? b : c; absent where a is. */
export const select: Operation = {
  apply: (a, b, c) => (a === 1 ? b : a === 0 ? c : NaN),
  text: (a, b, c) => `${a} === 1 ? ${b} : ${a} === 0 ? ${c} : NaN`,
  repeats: [0],
  facts: ([a, b, c]) => {
    if (!a || !b || !c) throw new TypeError('A choice has three operands')
    const facts = union(b, c)
    return { ...facts, mayBeAbsent: facts.mayBeAbsent || a.mayBeAbsent }
  },
  bounds: (code, _, [a, b, c]) => {
    if (!a || !b || !c) throw new TypeError('A choice has three operands')
    const chosen = code.operation('select-doubt', a.value, b.doubt, c.doubt)
    const isSame = b.doubt === c.doubt && b.doubt.kind === 'number'
    return {
      error: code.select(a.value, b.error, c.error),
      doubt: code.either(a.doubt, isSame ? b.doubt : chosen),
    }
  },
  block: (out, n, test, then, otherwise) => {
    for (let i = 0; i < n; i += 1) {
      const a = test[i]
      out[i] =
        a === 1 ? (then[i] ?? NaN) : a === 0 ? (otherwise[i] ?? NaN) : NaN
    }
  },
}

/** Of truth values that are never absent: 0 where nothing is chosen. */
export const selectDoubt: Operation = {
  apply: (a, b, c) => (a === 1 ? b : a === 0 ? c : 0),
  text: (a, b, c) => `${a} === 1 ? ${b} : ${a} === 0 ? ${c} : 0`,
  repeats: [0],
  facts: () => within(0, 1, { mayBeAbsent: false, isWhole: true }),
  bounds: (code, _, [a, b, c]) => {
    if (!a || !b || !c) throw new TypeError('A choice has three operands')
    const chosen = code.operation('select-doubt', a.value, b.doubt, c.doubt)
    return { error: code.number(0), doubt: code.either(a.doubt, chosen) }
  },
}

/** The first that is there. */
export const firstPresent: Operation = {
  apply: (a, b) => (a === a ? a : b),
  text: (a, b) => `${a} === ${a} ? ${a} : ${b}`,
  repeats: [0],
  facts: ([a, b]) => {
    if (!a || !b) throw new TypeError('There are two to choose from')
    return { ...union(a, b), mayBeAbsent: a.mayBeAbsent && b.mayBeAbsent }
  },
  bounds: (code, _, [a, b]) => {
    if (!a || !b) throw new TypeError('There are two to choose from')
    const isThere = code.operation('is-present', a.value)
    return {
      error: code.select(isThere, a.error, b.error),
      doubt: code.either(
        a.doubt,
        code.select(isThere, code.number(0), b.doubt),
      ),
    }
  },
}

/** The answer for a whole number; its list stands in the code, and absence is answered by absence. */
export const lookUp: Operation = {
  apply: () => {
    throw new TypeError('The list of answers stands in the code')
  },
  text: (a, list) => `${a} === ${a} ? ${list}[${a}] : NaN`,
  repeats: [0],
  facts: (operands) => ({ ...ANY, mayBeAbsent: isAnyAbsent(operands) }),
  bounds: (code, value, [a]) => ({
    error: rounded(code, value),
    doubt: a?.doubt ?? code.number(0),
  }),
}
