/** The value of a column, read from a row that it belongs to or from one below. */
import { isGrouped } from '../methodology/grouped.js'
import type { Column } from '../methodology/methodology.js'
import type { MissingValue, NotApplicableValue, Value } from '../value.js'
import { cellOf } from './cell.js'
import type { Evaluate } from './evaluate-expression.js'
import { groupRowOf } from './group.js'
import { outermost, rowAt, type Row } from './row.js'

/** Reads the column in each row that it is given. */
export function columnReader(column: Column): Evaluate {
  const { level, slot } = column
  if (isGrouped(column) || level.parent === null) {
    return ({ row }) => readColumn(column, row)
  }
  return ({ row: from }) => {
    let row: Row | null = from
    while (row !== null && row.level !== level) row = row.parent
    return row?.cells[slot] ?? readColumn(column, from)
  }
}

function readColumn(column: Column, from: Row): Value {
  const row = columnRow(column, from)
  if ('kind' in row) return row
  const value = cellOf(row, column)
  if (!value) throw new TypeError('A node was read before it was computed')
  return value
}

/** The row that holds a column, seen from a row below; or why there is none: the body is in no group. */
export function columnRow(
  column: Column,
  from: Row,
): Row | MissingValue | NotApplicableValue {
  if (isGrouped(column)) return groupRowOf(from, column.among)
  if (column.level.parent === null) return outermost(from)
  return rowAt(from, column.level)
}
