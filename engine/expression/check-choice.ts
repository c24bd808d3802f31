/** `test ? then : otherwise`: both sides are of one type. */
import { booleans } from './check-operands.js'
import { made, mismatch, type Checked } from './checked.js'
import type { Scope } from './scope.js'
import type { Syntax } from './syntax.js'
import { describeType, joinTypes } from './type-rules.js'

export function checkChoice(
  syntax: Extract<Syntax, { kind: 'choice' }>,
  scope: Scope,
  check: (part: Syntax) => Checked | null,
): Checked | null {
  const [test] = booleans([syntax.test], scope, check) ?? []
  const then = check(syntax.then)
  const otherwise = check(syntax.otherwise)
  if (!test || !then || !otherwise) return null
  const type = joinTypes(then.type, otherwise.type)
  if (!type) {
    return mismatch(
      scope,
      syntax,
      `one branch is ${describeType(then.type)}, the other ${describeType(otherwise.type)}`,
    )
  }
  return made(
    {
      kind: 'choice',
      test,
      then: then.expression,
      otherwise: otherwise.expression,
    },
    type,
  )
}
