/** Mistakes and remarks of data without what they say of restricted values. */
import { columnOfImputed } from '../data/imputed-cells.js'
import type { DataProblem } from '../data/problem.js'
import type { Methodology, Node } from '../methodology/methodology.js'
import { partsOf } from '../expression/parts.js'
import type { Expression } from '../expression/expression.js'
import { isRestricted, restrictionOf, type Sight } from './restriction.js'

const WITHHELD_WORDS =
  'something about restricted values, which is told to those who may see them.'

/** Problems about restricted values keep their place and lose their words. */
export function showProblems(
  problems: readonly DataProblem[],
  methodology: Methodology,
  sight: Sight,
): readonly DataProblem[] {
  if (sight === 'everything' || !isRestricted(methodology)) return problems
  return problems.map((problem) =>
    isWithheldProblem(problem, methodology)
      ? { ...problem, code: 'WITHHELD', message: WITHHELD_WORDS }
      : problem,
  )
}

/** Whether its words, or that there is one, may tell of a restricted value. */
export function isWithheldProblem(
  { code, column, message }: DataProblem,
  methodology: Methodology,
): boolean {
  if (column !== null && restrictedColumns(methodology).has(column)) return true
  switch (code) {
    case 'CHECK_FAILED':
      return !isOfOpenCheck(message, methodology)
    case 'VARIANT_AMBIGUOUS':
    case 'STILL_SKEWED':
    case 'CELL_NOT_USED': {
      const { touches } = restrictionOf(methodology)
      return methodology.nodes.some(
        (node) => nameOf(node) === column && touches(node),
      )
    }
    default:
      return false
  }
}

/** Columns of restricted inputs, and of those that a restricted value makes required. */
function restrictedColumns({ nodes }: Methodology): ReadonlySet<string> {
  const names = nodes.flatMap((node) => {
    if (node.kind !== 'input') return []
    const { column, isRestricted, requiredWhen } = node
    if (isRestricted) return [column, columnOfImputed(column)]
    return requiredWhen && readsRestricted(requiredWhen) ? [column] : []
  })
  return new Set(names)
}

/** The criterion, or the indicator with its steps. */
function nameOf(node: Node): string {
  return node.kind === 'step' ? node.indicator.name : node.name
}

/** A check is known by the words that it begins with: what was received comes after them. */
function isOfOpenCheck(message: string, { checks }: Methodology): boolean {
  return checks.some(({ says, formula, expression }) => {
    const words = says.en ?? says.ru ?? says.kk ?? ''
    return (
      !readsRestricted(expression) &&
      message.startsWith(`${words} (${formula}, here `)
    )
  })
}

/** Checks and `required_when` read inputs alone. */
function readsRestricted(expression: Expression): boolean {
  const { kind } = expression
  if (kind === 'column' || kind === 'previous') {
    const { column } = expression
    return column.kind === 'input' && column.isRestricted
  }
  return partsOf(expression).some(readsRestricted)
}
