/** The smallest of several values of one row; `min-of-column.ts` is its aggregate. */
import { smaller } from '../number/numeric.js'
import { allCodes, allNumbers } from './arguments.js'
import type { NumberFunction } from './declaration.js'
import { operator } from './latex.js'

export const min: NumberFunction = {
  kind: 'number',
  name: 'min',
  latex: operator('\\min'),
  says: 'The smallest of two or more values; of levels the worst. In their unit.',
  absence: 'Missing where any of the values is missing.',
  parameters: [
    { name: 'x', type: 'ordered', says: 'any number, or a level of a scale' },
    {
      name: 'y',
      type: 'ordered',
      says: 'a number in the unit of x, or a level of its scale',
    },
  ],
  repeats: true,
  examples: [
    { call: 'min(3, 1/2, 2)', gives: '1/2' },
    { call: 'min(-1, -2)', gives: '-2' },
  ],
  ofLevels: (places) => places.reduce((a, b) => Math.min(a, b)),
  compute: (...values) => allNumbers(values).reduce(smaller),
  inColumns: (code, ...values) =>
    allCodes(values).reduce((a, b) => code.operation('min', a, b)),
}
