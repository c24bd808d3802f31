/** The parts directly inside a part of a formula as written, in the order of the text. */
import type { Syntax } from './syntax.js'

export function syntaxParts(syntax: Syntax): readonly Syntax[] {
  switch (syntax.kind) {
    case 'number':
    case 'boolean':
    case 'word':
    case 'name':
      return []
    case 'terms':
    case 'factors':
    case 'logic':
    case 'call':
      return syntax.operands
    case 'power':
      return [syntax.base, syntax.exponent]
    case 'negation':
    case 'not':
      return [syntax.operand]
    case 'comparison':
      return [syntax.left, syntax.right]
    case 'choice':
      return [syntax.test, syntax.then, syntax.otherwise]
  }
}
