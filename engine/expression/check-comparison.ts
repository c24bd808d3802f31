/** Comparisons, of which levels are the hard part: of one scale, and in quotation marks. */
import { problem } from '../errors.js'
import { made, mismatch, short, type Checked } from './checked.js'
import { BOOLEAN } from './expression.js'
import { findName, type Scope } from './scope.js'
import type { Comparison, Syntax } from './syntax.js'
import { compareFault, levelTypo, sharedScale } from './type-rules.js'

const ORDERED = new Set<Comparison>(['<', '<=', '>', '>='])

export function checkComparison(
  syntax: Extract<Syntax, { kind: 'comparison' }>,
  scope: Scope,
  check: (part: Syntax) => Checked | null,
): Checked | null {
  const bare = bareLevel(syntax, scope, check)
  if (bare !== null) {
    const words = `levels stand in double quotes: "${bare}"`
    return mismatch(scope, syntax, words)
  }
  const left = check(syntax.left)
  const right = check(syntax.right)
  if (!left || !right) return null
  const words = compareFault(left, right, ORDERED.has(syntax.operator))
  if (words) {
    const typo = levelTypo(left, right)
    const info = { part: short(syntax), words }
    const found = problem('TYPE_MISMATCH', scope.at, info)
    scope.report({ ...found, part: syntax, ...(typo ? { typo } : {}) })
    return null
  }
  const scale = ORDERED.has(syntax.operator)
    ? sharedScale(left.type, right.type)
    : undefined
  return made(
    {
      kind: 'comparison',
      operator: syntax.operator,
      left: left.expression,
      right: right.expression,
      ...(scale ? { scale } : {}),
    },
    BOOLEAN,
  )
}

/** `kind == central` for `kind == "central"`: the commonest slip of all. */
function bareLevel(
  { left, right }: Extract<Syntax, { kind: 'comparison' }>,
  scope: Scope,
  check: (part: Syntax) => Checked | null,
): string | null {
  const [name] = right.kind === 'name' ? right.steps : []
  const isName = right.kind === 'name' && right.steps.length === 1
  if (!isName || name === undefined || left.kind !== 'name') return null
  if (findName(scope, name) || !findName(scope, left.steps[0] ?? ''))
    return null
  const type = check(left)?.type
  return type?.kind === 'level' && type.values.includes(name) ? name : null
}
