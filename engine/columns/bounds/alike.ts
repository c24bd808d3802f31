/**
 * Values that are made the same way of different decimals, as `fact - base` and
 * `plan - base`: their order is that of the decimals, whatever the errors are,
 * wherever their doubles differ or the decimals agree.
 */
import type { Builder } from '../code/builder.js'
import type { Code, OperationCode } from '../code/code.js'

/** 1 where doubles cannot tell the order of a and b; null where they are not made alike. */
export function nearnessOfAlike(code: Builder, a: Code, b: Code): Code | null {
  if (a.kind !== 'operation' || b.kind !== 'operation') return null
  if (a.operation !== b.operation) return null
  if (a.operation === 'select') return ofChoices(code, a, b)
  if (a.operation !== 'subtract') return null
  const [x, y] = a.operands
  const [u, v] = b.operands
  if (!x || !y || !u || !v) return null
  if (x === u) return ofDecimals(code, y, v, a, b)
  return y === v ? ofDecimals(code, x, u, a, b) : null
}

function ofChoices(
  code: Builder,
  { operands: [test, a, b] }: OperationCode,
  { operands: [other, c, d] }: OperationCode,
): Code | null {
  if (!test || test !== other || !a || !b || !c || !d) return null
  const then = nearnessOfAlike(code, a, c)
  const otherwise = nearnessOfAlike(code, b, d)
  if (!then || !otherwise) return null
  // Doubt about the test is doubt about both values already.
  return code.operation('select-doubt', test, then, otherwise)
}

/** Subtraction keeps the order of doubles, and may make two of them equal. */
function ofDecimals(
  code: Builder,
  x: Code,
  y: Code,
  a: Code,
  b: Code,
): Code | null {
  if (!x.facts.isDecimal || !y.facts.isDecimal) return null
  const areEqual = code.opposite(code.operation('is-not', a, b))
  return code.both(areEqual, code.operation('is-not', x, y))
}
