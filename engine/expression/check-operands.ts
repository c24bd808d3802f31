/** Operands that must all be numbers, or all be true or false. */
import { misfit, type Checked } from './checked.js'
import type { Expression } from './expression.js'
import type { Scope } from './scope.js'
import type { Syntax } from './syntax.js'
import { describeType } from './type-rules.js'

/** Every operand must be of the type; null where one has a mistake. */
function all(
  operands: readonly Syntax[],
  scope: Scope,
  check: (part: Syntax) => Checked | null,
  type: 'number' | 'boolean',
): readonly Expression[] | null {
  const checked = operands.map((operand) => {
    const result = check(operand)
    if (!result || result.type.kind === type) return result
    return misfit(
      scope,
      operand,
      result,
      `${describeType(result.type)} stands where ${type === 'number' ? 'a number' : 'true or false'} is needed`,
    )
  })
  return checked.every((result) => result !== null)
    ? checked.map((result) => result.expression)
    : null
}

export const numbers = (
  operands: readonly Syntax[],
  scope: Scope,
  check: (part: Syntax) => Checked | null,
) => all(operands, scope, check, 'number')

export const booleans = (
  operands: readonly Syntax[],
  scope: Scope,
  check: (part: Syntax) => Checked | null,
) => all(operands, scope, check, 'boolean')
