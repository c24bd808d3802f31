/** The arithmetic mean of a column. */
import { divide, integer } from '../number/numeric.js'
import { codeIn, numbersIn } from './column.js'
import type { AggregateFunction } from './declaration.js'
import { overRows } from './latex.js'
import { total, unlessFault } from './total.js'

export const mean: AggregateFunction = {
  kind: 'aggregate',
  name: 'mean',
  latex: overRows('\\operatorname*{mean}'),
  says: 'The arithmetic mean of the column: (x1 + ... + xn) / n. In the unit of x.',
  absence:
    'Rows where x is missing are skipped and not counted in n; of no rows it is missing.',
  columns: [{ name: 'x', type: 'number', says: 'any number' }],
  ofNothing: 'missing',
  examples: [
    { call: 'mean([1, 2, 4])', gives: '7/3' },
    { call: 'mean([1, missing, 4])', gives: '2.5' },
    { call: 'mean([])', gives: 'missing' },
  ],
  compute: (columns) => {
    const values = numbersIn(columns, 0)
    return unlessFault(total(values), (sum) =>
      divide(sum, integer(values.length)),
    )
  },
  inColumns: (rows) =>
    rows.code.operation('divide', rows.sum(codeIn(rows, 0)), rows.count),
}
