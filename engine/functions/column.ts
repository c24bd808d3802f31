/**
 * Reads the columns that an aggregate is computed over. What does not fit the
 * declaration is a mistake of the program and throws.
 */
import type { Code } from '../columns/code/code.js'
import type { ColumnRows } from '../columns/lowering/column-rows.js'
import type { Numeric } from '../number/numeric.js'

export type Columns = readonly (readonly (Numeric | boolean)[])[]

/** @throws TypeError where the column is absent or holds a boolean */
export function numbersIn(columns: Columns, index: number): readonly Numeric[] {
  const column = columnAt(columns, index)
  if (column.every(isNumeric)) return column
  throw mismatch(index, 'numbers')
}

function isNumeric(cell: Numeric | boolean): cell is Numeric {
  return typeof cell !== 'boolean'
}

/** @throws TypeError where the column is absent or holds a number */
export function booleansIn(
  columns: Columns,
  index: number,
): readonly boolean[] {
  return columnAt(columns, index).map((cell) => {
    if (typeof cell !== 'boolean') throw mismatch(index, 'booleans')
    return cell
  })
}

export function columnAt(
  columns: Columns,
  index: number,
): readonly (Numeric | boolean)[] {
  const column = columns[index]
  if (!column) throw mismatch(index, 'values')
  return column
}

/** @throws TypeError where the function has no such column */
export function codeIn({ columns }: ColumnRows, index: number): Code {
  const column = columns[index]
  if (!column) throw mismatch(index, 'values')
  return column
}

function mismatch(index: number, expected: string): TypeError {
  return new TypeError(`Column ${index + 1} does not hold ${expected}`)
}
