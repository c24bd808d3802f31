/** The arithmetic mean of a column with a weight on each row. */
import { divide, isZero, multiply, type Numeric } from '../number/numeric.js'
import { codeIn, numbersIn } from './column.js'
import type { AggregateFunction } from './declaration.js'
import { mapNumbers, total, unlessFault } from './total.js'

export const weightedMean: AggregateFunction = {
  kind: 'aggregate',
  name: 'weightedMean',
  latex: {
    binds: 'power',
    write: ([x, w], rows) =>
      `\\frac{\\sum_{${rows}} ${w?.tight ?? ''} \\cdot ${x?.tight ?? ''}}{\\sum_{${rows}} ${w?.tight ?? ''}}`,
  },
  says: 'The weighted mean of the column: (w1*x1 + ... + wn*xn) / (w1 + ... + wn). In the unit of x.',
  absence:
    'Rows where x or w is missing are skipped; of no rows, or where the weights add up to zero, it is missing.',
  columns: [
    { name: 'x', type: 'number', says: 'any number' },
    {
      name: 'w',
      type: 'number',
      says: 'the weight of the row, in any unit; only the proportions count',
    },
  ],
  ofNothing: 'missing',
  examples: [
    {
      call: 'weightedMean([10, 20], [1, 3])',
      gives: '17.5',
      note: '(10 + 60) / 4',
    },
    { call: 'weightedMean([10, 20, 30], [1, missing, 1])', gives: '20' },
    { call: 'weightedMean([10, 20], [0, 0])', gives: 'missing' },
  ],
  compute: (columns) => {
    const values = numbersIn(columns, 0)
    const weights = numbersIn(columns, 1)
    return unlessFault(total(weights), (weight) => {
      if (isZero(weight)) return 'ZERO_WEIGHTS'
      return unlessFault(weightedTotal(values, weights), (sum) =>
        divide(sum, weight),
      )
    })
  },
  inColumns: (rows) => {
    const { code } = rows
    const [x, weight] = [codeIn(rows, 0), codeIn(rows, 1)]
    const sum = rows.sum(code.operation('multiply', x, weight))
    return code.operation('divide', sum, rows.sum(weight))
  },
}

function weightedTotal(
  values: readonly Numeric[],
  weights: readonly Numeric[],
) {
  const products = mapNumbers(values, (value, index) => {
    const weight = weights[index]
    if (!weight) throw new TypeError('Each row must have a weight')
    return multiply(value, weight)
  })
  return unlessFault(products, total)
}
