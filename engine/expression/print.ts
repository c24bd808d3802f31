/** A formula back as text that parses to the same tree, with brackets only where they are needed. */
import type { Syntax } from './syntax.js'

/** Binding strength, as mathjs has it; atoms bind strongest. */
const STRENGTH: { readonly [K in Syntax['kind']]: number } = {
  choice: 1,
  logic: 2,
  comparison: 4,
  terms: 5,
  factors: 6,
  not: 7,
  negation: 7,
  power: 8,
  number: 9,
  boolean: 9,
  word: 9,
  name: 9,
  call: 9,
}

export function printSyntax(syntax: Syntax): string {
  switch (syntax.kind) {
    case 'number':
      return syntax.text
    case 'boolean':
      return String(syntax.boolean)
    case 'word':
      return `"${syntax.word}"`
    case 'name':
      return syntax.steps.join('.')
    case 'terms':
    case 'factors':
      return chain(syntax)
    case 'power':
      return `${inside(syntax.base, 9)} ^ ${inside(syntax.exponent, 9)}`
    case 'negation':
      return `-${inside(syntax.operand, 8)}`
    case 'not':
      return `not ${inside(syntax.operand, 8)}`
    case 'comparison':
      return `${inside(syntax.left, 5)} ${syntax.operator} ${inside(syntax.right, 5)}`
    case 'logic':
      return syntax.operands
        .map((operand) => inside(operand, 4))
        .join(` ${syntax.operator} `)
    case 'choice': {
      const { test, then, otherwise } = syntax
      return `${inside(test, 2)} ? ${inside(then, 2)} : ${inside(otherwise, 1)}`
    }
    case 'call':
      return `${syntax.name}(${syntax.operands.map(printSyntax).join(', ')})`
  }
}

function chain(
  syntax: Extract<Syntax, { readonly kind: 'terms' | 'factors' }>,
): string {
  const least = STRENGTH[syntax.kind] + 1
  return syntax.operands
    .map((operand, index) => {
      const text = inside(operand, least)
      return index === 0 ? text : `${syntax.operators[index - 1] ?? ''} ${text}`
    })
    .join(' ')
}

/** In brackets where the operand binds weaker than its place asks for. */
function inside(operand: Syntax, least: number): string {
  const text = printSyntax(operand)
  const isNegative = operand.kind === 'number' && text.startsWith('-')
  return STRENGTH[operand.kind] < least || isNegative ? `(${text})` : text
}
