/** Aggregates: which table they look at, and what stands for each of its rows. */
import type { AggregateFunction } from '../functions/declaration.js'
import { findAggregate, findNumberFunction } from '../functions/table.js'
import type { Level } from '../methodology/methodology.js'
import { checkSyntax } from './check.js'
import { unknownTable } from './check-name.js'
import { made, type Checked } from './checked.js'
import {
  checkArgument,
  signature,
  wrong,
  type Call,
} from './check-arguments.js'
import { orderedType, type Ordered } from './check-levels.js'
import { NUMBER } from './expression.js'
import { findName, findTable, type Scope } from './scope.js'
import type { Syntax } from './syntax.js'

type Name = Extract<Syntax, { kind: 'name' }>

/** Names that mean a table below the own row, or a column of one; those inside inner aggregates not counted. */
export function tableNames(
  operands: readonly Syntax[],
  scope: Scope,
): readonly Name[] {
  return operands.flatMap((operand): readonly Name[] => {
    switch (operand.kind) {
      case 'name':
        return isTableName(operand, scope) ? [operand] : []
      case 'call': {
        // min and max of several values look through to the rows; every other
        // aggregate keeps its rows to itself.
        const isNumber =
          findNumberFunction(operand.name) && operand.operands.length > 1
        return findAggregate(operand.name) && !isNumber
          ? []
          : tableNames(operand.operands, scope)
      }
      case 'terms':
      case 'factors':
      case 'logic':
        return tableNames(operand.operands, scope)
      case 'power':
        return tableNames([operand.base, operand.exponent], scope)
      case 'negation':
      case 'not':
        return tableNames([operand.operand], scope)
      case 'comparison':
        return tableNames([operand.left, operand.right], scope)
      case 'choice':
        return tableNames(
          [operand.test, operand.then, operand.otherwise],
          scope,
        )
      default:
        return []
    }
  })
}

function isTableName({ steps }: Name, scope: Scope): boolean {
  const [first = ''] = steps
  if (steps.length > 1) {
    const isTable = (level: Level | null): boolean =>
      level !== null && (level.tables.has(first) || isTable(level.parent))
    return isTable(scope.level) && !(first === 'population')
  }
  return scope.level.tables.has(first) && !scope.level.columns.has(first)
}

export function checkAggregate(
  call: Call,
  declared: AggregateFunction,
  names: readonly Name[],
  scope: Scope,
): Checked | null {
  const { name } = call
  const settings = declared.settings ?? []
  const needed = declared.columns.length
  const [least, most] = [
    needed + settings.filter((setting) => setting.optional !== true).length,
    needed + settings.length,
  ]
  const count = call.operands.length
  if (count < least || count > most) {
    return wrong(
      scope,
      name,
      `it takes ${least === most ? least : `${least} to ${most}`} arguments and has ${count}. Write ${signature(declared)}.`,
    )
  }
  if (names.length === 0) {
    const unknown = call.operands.flatMap((operand) =>
      namesIn(operand).filter((each) => !isKnown(each, scope)),
    )
    if (unknown.length > 0) {
      for (const operand of unknown) checkSyntax(operand, scope)
      return null
    }
    return wrong(
      scope,
      name,
      call.operands.length > 1
        ? `it looks at a column of a table below its own row, as ${signature(declared)}; values of one row are joined by operators, as a + b.`
        : `it needs a column of a table below its own row. Write ${signature(declared)}.`,
    )
  }
  const [longest = names[0]] = [...names].sort(
    (a, b) => tableSteps(b, scope).length - tableSteps(a, scope).length,
  )
  if (!longest) return null
  const steps = tableSteps(longest, scope)
  const table = findTable(scope.level, steps)
  if (!table) {
    unknownTable(longest, scope)
    return null
  }
  const stray = names.find((other) =>
    tableSteps(other, scope).some((step, index) => steps[index] !== step),
  )
  if (stray) {
    if (!findTable(scope.level, tableSteps(stray, scope)))
      return unknownTable(stray, scope)
    return wrong(
      scope,
      name,
      `"${stray.steps.join('.')}" is not of the same rows as "${longest.steps.join('.')}". Aggregate one table at a time.`,
    )
  }
  const tableText = steps.join('.')
  const among = steps[0] === 'bodies' ? scope.among : null
  const [only] = call.operands
  if (
    declared.takesTable === true &&
    only?.kind === 'name' &&
    only.steps.length === steps.length
  ) {
    return made(
      {
        kind: 'aggregate',
        name,
        table,
        tableText,
        among,
        columns: [],
        settings: [],
      },
      NUMBER,
    )
  }
  const columns = call.operands.slice(0, needed).map((operand, index) => {
    const parameter = declared.columns[index]
    return parameter
      ? checkArgument(operand, parameter, name, scope, { steps })
      : null
  })
  const further = call.operands.slice(needed).map((operand, index) => {
    const parameter = settings[index]
    return parameter
      ? checkArgument(operand, parameter, name, scope, null)
      : null
  })
  if (![...columns, ...further].every((argument) => argument !== null))
    return null
  const ordered: Ordered | null = declared.ofLevels
    ? orderedType(
        call,
        columns.flatMap((column) => (column ? [column.type] : [])),
        scope,
      )
    : { type: NUMBER }
  if (!ordered) return null
  const expressions = (list: readonly (Checked | null)[]) =>
    list.flatMap((argument) => (argument ? [argument.expression] : []))
  return made(
    {
      kind: 'aggregate',
      name,
      table,
      tableText,
      among,
      columns: expressions(columns),
      settings: expressions(further),
      ...(ordered.scale ? { scale: ordered.scale } : {}),
    },
    ordered.type,
  )
}

/** Names of a condition on the rows, as of `countIf(table.x > 1)`; of other operands the name itself. */
function namesIn(operand: Syntax): readonly Name[] {
  if (operand.kind === 'name') return [operand]
  return operand.kind === 'comparison'
    ? [operand.left, operand.right].filter((side) => side.kind === 'name')
    : []
}

/** False for names that lead nowhere, which are reported as such. */
function isKnown({ steps }: Name, scope: Scope): boolean {
  const [first = ''] = steps
  if (steps.length > 1) return first === 'population'
  const isArgument = first === 'x' && scope.hasArgument
  return isArgument || findName(scope, first) !== undefined
}

/** The steps of a name that lead to the table: all of them where it is a table itself. */
function tableSteps({ steps }: Name, scope: Scope): readonly string[] {
  return findTable(scope.level, steps) ? steps : steps.slice(0, -1)
}
