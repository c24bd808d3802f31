/**
 * A formula as text that is the same for the same tree: spaces, brackets that
 * change nothing and the writing of numbers are no difference.
 */
import { parseFormula } from '../expression/parse.js'
import { printSyntax } from '../expression/print.js'
import type { Syntax } from '../expression/syntax.js'
import { decimalText, parseDecimal } from '../number/text.js'

/** @returns null where the text is no formula */
export function formulaMeaning(
  text: string,
  nameOf: (name: string) => string,
): string | null {
  const parsed = parseFormula(text, [])
  return 'problem' in parsed ? null : printSyntax(plain(parsed.syntax, nameOf))
}

/** The same tree with numbers in one writing, names renamed and chains unrolled. */
function plain(syntax: Syntax, nameOf: (name: string) => string): Syntax {
  const of = (part: Syntax) => plain(part, nameOf)
  switch (syntax.kind) {
    case 'number': {
      const value = parseDecimal(syntax.text)
      const text = typeof value === 'string' ? syntax.text : decimalText(value)
      return { kind: 'number', text }
    }
    case 'boolean':
    case 'word':
      return syntax
    case 'name':
      return { kind: 'name', steps: syntax.steps.map(nameOf) }
    case 'terms': {
      const { operands, operators } = unrolled(syntax.operands.map(of), {
        kind: 'terms',
        operators: syntax.operators,
        plus: '+',
      })
      return { kind: 'terms', operands, operators: operators as ('+' | '-')[] }
    }
    case 'factors': {
      const { operands, operators } = unrolled(syntax.operands.map(of), {
        kind: 'factors',
        operators: syntax.operators,
        plus: '*',
      })
      return {
        kind: 'factors',
        operands,
        operators: operators as ('*' | '/')[],
      }
    }
    case 'power':
      return {
        kind: 'power',
        base: of(syntax.base),
        exponent: of(syntax.exponent),
      }
    case 'negation':
    case 'not':
      return { kind: syntax.kind, operand: of(syntax.operand) }
    case 'comparison':
      return { ...syntax, left: of(syntax.left), right: of(syntax.right) }
    case 'logic': {
      const operands = syntax.operands
        .map(of)
        .flatMap((part) =>
          part.kind === 'logic' && part.operator === syntax.operator
            ? part.operands
            : [part],
        )
      return { ...syntax, operands }
    }
    case 'choice':
      return {
        kind: 'choice',
        test: of(syntax.test),
        then: of(syntax.then),
        otherwise: of(syntax.otherwise),
      }
    case 'call':
      return { ...syntax, operands: syntax.operands.map(of) }
  }
}

interface Chain {
  readonly kind: 'terms' | 'factors'
  readonly operators: readonly string[]
  /** The operator behind which brackets change nothing. */
  readonly plus: string
}

/** `a + (b - c)` is `a + b - c`; `a - (b - c)` stays as it is. */
function unrolled(operands: readonly Syntax[], chain: Chain) {
  const flat: Syntax[] = []
  const operators: string[] = []
  for (const [index, operand] of operands.entries()) {
    const before = index === 0 ? chain.plus : (chain.operators[index - 1] ?? '')
    if (index > 0) operators.push(before)
    const isChain = operand.kind === 'terms' || operand.kind === 'factors'
    if (isChain && operand.kind === chain.kind && before === chain.plus) {
      flat.push(...operand.operands)
      operators.push(...operand.operators)
    } else flat.push(operand)
  }
  return { operands: flat, operators }
}
