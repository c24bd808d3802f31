/** What an operation comes to before it runs. */
import type { OperationName } from '../operations/table.js'
import type { Builder } from './builder.js'
import type { Code } from './code.js'

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
      return b && isNumber(b, 1) ? a : null
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
      return b === c && !a.facts.mayBeAbsent ? b : null
    default:
      return null
  }
}

function isNumber(code: Code, value: number): boolean {
  return code.kind === 'number' && code.value === value
}

/** Code that is absent in every row. */
export function isAbsent(code: Code): boolean {
  return code.kind === 'number' && Number.isNaN(code.value)
}
