/** What error bounds are decided by. */
import { LARGEST_SIZE, SMALLEST_SIZE } from '../bounds/terms.js'
import { CERTAIN, within } from '../code/facts.js'
import type { Operation } from './operation.js'

/** 1 where a and b are there and closer than the error c; values without error are never near. */
export const isNear: Operation = {
  apply: (a, b, c) =>
    !(Math.abs(a - b) > c) && c !== 0 && a === a && b === b ? 1 : 0,
  text: (a, b, c) =>
    `!(Math.abs(${a} - ${b}) > ${c}) && ${c} !== 0 && ${a} === ${a} && ${b} === ${b} ? 1 : 0`,
  repeats: [0, 1, 2],
  facts: () => CERTAIN,
}

/** 1 where a is too large or too small for doubles to be trusted; a zero that a factor is, is none. */
export const isExtreme: Operation = {
  apply: (a, b, c) => {
    const size = Math.abs(a)
    if (!(size >= LARGEST_SIZE) && size >= SMALLEST_SIZE) return 0
    if (size >= LARGEST_SIZE) return 1
    return size < SMALLEST_SIZE && b !== 0 && c !== 0 ? 1 : 0
  },
  text: (a, b, c) =>
    `Math.abs(${a}) >= ${LARGEST_SIZE} || Math.abs(${a}) < ${SMALLEST_SIZE} && ${b} !== 0 && ${c} !== 0 ? 1 : 0`,
  repeats: [0],
  facts: () => CERTAIN,
}

/** The error b where the value a is not zero: a difference that is zero is zero. */
export const unlessZero: Operation = {
  apply: (a, b) => (a === 0 ? 0 : b),
  text: (a, b) => `${a} === 0 ? 0 : ${b}`,
  facts: ([, b]) => {
    if (!b) throw new TypeError('An error has a bound')
    return { ...b, low: Math.min(0, b.low) }
  },
}

/** a / b of errors: nothing of nothing, and without bound where b is not above zero. */
export const shareOf: Operation = {
  apply: (a, b) => (a === 0 ? 0 : b > 0 ? a / b : Infinity),
  text: (a, b) => `${a} === 0 ? 0 : ${b} > 0 ? ${a} / ${b} : Infinity`,
  repeats: [0, 1],
  facts: () => within(0, Infinity, { mayBeAbsent: true }),
}

/** 1 where there is a value and its error b has no bound. */
export const isUnbounded: Operation = {
  apply: (a, b) => (a === a && !(b < Infinity) ? 1 : 0),
  text: (a, b) => `${a} === ${a} && !(${b} < Infinity) ? 1 : 0`,
  repeats: [0],
  facts: () => CERTAIN,
}

/** 1 where there is a value whose error b is more than the share c of it. */
export const isCoarse: Operation = {
  apply: (a, b, c) => (b > c * Math.abs(a) ? 1 : 0),
  text: (a, b, c) => `${b} > ${c} * Math.abs(${a}) ? 1 : 0`,
  facts: () => CERTAIN,
}
