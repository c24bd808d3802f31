/** Truth in three values, as in SQL: false and absent is false, true or absent is true. */
import { isNothing } from '../bounds/terms.js'
import type { Builder } from '../code/builder.js'
import type { Code } from '../code/code.js'
import { CERTAIN, isAnyAbsent, TRUTH } from '../code/facts.js'
import type { Bounded, Bounds, Operation } from './operation.js'

export const and: Operation = {
  apply: (a, b) => (a === 0 || b === 0 ? 0 : a * b),
  text: (a, b) => `${a} === 0 || ${b} === 0 ? 0 : ${a} * ${b}`,
  repeats: [0, 1],
  facts: (operands) => ({ ...TRUTH, mayBeAbsent: isAnyAbsent(operands) }),
  bounds: (code, _, operands) => decidedBy(code, operands, 0),
}

export const or: Operation = {
  apply: (a, b) => (a === 1 || b === 1 ? 1 : a + b),
  text: (a, b) => `${a} === 1 || ${b} === 1 ? 1 : ${a} + ${b}`,
  repeats: [0, 1],
  facts: (operands) => ({ ...TRUTH, mayBeAbsent: isAnyAbsent(operands) }),
  bounds: (code, _, operands) => decidedBy(code, operands, 1),
}

/** One operand that decides without doubt leaves no doubt about the whole. */
function decidedBy(
  code: Builder,
  [a, b]: readonly Bounded[],
  deciding: 0 | 1,
): Bounds {
  if (!a || !b) throw new TypeError('Logic has two operands')
  const error = code.number(0)
  const isOpen = ({ value, doubt }: Bounded): Code =>
    code.either(doubt, code.operation('is-not', value, code.number(deciding)))
  const doubt = code.either(a.doubt, b.doubt)
  if (isNothing(doubt)) return { error, doubt }
  const undecided = code.both(isOpen(a), isOpen(b))
  return { error, doubt: code.both(doubt, undecided) }
}

export const not: Operation = {
  apply: (a) => 1 - a,
  text: (a) => `1 - ${a}`,
  facts: (operands) => ({ ...TRUTH, mayBeAbsent: isAnyAbsent(operands) }),
  bounds: (_, __, [a]) => {
    if (!a) throw new TypeError('A negation has an operand')
    return a
  },
}

/** 1 where there is a value, whatever it is. */
export const isPresent: Operation = {
  apply: (a) => (a === a ? 1 : 0),
  text: (a) => `${a} === ${a} ? 1 : 0`,
  repeats: [0],
  test: { isTrue: (a) => `${a} === ${a}`, isFalse: (a) => `${a} !== ${a}` },
  facts: () => CERTAIN,
  bounds: (code, _, [a]) => ({
    error: code.number(0),
    doubt: a?.doubt ?? code.number(0),
  }),
}

/** 1 where the first is any other number than the second, or absent. */
export const isNot: Operation = {
  apply: (a, b) => (a === b ? 0 : 1),
  text: (a, b) => `${a} === ${b} ? 0 : 1`,
  test: {
    isTrue: (a, b) => `${a} !== ${b}`,
    isFalse: (a, b) => `${a} === ${b}`,
  },
  facts: () => CERTAIN,
  bounds: (code, _, [a, b]) => ({
    error: code.number(0),
    doubt: code.either(a?.doubt ?? code.number(0), b?.doubt ?? code.number(0)),
  }),
}

/** Of values that are 1 or 0 and never absent. */
export const both: Operation = {
  apply: (a, b) => a & b,
  text: (a, b) => `${a} & ${b}`,
  facts: () => CERTAIN,
  bounds: (code, _, operands) => decidedBy(code, operands, 0),
}

/** Of values that are 1 or 0 and never absent. */
export const either: Operation = {
  apply: (a, b) => a | b,
  text: (a, b) => `${a} | ${b}`,
  facts: () => CERTAIN,
  bounds: (code, _, operands) => decidedBy(code, operands, 1),
}
