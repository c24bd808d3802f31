/** A value of the language as column code. */
import type { Builder } from '../code/builder.js'
import type { Code } from '../code/code.js'

export interface Lowered {
  /** NaN where it is missing or not applicable; truth values 1 and 0, words by the dictionary. */
  readonly value: Code
  /** 1 where it is not applicable, else 0; never absent. */
  readonly notApplicable: Code
}

/** A value that is never not applicable. */
export function applicable(code: Builder, value: Code): Lowered {
  return { value, notApplicable: code.number(0) }
}

/** Missing in every row. */
export function alwaysMissing(code: Builder): Lowered {
  return applicable(code, code.number(NaN))
}

/** 1 where any of them is not applicable. */
export function anyNotApplicable(
  code: Builder,
  values: readonly Lowered[],
): Code {
  return values.reduce(
    (so, { notApplicable }) => code.either(so, notApplicable),
    code.number(0),
  )
}

/**
 * What arithmetic, comparisons and functions give: absent where an operand is,
 * not applicable where one is not applicable.
 *
 * @param value - NaN where an operand is
 */
export function resultOf(
  code: Builder,
  value: Code,
  operands: readonly Lowered[],
): Lowered {
  return { value, notApplicable: anyNotApplicable(code, operands) }
}

/** One or the other, by a test that is 1, 0 or absent. */
export function choose(
  code: Builder,
  test: Lowered,
  then: Lowered,
  otherwise: Lowered,
): Lowered {
  const chosen = code.operation(
    'select-doubt',
    test.value,
    then.notApplicable,
    otherwise.notApplicable,
  )
  return {
    value: code.select(test.value, then.value, otherwise.value),
    notApplicable: code.either(test.notApplicable, chosen),
  }
}

/** By a test that is 1 or 0 and never absent. */
export function chooseCertain(
  code: Builder,
  test: Code,
  then: Lowered,
  otherwise: Lowered,
): Lowered {
  return choose(code, applicable(code, test), then, otherwise)
}

/** 1 where there is a value. */
export function isThere(code: Builder, { value }: Lowered): Code {
  return code.isPresent(value)
}

/** 1 where it is missing, and not where it is not applicable. */
export function isMissing(code: Builder, lowered: Lowered): Code {
  const absent = code.opposite(isThere(code, lowered))
  return code.both(absent, code.opposite(lowered.notApplicable))
}
