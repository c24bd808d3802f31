/** The middle of a column. */
import { ratio } from '../number/ratio.js'
import { numbersIn } from './column.js'
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
}
