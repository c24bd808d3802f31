/** How much of a column lies far out, compared with the normal distribution. */
import { wordAt } from './arguments.js'
import { codeIn, numbersIn } from './column.js'
import type { AggregateFunction } from './declaration.js'
import { kurtosisCode } from './shape-code.js'
import { MOMENTS, OF_ALL_OR_SAMPLE } from './moments.js'
import { kurtosisNumber, shapeFigure } from './shape.js'

export const kurtosis: AggregateFunction = {
  kind: 'aggregate',
  name: 'kurtosis',
  says: 'The excess kurtosis of the column, k: m4 / m2^2 - 3, with mk the mean of (x - mean)^k; for "sample" ((n + 1) * k + 6) * (n - 1) / ((n - 2) * (n - 3)). Without a unit; 0 for the normal distribution, -2 or more.',
  absence:
    'Rows where x is missing are skipped; it is missing of no rows, where all values are equal, and of a sample of fewer than 4.',
  source:
    'Joanes, D. N. and Gill, C. A. (1998), The Statistician 47(1), p. 183, doi:10.1111/1467-9884.00122 (g2 and G2).',
  columns: [{ name: 'x', type: 'number', says: 'any number' }],
  settings: [OF_ALL_OR_SAMPLE],
  ofNothing: 'missing',
  examples: [
    {
      call: 'kurtosis([0, 0, 0, 0, 5])',
      gives: '0.25',
      note: 'mean 1; m4 = (4 + 256) / 5 = 52, m2 = 4; 52 / 16 - 3',
    },
    {
      call: 'kurtosis([0, 0, 0, 0, 5], "sample")',
      gives: '5',
      note: '(6 * 0.25 + 6) * 4 / (3 * 2)',
    },
    { call: 'kurtosis([1, 3])', gives: '-2' },
    { call: 'kurtosis([4, 4])', gives: 'missing' },
  ],
  compute: (columns, settings) =>
    shapeFigure(
      numbersIn(columns, 0),
      wordAt(settings, 0, MOMENTS),
      kurtosisNumber,
    ),
  inColumns: (rows, settings) =>
    kurtosisCode(rows, codeIn(rows, 0), wordAt(settings, 0, MOMENTS)),
}
