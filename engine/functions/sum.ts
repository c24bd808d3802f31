/** The sum of a column. */
import { codeIn, numbersIn } from './column.js'
import type { AggregateFunction } from './declaration.js'
import { overRows } from './latex.js'
import { total } from './total.js'

export const sum: AggregateFunction = {
  kind: 'aggregate',
  name: 'sum',
  latex: overRows('\\sum'),
  says: 'The sum of the column: x1 + x2 + ... + xn. In the unit of x.',
  absence: 'Rows where x is missing are skipped; of no rows it is missing.',
  columns: [{ name: 'x', type: 'number', says: 'any number' }],
  ofNothing: 'missing',
  examples: [
    { call: 'sum([1/3, 1/3, 2/6])', gives: '1' },
    { call: 'sum([0.1, 0.2])', gives: '0.3' },
    { call: 'sum([2, missing, 3])', gives: '5' },
    { call: 'sum([])', gives: 'missing' },
  ],
  compute: (columns) => total(numbersIn(columns, 0)),
  inColumns: (rows) => rows.sum(codeIn(rows, 0)),
}
