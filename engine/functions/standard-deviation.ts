/** How far the values of a column lie from their mean. */
import {
  divide,
  integer,
  multiply,
  root,
  subtract,
  type Numeric,
} from '../number/numeric.js'
import { wordAt } from './arguments.js'
import { codeIn, numbersIn } from './column.js'
import type { AggregateFunction } from './declaration.js'
import { areEqual, powerSum } from './shape-code.js'
import { mapNumbers, total, unlessFault } from './total.js'

const DIVISORS = ['population', 'sample'] as const

export const standardDeviation: AggregateFunction = {
  kind: 'aggregate',
  name: 'standardDeviation',
  says: 'The standard deviation of the column: sqrt(((x1 - mean)^2 + ... + (xn - mean)^2) / n), with n - 1 below the line for "sample". In the unit of x, 0 or more.',
  absence:
    'Rows where x is missing are skipped; of no rows, and of a sample of one, it is missing.',
  columns: [{ name: 'x', type: 'number', says: 'any number' }],
  settings: [
    {
      name: 'of',
      type: 'word',
      says: 'whether the values are all there are (divisor n) or a sample (divisor n - 1); population where it is left out',
      words: DIVISORS,
      optional: true,
    },
  ],
  ofNothing: 'missing',
  examples: [
    {
      call: 'standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])',
      gives: '2',
      note: 'mean 5, squares add up to 32, 32 / 8 = 4',
    },
    {
      call: 'standardDeviation([1, 2, 3], "sample")',
      gives: '1',
      note: 'squares add up to 2, 2 / (3 - 1) = 1',
    },
    { call: 'standardDeviation([3])', gives: '0' },
    { call: 'standardDeviation([3], "sample")', gives: 'missing' },
  ],
  compute: (columns, settings) => {
    const values = numbersIn(columns, 0)
    const divisor =
      wordAt(settings, 0, DIVISORS) === 'sample'
        ? values.length - 1
        : values.length
    if (divisor === 0) return 'TOO_FEW_VALUES'
    const variance = unlessFault(squaredDistances(values), (sum) =>
      divide(sum, integer(divisor)),
    )
    return unlessFault(variance, (square) => root(square, 2))
  },
  inColumns: (rows, settings) => {
    const { code } = rows
    const { count } = rows
    const divisor =
      wordAt(settings, 0, DIVISORS) === 'sample'
        ? code.operation('subtract', count, code.number(1))
        : count
    const square = powerSum(rows, codeIn(rows, 0), 2)
    const variance = code.operation('divide', square, divisor)
    // Of equal values the distances are nothing, whatever the mean was rounded to.
    const nothing = code.operation('divide', code.number(0), divisor)
    return code.select(
      areEqual(rows, codeIn(rows, 0)),
      nothing,
      code.operation('square-root', variance),
    )
  },
}

function squaredDistances(values: readonly Numeric[]) {
  const mean = unlessFault(total(values), (sum) =>
    divide(sum, integer(values.length)),
  )
  const squares = unlessFault(mean, (middle) =>
    mapNumbers(values, (value) =>
      unlessFault(subtract(value, middle), (distance) =>
        multiply(distance, distance),
      ),
    ),
  )
  return unlessFault(squares, total)
}
