/** The parts that error bounds are put together from. */
import type { Builder } from '../code/builder.js'
import type { Code } from '../code/code.js'
import { sizeOf, type Facts } from '../code/facts.js'
import { UNIT, type Bounded, type Bounds } from '../operations/operation.js'

/** Doubles beyond these sizes are not trusted: what leads there is computed exactly. */
export const LARGEST_SIZE = 1e150
export const SMALLEST_SIZE = 1e-150

export function isNothing(code: Code): boolean {
  return code.kind === 'number' && code.value === 0
}

/** The sum of the terms that are not zero. */
export function plus(code: Builder, ...terms: (Code | undefined)[]): Code {
  let fixed = 0
  let sum: Code | null = null
  for (const term of terms) {
    if (!term || isNothing(term)) continue
    if (term.kind === 'number') fixed += term.value
    else sum = sum ? code.operation('add', sum, term) : term
  }
  if (!sum) return code.number(fixed)
  return fixed === 0 ? sum : code.operation('add', sum, code.number(fixed))
}

export function scaled(code: Builder, a: Code, b: Code): Code {
  if (isNothing(a) || isNothing(b)) return code.number(0)
  if (a.kind === 'number' && b.kind === 'number') {
    return code.number(a.value * b.value)
  }
  if (a.kind === 'number' && a.value === 1) return b
  if (b.kind === 'number' && b.value === 1) return a
  return code.operation('multiply', a, b)
}

/** |x|. */
export function sizeCode(code: Builder, x: Code): Code {
  if (x.kind === 'number') return code.number(Math.abs(x.value))
  return x.facts.low >= 0 ? x : code.operation('absolute', x)
}

/** What rounding to a double adds to the error of a value. */
export function rounded(code: Builder, value: Code, units = UNIT): Code {
  if (value.facts.isWhole) return code.number(0)
  return scaled(code, code.number(units), sizeCode(code, value))
}

export function larger(code: Builder, a: Code, b: Code): Code {
  if (isNothing(a) || a === b) return b
  return isNothing(b) ? a : code.operation('max', a, b)
}

/** Doubt wherever any operand is in doubt. */
export function doubtOf(
  code: Builder,
  ...operands: (Bounded | undefined)[]
): Code {
  return operands.reduce(
    (doubt, each) => (each ? code.either(doubt, each.doubt) : doubt),
    code.number(0),
  )
}

/** True where a value with these facts may leave the sizes that doubles are trusted in. */
export function mayBeExtreme(facts: Facts): boolean {
  return (
    sizeOf(facts) >= LARGEST_SIZE ||
    (facts.smallest <= SMALLEST_SIZE && !facts.isWhole)
  )
}

/**
 * Doubt where a product or quotient has become too large or too small.
 * @param factors - where one of them is zero, so may the value be
 */
export function guarded(
  code: Builder,
  value: Code,
  { error, doubt }: Bounds,
  factors: readonly Code[],
): Bounds {
  if (!mayBeExtreme(value.facts)) return { error, doubt }
  const [a = value, b = a] = factors
  const extreme = code.operation('is-extreme', value, a, b)
  return { error, doubt: code.either(doubt, extreme) }
}

/**
 * The facts of a value whose extremes are in doubt anyway. What leaves the trusted
 * sizes may leave those of the language too, and is then absent.
 */
export function trustedSizes(facts: Facts): Facts {
  return {
    ...facts,
    mayBeAbsent: facts.mayBeAbsent || mayBeExtreme(facts),
    low: Math.max(facts.low, -LARGEST_SIZE),
    high: Math.min(facts.high, LARGEST_SIZE),
    smallest: Math.max(facts.smallest, SMALLEST_SIZE),
  }
}
