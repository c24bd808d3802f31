/**
 * Resolves the names of a formula and checks its types. Every mistake of the
 * formula is reported; a part with a mistake has no type and is not reported
 * twice.
 */
import { parseDecimal } from '../number/text.js'
import { booleanValue, numberValue } from '../value.js'
import { checkCall } from './check-call.js'
import { checkChoice } from './check-choice.js'
import { checkComparison } from './check-comparison.js'
import { checkName } from './check-name.js'
import { booleans, numbers } from './check-operands.js'
import { constant, made, mismatch, type Checked, type Rows } from './checked.js'
import { BOOLEAN, NUMBER } from './expression.js'
import type { Scope } from './scope.js'
import type { Syntax } from './syntax.js'

/** @returns null where the formula has a mistake, which has been reported */
export function checkSyntax(
  syntax: Syntax,
  scope: Scope,
  rows: Rows | null = null,
): Checked | null {
  const { here } = scope
  const outer = here.part
  here.part = syntax
  const checked = checkPart(syntax, scope, rows)
  here.part = outer
  return checked
}

function checkPart(
  syntax: Syntax,
  scope: Scope,
  rows: Rows | null,
): Checked | null {
  const check = (part: Syntax) => checkSyntax(part, scope, rows)
  switch (syntax.kind) {
    case 'number': {
      const number = parseDecimal(syntax.text)
      if (typeof number === 'string') {
        return mismatch(
          scope,
          syntax,
          'the number is beyond 10^400, below 10^-400, or has more than 200 digits',
        )
      }
      return constant(numberValue(number), syntax, NUMBER)
    }
    case 'boolean':
      return constant(booleanValue(syntax.boolean), syntax, BOOLEAN)
    case 'word':
      return constant({ kind: 'word', word: syntax.word }, syntax, {
        kind: 'level',
        values: [syntax.word],
        written: true,
      })
    case 'name':
      return checkName(syntax, scope, rows)
    case 'terms':
    case 'factors': {
      const operands = numbers(syntax.operands, scope, check)
      return operands && made({ ...syntax, operands }, NUMBER)
    }
    case 'power': {
      const parts = numbers([syntax.base, syntax.exponent], scope, check)
      const [base, exponent] = parts ?? []
      return base && exponent
        ? made({ kind: 'power', base, exponent }, NUMBER)
        : null
    }
    case 'negation': {
      const [operand] = numbers([syntax.operand], scope, check) ?? []
      return operand ? made({ kind: 'negation', operand }, NUMBER) : null
    }
    case 'not': {
      const [operand] = booleans([syntax.operand], scope, check) ?? []
      return operand ? made({ kind: 'not', operand }, BOOLEAN) : null
    }
    case 'logic': {
      const operands = booleans(syntax.operands, scope, check)
      return operands && made({ ...syntax, operands }, BOOLEAN)
    }
    case 'comparison':
      return checkComparison(syntax, scope, check)
    case 'choice':
      return checkChoice(syntax, scope, check)
    case 'call':
      return checkCall(syntax, scope, rows)
  }
}
