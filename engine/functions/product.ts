/** The product of a column. */
import { codeIn, numbersIn } from './column.js'
import type { AggregateFunction } from './declaration.js'
import { overRows } from './latex.js'
import { totalProduct } from './total.js'

export const product: AggregateFunction = {
  kind: 'aggregate',
  name: 'product',
  latex: overRows('\\prod'),
  says: 'The product of the column: x1 * x2 * ... * xn.',
  absence: 'Rows where x is missing are skipped; of no rows it is missing.',
  columns: [{ name: 'x', type: 'number', says: 'any number' }],
  ofNothing: 'missing',
  examples: [
    { call: 'product([2, 1/3, 1.5])', gives: '1' },
    { call: 'product([5, missing, 0])', gives: '0' },
    { call: 'product([])', gives: 'missing' },
  ],
  compute: (columns) => totalProduct(numbersIn(columns, 0)),
  inColumns: (rows) => rows.product(codeIn(rows, 0)),
}
