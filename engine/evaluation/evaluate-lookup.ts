/** Cells of tables, and parameters that vary, found by their keys. */
import { cellText } from '../data/cell-text.js'
import type {
  LookupExpression,
  ParameterExpression,
} from '../expression/expression.js'
import { keyHolds, rowKey } from '../methodology/keyed-rows.js'
import { absenceOf, missing, numberValue, type Value } from '../value.js'
import { evaluateExpression, type Frame } from './evaluate-expression.js'
import { placeIn } from './row.js'

/** A value, and the line of the file that it stands on. */
export interface Found {
  readonly value: Value
  readonly line: number | null
  /** As people read it: `kind central`. */
  readonly keys: string
}

export function findCell(
  { table, column, keys, text }: LookupExpression,
  frame: Frame,
): Found {
  const values = keys.map((key) => evaluateExpression(key, frame))
  const words = keysText(table.key, values)
  const absence = absenceOf(values)
  if (absence) return { value: absence, line: null, keys: words }
  const at = placeIn(frame.row, text)
  const row = table.rows.get(rowKey(values))
  if (!row) {
    const detail = `${table.name} has no row for ${words}`
    const value = missing('NO_TABLE_ROW', { at, detail })
    return { value, line: null, keys: words }
  }
  const detail = `${table.name}.${column}, line ${row.line} of the methodology`
  const value = row.cells.get(column) ?? missing('NOT_GIVEN', { at, detail })
  return { value, line: row.line, keys: words }
}

export function findParameter(
  { parameter }: ParameterExpression,
  frame: Frame,
): Found {
  const { varies } = parameter
  const at = placeIn(frame.row, parameter.name)
  if (!varies) {
    const { value } = parameter
    const constant = value ? numberValue(value) : missing('NOT_GIVEN', { at })
    return { value: constant, line: null, keys: '' }
  }
  const values = varies.by.map((each) => evaluateExpression(each.value, frame))
  const names = varies.by.map(({ name }) => name)
  const keys = keysText(names, values)
  const absence = absenceOf(values)
  if (absence) return { value: absence, line: null, keys }
  const found = varies.values.find((each) =>
    each.keys.every((key, index) => {
      const value = values[index]
      return value !== undefined && keyHolds(key, value)
    }),
  )
  if (found) return { value: numberValue(found.value), line: found.line, keys }
  const value = missing('NO_PARAMETER_VALUE', { at, detail: keys })
  return { value, line: null, keys }
}

function keysText(names: readonly string[], values: readonly Value[]): string {
  return names
    .map((name, index) => {
      const value = values[index]
      return `${name} ${value ? cellText(value) : ''}`
    })
    .join(', ')
}
