/** To which side the values of a column have their long tail. */
import { wordAt } from './arguments.js'
import { codeIn, numbersIn } from './column.js'
import type { AggregateFunction } from './declaration.js'
import { skewnessCode } from './shape-code.js'
import { MOMENTS, OF_ALL_OR_SAMPLE } from './moments.js'
import { shapeFigure, skewnessNumber } from './shape.js'

export const skewness: AggregateFunction = {
  kind: 'aggregate',
  name: 'skewness',
  says: 'The skewness of the column: m3 / m2^(3/2), with mk the mean of (x - mean)^k; for "sample" times sqrt(n * (n - 1)) / (n - 2). Without a unit; 0 where both sides are alike, above 0 where the long tail lies above.',
  absence:
    'Rows where x is missing are skipped; it is missing of no rows, where all values are equal, and of a sample of fewer than 3.',
  source:
    'Joanes, D. N. and Gill, C. A. (1998), The Statistician 47(1), p. 183, doi:10.1111/1467-9884.00122 (g1 and G1).',
  columns: [{ name: 'x', type: 'number', says: 'any number' }],
  settings: [OF_ALL_OR_SAMPLE],
  ofNothing: 'missing',
  examples: [
    { call: 'skewness([1, 2, 3])', gives: '0' },
    {
      call: 'skewness([0, 0, 0, 0, 5])',
      gives: '1.5',
      note: 'mean 1; m3 = (4 * -1 + 64) / 5 = 12, m2 = (4 + 16) / 5 = 4; 12 / 8',
    },
    { call: 'skewness([4, 4])', gives: 'missing' },
    { call: 'skewness([1, 2], "sample")', gives: 'missing' },
  ],
  compute: (columns, settings) =>
    shapeFigure(
      numbersIn(columns, 0),
      wordAt(settings, 0, MOMENTS),
      skewnessNumber,
    ),
  inColumns: (rows, settings) =>
    skewnessCode(rows, codeIn(rows, 0), wordAt(settings, 0, MOMENTS)),
}
