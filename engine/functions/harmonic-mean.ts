/** The harmonic mean of a column. */
import { divide, integer, ONE } from '../number/numeric.js'
import { codeIn, numbersIn } from './column.js'
import type { AggregateFunction } from './declaration.js'
import { mapNumbers, total, unlessFault } from './total.js'

export const harmonicMean: AggregateFunction = {
  kind: 'aggregate',
  name: 'harmonicMean',
  says: 'The harmonic mean of the column: n / (1/x1 + ... + 1/xn). In the unit of x.',
  absence:
    'Rows where x is missing are skipped; of no rows, or where an x is zero, it is missing (division by zero).',
  columns: [{ name: 'x', type: 'number', says: 'any number but zero' }],
  ofNothing: 'missing',
  examples: [
    {
      call: 'harmonicMean([40, 60])',
      gives: '48',
      note: '2 / (1/40 + 1/60) = 2 / (5/120)',
    },
    { call: 'harmonicMean([1, 2, 4])', gives: '12/7' },
    { call: 'harmonicMean([0, 5])', gives: 'missing' },
  ],
  compute: (columns) => {
    const values = numbersIn(columns, 0)
    const reciprocals = mapNumbers(values, (value) => divide(ONE, value))
    return unlessFault(unlessFault(reciprocals, total), (sum) =>
      divide(integer(values.length), sum),
    )
  },
  inColumns: (rows) => {
    const { code } = rows
    const one = code.number(1)
    const reciprocal = code.operation('divide', one, codeIn(rows, 0))
    return code.operation('divide', rows.count, rows.sum(reciprocal))
  },
}
