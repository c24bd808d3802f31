/** The middle of a column. */
import type { Code } from '../columns/code/code.js'
import type { ColumnRows } from '../columns/lowering/column-rows.js'
import { ratio } from '../number/ratio.js'
import { codeIn, numbersIn } from './column.js'
import type { AggregateFunction } from './declaration.js'
import { quantile } from './quantile.js'

const HALF = ratio(1n, 2n)

export const median: AggregateFunction = {
  kind: 'aggregate',
  name: 'median',
  says: 'The middle value of the column in order; of an even number of values the mean of the two in the middle, of levels the worse of them. In the unit of x.',
  absence: 'Rows where x is missing are skipped; of no rows it is missing.',
  columns: [
    { name: 'x', type: 'ordered', says: 'any number, or a level of a scale' },
  ],
  ofNothing: 'missing',
  examples: [
    { call: 'median([9, 1, 4])', gives: '4' },
    { call: 'median([9, 1, 4, 5])', gives: '4.5' },
    { call: 'median([])', gives: 'missing' },
  ],
  ofLevels: (places) => {
    const inOrder = places.toSorted((a, b) => a - b)
    return inOrder[Math.ceil(inOrder.length / 2) - 1] ?? 0
  },
  compute: (columns) => quantile(numbersIn(columns, 0), HALF),
  inColumns: (rows) => rows.quantile(codeIn(rows, 0), rows.code.number(0.5)),
  levelsInColumns: (rows) => lowerMiddle(rows),
}

/** The value at the place ceil(n / 2) of the order, counted from 1; of whole numbers. */
function lowerMiddle(rows: ColumnRows): Code {
  const { code, count } = rows
  const half = code.operation('divide', count, code.number(2))
  // A quarter less, so that rounding never decides which whole number is next.
  const quarter = code.number(0.25)
  const place = code.operation(
    'ceil',
    code.operation('subtract', half, quarter),
  )
  const one = code.number(1)
  const steps = code.operation('subtract', count, one)
  const share = code.operation(
    'divide',
    code.operation('subtract', place, one),
    code.operation('max', steps, one),
  )
  const middle = rows.quantile(codeIn(rows, 0), share)
  return code.operation(
    'floor',
    code.operation('add', middle, code.number(0.5)),
  )
}
