/** Which rows of its table an entry with `each` is made for. */
import { evaluateExpression } from '../../evaluation/evaluate-expression.js'
import { buildRows } from '../../evaluation/rows.js'
import { NO_SURROUNDINGS } from '../../evaluation/surroundings.js'
import type { Expression } from '../../expression/expression.js'
import { partsOf } from '../../expression/parts.js'
import { problem, type Problem } from '../../errors.js'
import type { Path } from '../../source/path.js'
import { Draft } from '../draft.js'
import type { Entry } from '../entry.js'

/**
 * @param formula - with the cells of the row put in
 * @returns whether the row is meant, or the mistakes of the formula
 */
export function isMeantRow(
  formula: string,
  at: Path,
  root: Entry,
): boolean | readonly Problem[] {
  const draft = new Draft(root, [])
  const checked = draft.formulaText(formula, draft.population, at)
  if (!checked) return draft.problems
  if (checked.type.kind !== 'boolean') {
    const words = 'a condition is true or false; compare something'
    return [problem('TYPE_MISMATCH', at, { part: formula, words })]
  }
  const stranger = builtInOf(checked.expression)
  if (stranger !== null) {
    const what = 'a column of the row; rows are chosen before anything is known'
    return [problem('UNKNOWN_NAME', at, { name: stranger, what })]
  }
  const nobody = { year: 0, bodies: [], broken: new Set<string>(), sha256: '' }
  const nowhere = buildRows(draft, nobody, NO_SURROUNDINGS)
  const frame = { row: nowhere, node: 'each' }
  const value = evaluateExpression(checked.expression, frame)
  return value.kind === 'boolean' && value.boolean
}

/** The first name of the expression that only a run knows. */
function builtInOf(expression: Expression): string | null {
  if (expression.kind === 'built-in') return expression.name
  for (const part of partsOf(expression)) {
    const found = builtInOf(part)
    if (found !== null) return found
  }
  return null
}
