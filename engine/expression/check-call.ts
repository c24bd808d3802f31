/** Checks the calls of a formula against the declarations of the functions. */
import type {
  NumberFunction,
  Parameter as Declared,
} from '../functions/declaration.js'
import {
  findAbsenceFunction,
  findAggregate,
  findNameFunction,
  findNumberFunction,
  findStanding,
  FUNCTION_NAMES,
} from '../functions/table.js'
import { closest } from '../source/closest.js'
import { made, mismatch, report, type Checked, type Rows } from './checked.js'
import { describeType, joinTypes } from './type-rules.js'
import { checkAfter } from './check-after.js'
import { checkChildren, childrenOf } from './check-children.js'
import { checkPrevious } from './check-previous.js'
import { checkAggregate, tableNames } from './check-aggregate.js'
import { checkLookup } from './check-lookup.js'
import { checkBand, orderedType, type Ordered } from './check-levels.js'
import { checkArguments, wrong, type Call } from './check-arguments.js'
import { BOOLEAN, NUMBER, type Type } from './expression.js'
import { printSyntax } from './print.js'
import type { Scope } from './scope.js'

export function checkCall(
  call: Call,
  scope: Scope,
  rows: Rows | null,
): Checked | null {
  const { name } = call
  if (name === 'lookup') return checkLookup(call, scope, rows)
  const aggregate = findAggregate(name)
  const criterion = aggregate && childrenOf(call, scope)
  if (aggregate && typeof criterion === 'string') {
    return checkChildren(call, aggregate, criterion, scope)
  }
  const number = findNumberFunction(name)
  const tables = rows === null ? tableNames(call.operands, scope) : []
  const isOne = call.operands.length < 2
  const isOfRows = rows === null && (!number || isOne)
  if (aggregate && (tables.length > 0 || isOfRows)) {
    return checkAggregate(call, aggregate, tables, scope)
  }
  if (aggregate && !number) {
    return wrong(
      scope,
      name,
      'an aggregate cannot stand inside another one over the same rows. Compute it in a column of the row first.',
    )
  }
  const absence = findAbsenceFunction(name)
  const standing = findStanding(name)
  if (number) {
    const operands = checkArguments(
      call,
      number.parameters,
      number.repeats === true,
      scope,
      rows,
    )
    const ordered = operands && numberType(call, number, operands, scope)
    return (
      operands &&
      ordered &&
      made(
        {
          kind: 'call',
          name,
          operands: operands.map((operand) => operand.expression),
          ...(ordered.scale ? { scale: ordered.scale } : {}),
        },
        ordered.type,
      )
    )
  }
  if (absence) {
    const operands = checkArguments(
      call,
      absence.parameters,
      absence.repeats === true,
      scope,
      rows,
    )
    const type =
      operands &&
      (absence.returns === 'boolean'
        ? BOOLEAN
        : commonType(operands, call, scope))
    return (
      operands &&
      type &&
      made(
        {
          kind: 'call',
          name,
          operands: operands.map((operand) => operand.expression),
        },
        type,
      )
    )
  }
  if (standing) return checkStanding(call, standing.parameters, scope, rows)
  if (name === 'band') return checkBand(call, scope, rows)
  if (name === 'after') return checkAfter(call, scope)
  if (findNameFunction(name)) return checkNamed(call, scope, rows)
  const near = FAMILIAR.get(name.toLowerCase()) ?? closest(name, FUNCTION_NAMES)
  return report(scope, 'UNKNOWN_FUNCTION', {
    name,
    ...(near ? { closest: near } : {}),
  })
}

/** A number, or for min and max of levels their scale. */
function numberType(
  call: Call,
  declared: NumberFunction,
  operands: readonly Checked[],
  scope: Scope,
): Ordered | null {
  return declared.ofLevels
    ? orderedType(
        call,
        operands.map((operand) => operand.type),
        scope,
      )
    : { type: NUMBER }
}

function commonType(
  operands: readonly Checked[],
  call: Call,
  scope: Scope,
): Type | null {
  const [first, ...rest] = operands.map((operand) => operand.type)
  if (!first) return null
  const type = rest.reduce<Type | null>(
    (joined, next) => joined && joinTypes(joined, next),
    first,
  )
  return (
    type ??
    mismatch(
      scope,
      call,
      `its arguments are ${[first, ...rest].map(describeType).join(', ')}; give them one type`,
    )
  )
}

function checkStanding(
  call: Call,
  declared: readonly Declared[],
  scope: Scope,
  rows: Rows | null,
): Checked | null {
  const { name } = call
  if (scope.level !== scope.bodies || rows !== null || scope.inputsOnly) {
    return wrong(
      scope,
      name,
      'it stands in a formula on the body, which is compared with the other bodies. Compute the figure on the body first.',
    )
  }
  const checked = checkArguments(call, declared, false, scope, rows)
  const [own, ...words] = checked ?? []
  if (!own) return null
  return made(
    {
      kind: 'standing',
      name,
      own: own.expression,
      among: scope.distribution(
        own.expression,
        printSyntax(call.operands[0] ?? call),
      ),
      words: words.flatMap(({ expression }) =>
        expression.kind === 'constant' && expression.value.kind === 'word'
          ? [expression.value.word]
          : [],
      ),
    },
    NUMBER,
  )
}

/** What other languages and spreadsheets call things. */
const FAMILIAR: ReadonlyMap<string, string> = new Map([
  ['if', 'a ? b : c'],
  ['iif', 'a ? b : c'],
  ['average', 'mean'],
  ['avg', 'mean'],
  ['log', 'ln'],
  ['stdev', 'standardDeviation'],
  ['std', 'standardDeviation'],
  ['variance', 'standardDeviation'],
  ['pow', 'x ^ y'],
  ['power', 'x ^ y'],
  ['ceiling', 'ceil'],
  ['sumproduct', 'sum'],
  ['countifs', 'countIf'],
  ['isblank', 'isMissing'],
  ['ifnull', 'coalesce'],
])

/** previous(x) and score(x), whose argument is a name. */
function checkNamed(
  call: Call,
  scope: Scope,
  rows: Rows | null,
): Checked | null {
  const { name } = call
  if (name === 'previous') return checkPrevious(call, scope, rows)
  const [operand] = call.operands
  if (call.operands.length !== 1 || operand?.kind !== 'name') {
    return wrong(scope, name, `its argument is one name, as ${name}(x)`)
  }
  if (scope.inputsOnly || scope.level === scope.population) {
    const words = scope.inputsOnly
      ? 'scores are computed, and this formula checks the data before anything is computed. Use inputs.'
      : 'it is a figure of a body. Read it in a formula on the body.'
    return wrong(scope, name, words)
  }
  const column =
    operand.steps.length === 1 ? scope.score(operand.steps[0] ?? '') : undefined
  if (!column) {
    return report(scope, 'UNKNOWN_NAME', {
      name: operand.steps.join('.'),
      what: 'an indicator or criterion of the tree',
    })
  }
  return scope.isBroken(column)
    ? null
    : made({ kind: 'column', column, text: printSyntax(call) }, column.type)
}
