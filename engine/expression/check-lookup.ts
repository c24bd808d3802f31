/** Checks `lookup(table.column, key...)` against the table that stands in the file. */
import type { KeyedTable } from '../methodology/keyed-rows.js'
import { closest } from '../source/closest.js'
import { checkSyntax } from './check.js'
import { made, misfit, report, type Checked, type Rows } from './checked.js'
import { wrong, type Call } from './check-arguments.js'
import type { Type } from './expression.js'
import { printSyntax } from './print.js'
import type { Scope } from './scope.js'
import { compareFault, describeType } from './type-rules.js'

export function checkLookup(
  call: Call,
  scope: Scope,
  rows: Rows | null,
): Checked | null {
  const [target, ...operands] = call.operands
  if (target?.kind !== 'name' || target.steps.length > 2) {
    const words =
      'its first argument is a table, or a table and a column, as lookup(scopes.points, kind)'
    return wrong(scope, 'lookup', words)
  }
  const [name = '', written] = target.steps
  const table = scope.tables.get(name)
  const keys = operands.map((operand) => checkSyntax(operand, scope, rows))
  if (!table) {
    if (table === null || scope.isLost(name)) return null
    return unknown(scope, name, 'a table of this file', scope.tables.keys())
  }
  const column = columnOf(table, written, scope)
  if (column === null) return null
  if (keys.length !== table.key.length) {
    const words = `the table "${name}" is looked up by ${table.key.join(', ')}: ${table.key.length} keys, and there are ${keys.length}`
    return wrong(scope, 'lookup', words)
  }
  const fits = keys.map((key, index) => {
    const type = table.columns.get(table.key[index] ?? '')?.type
    const operand = operands[index]
    if (!key || !type || !operand) return null
    const words = keyFault(key, type)
    return words === null ? key : misfit(scope, operand, key, words)
  })
  if (!fits.every((key) => key !== null)) return null
  const type = table.columns.get(column)?.type ?? { kind: 'text' }
  return made(
    {
      kind: 'lookup',
      table,
      column,
      keys: fits.map((key) => key.expression),
      text: printSyntax(call),
    },
    type,
  )
}

/** The column that is read; the only one beside the keys where none is named. */
function columnOf(
  table: KeyedTable,
  written: string | undefined,
  scope: Scope,
): string | null {
  const names = [...table.columns.keys()]
  const others = names.filter((name) => !table.key.includes(name))
  if (written === undefined) {
    const [only, second] = others
    if (only !== undefined && second === undefined) return only
    const words =
      only === undefined
        ? `the table "${table.name}" has no column to look up beside its key`
        : `the table "${table.name}" has several columns; name one, as lookup(${table.name}.${only}, ...)`
    return wrong(scope, 'lookup', words)
  }
  if (names.includes(written)) return written
  const what = `a column of the table "${table.name}" that a formula can read`
  return unknown(scope, written, what, names)
}

/** Why the key cannot be one of the column, or null. */
function keyFault(key: Checked, type: Type): string | null {
  if (type.kind === 'text' && key.type.kind === 'level') return null
  if (type.kind === 'level' && key.type.kind === 'text') return null
  const column: Checked = { expression: { kind: 'argument' }, type }
  const fault = compareFault(key, column, false)
  return fault === null
    ? null
    : `the key of the table is ${describeType(type)}: ${fault}`
}

function unknown(
  scope: Scope,
  name: string,
  what: string,
  known: Iterable<string>,
): null {
  const near = closest(name, known)
  return report(scope, 'UNKNOWN_NAME', {
    name,
    what,
    ...(near === undefined ? {} : { closest: near }),
  })
}
