/** Names of a formula: what each stands for where the formula stands, or why it may not stand there. */
import { haveSameGroups, isGrouped } from '../methodology/grouped.js'
import type {
  Column,
  InputNode,
  Parameter,
} from '../methodology/methodology.js'
import { closest } from '../source/closest.js'
import { findBuiltIn } from './built-in.js'
import { made, mismatch, report, type Checked, type Rows } from './checked.js'
import { NUMBER, type Expression } from './expression.js'
import { findName, findTable, visibleNames, type Scope } from './scope.js'
import type { Syntax } from './syntax.js'
import { varyingFault } from './varying.js'

export function checkName(
  syntax: Extract<Syntax, { kind: 'name' }>,
  scope: Scope,
  rows: Rows | null,
): Checked | null {
  const { steps } = syntax
  const text = steps.join('.')
  const [first = ''] = steps
  if (steps.length === 1) {
    if (scope.hasArgument && first === 'x') {
      return made({ kind: 'argument' }, NUMBER)
    }
    if (scope.hasEnds && (first === 'x_least' || first === 'x_most')) {
      const end = first === 'x_least' ? 'least' : 'most'
      return made({ kind: 'argument', end }, NUMBER)
    }
    const found = findName(scope, first)
    if (found && 'value' in found) {
      return useParameter(found, scope)
    }
    if (found) return useColumn(found, text, scope)
    const builtIn = findBuiltIn(scope, first)
    if (builtIn) return builtIn
    if (findTable(scope.level, steps)) {
      return mismatch(
        scope,
        syntax,
        'a table has many rows; aggregate one of its columns, as sum(table.column)',
      )
    }
    return unknown(text, scope)
  }
  if (first === 'population' && !scope.level.tables.has(first)) {
    const column = scope.population.columns.get(steps.slice(1).join('.'))
    if (!column) return unknown(text, scope)
    const used = useColumn(column, text, scope)
    return used && rows === null ? checkGroups(used, column, scope) : used
  }
  const path = steps.slice(0, -1)
  const table = findTable(scope.level, path)
  if (!table) return unknownTable(syntax, scope)
  const column = table.columns.get(steps.at(-1) ?? '')
  if (!column) return unknown(text, scope)
  const inRow =
    rows !== null && path.every((step, index) => rows.steps[index] === step)
  if (!inRow) {
    return mismatch(
      scope,
      syntax,
      'a column of a table has many values; aggregate it, as mean(table.column)',
    )
  }
  return useColumn(column, text, scope)
}

/** On the population itself there is no body whose group could be meant. */
function checkGroups(
  used: Checked,
  column: Column,
  scope: Scope,
): Checked | null {
  if (scope.level !== scope.population || !isGrouped(column)) return used
  if (haveSameGroups(column.among, scope.among)) return used
  return report(scope, 'WRONG_ARGUMENTS', {
    name: column.name,
    words: `it has one value for each group of "${column.among.population}". Say "among: ${column.among.population}" here as well, or read it in a formula of the body.`,
  })
}

function useParameter(parameter: Parameter, scope: Scope): Checked | null {
  if (scope.isBroken(parameter)) return null
  const fault = varyingFault(parameter, scope)
  if (fault === null) return made({ kind: 'parameter', parameter }, NUMBER)
  const { name } = parameter
  return report(scope, 'WRONG_ARGUMENTS', { name, words: fault })
}

function useColumn(
  column: Extract<Expression, { kind: 'column' }>['column'],
  text: string,
  scope: Scope,
): Checked | null {
  scope.used(column)
  if (scope.isBroken(column)) return null
  const given = givenInput(column)
  if (scope.inputsOnly && !given) {
    return report(scope, 'WRONG_ARGUMENTS', {
      name: text,
      words:
        'it is computed, and this formula checks the data before anything is computed. Use inputs.',
    })
  }
  const read = scope.inputsOnly && given ? given : column
  return made({ kind: 'column', column: read, text }, read.type)
}

/** The cell of the data that a name stands for; null for what is computed. */
function givenInput(column: Column): InputNode | null {
  if (column.kind === 'input') return column
  if (column.kind === 'indicator') return column.input
  if (column.kind !== 'criterion') return null
  return column.maker.kind === 'judged' ? column.maker.input : null
}

function unknown(name: string, scope: Scope): null {
  if (scope.isLost(name)) return null
  const near = closest(name, visibleNames(scope))
  return report(scope, 'UNKNOWN_NAME', {
    name,
    what:
      name === 'place' || name === 'below'
        ? `a name of formulas; a condition reads it as { fact: ${name}, ranking: NAME, operator: lessThanInclusive, value: 3 }`
        : 'a name that this formula can use',
    ...(near ? { closest: near } : {}),
  })
}

/** A table that is not below the own row: of an enclosing row, or of nobody. */
export function unknownTable(
  syntax: Extract<Syntax, { kind: 'name' }>,
  scope: Scope,
): null {
  const { steps } = syntax
  const [first = ''] = steps
  const own = scope.level
  for (let level: typeof own.parent = own.parent; level; level = level.parent) {
    if (!level.tables.has(first)) continue
    if (level === scope.population) {
      return report(scope, 'WRONG_ARGUMENTS', {
        name: steps.join('.'),
        words:
          'a formula on a body does not look at other bodies. Compute it once under computed: population.NAME, and read population.NAME here.',
      })
    }
    return report(scope, 'SIBLING_TABLE', {
      name: steps.join('.'),
      from: own.name === '' ? 'the body' : `"${own.name}"`,
    })
  }
  return unknown(steps.join('.'), scope)
}
