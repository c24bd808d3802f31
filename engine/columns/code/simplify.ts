/** What an operation comes to before it runs. */
import type { OperationName } from '../operations/table.js'
import type { Builder } from './builder.js'
import type { Code, OperationCode } from './code.js'

/** Simpler code for the same, or null. */
export function simplified(
  code: Builder,
  name: OperationName,
  [a, b, c]: readonly Code[],
): Code | null {
  if (!a) return null
  switch (name) {
    case 'add':
      return b ? (isNumber(a, 0) ? b : isNumber(b, 0) ? a : null) : null
    case 'subtract':
      return b && isNumber(b, 0) ? a : null
    case 'multiply':
      return b ? (isNumber(a, 1) ? b : isNumber(b, 1) ? a : null) : null
    case 'divide':
      if (b && isNumber(b, 1)) return a
      return b && isAwayFromZero(b) ? code.operation('quotient', a, b) : null
    case 'power':
      if (b && isNumber(b, 1)) return a
      return b && isNumber(b, 0) ? oneWherePresent(code, a) : null
    case 'either':
      if (!b || a === b) return a
      if (isNumber(a, 0) || isNumber(b, 1)) return b
      return isNumber(b, 0) || isNumber(a, 1) ? a : null
    case 'both':
    case 'and':
      if (!b || a === b) return a
      if (isNumber(a, 1) || isNumber(b, 0)) return b
      return isNumber(b, 1) || isNumber(a, 0) ? a : null
    case 'or':
      if (!b || a === b) return a
      if (isNumber(a, 0) || isNumber(b, 1)) return b
      return isNumber(b, 0) || isNumber(a, 1) ? a : null
    case 'not':
      return a.kind === 'number' && !isAbsent(a)
        ? code.number(1 - a.value)
        : null
    case 'is-present':
      if (isAbsent(a)) return code.number(0)
      return a.facts.mayBeAbsent ? null : code.number(1)
    case 'is-not':
      if (a.kind !== 'number' || b?.kind !== 'number') return null
      return code.number(a.value === b.value ? 0 : 1)
    case 'first-present':
      if (!b || !a.facts.mayBeAbsent || a === b) return a
      return isAbsent(a) ? b : null
    case 'select':
    case 'select-doubt':
      if (!b || !c) return null
      if (isNumber(a, 1)) return b
      if (isNumber(a, 0)) return c
      if (isAbsent(a)) return name === 'select' ? a : code.number(0)
      if (isAbsent(b) && isDivisionByZero(a, c)) return c
      if (name === 'select' && isFalseWhereAbsent(a)) {
        return code.select(isNotTrue(code, a), c, b)
      }
      return b === c && !a.facts.mayBeAbsent ? b : null
    default:
      return null
  }
}

function isAwayFromZero({ facts, kind }: Code): boolean {
  return (facts.low > 0 || facts.high < 0) && kind !== 'setting'
}

function oneWherePresent(code: Builder, a: Code): Code {
  if (!a.facts.mayBeAbsent) return code.number(1)
  return code.select(code.isPresent(a), code.number(1), code.number(NaN))
}

/** x == 0 ? absent : y / x is y / x, which is absent there by itself. */
function isDivisionByZero(test: Code, division: Code): boolean {
  if (test.kind !== 'operation' || test.operation !== 'equal') return false
  if (division.kind !== 'operation' || division.operation !== 'divide') {
    return false
  }
  const [x, zero] = test.operands
  return x === division.operands[1] && zero !== undefined && isNumber(zero, 0)
}

/** A truth value that is false where it is absent. */
function isFalseWhereAbsent(a: Code): a is OperationCode {
  const otherwise = a.kind === 'operation' ? a.operands[1] : undefined
  return (
    a.kind === 'operation' &&
    a.operation === 'first-present' &&
    otherwise !== undefined &&
    isNumber(otherwise, 0)
  )
}

/** Whether it is absent need not be asked: neither is true. */
function isNotTrue(code: Builder, { operands: [a] }: OperationCode): Code {
  if (!a) throw new TypeError('There is one to choose')
  return code.operation('is-not', a, code.number(1))
}

function isNumber(code: Code, value: number): boolean {
  return code.kind === 'number' && code.value === value
}

/** Code that is absent in every row. */
export function isAbsent(code: Code): boolean {
  return code.kind === 'number' && Number.isNaN(code.value)
}
