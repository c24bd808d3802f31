/** The largest of several values of one row; `max-of-column.ts` is its aggregate. */
import { larger } from '../number/numeric.js'
import { allCodes, allNumbers } from './arguments.js'
import type { NumberFunction } from './declaration.js'
import { operator } from './latex.js'

export const max: NumberFunction = {
  kind: 'number',
  name: 'max',
  latex: operator('\\max'),
  says: 'The largest of two or more values; of levels the best. In their unit.',
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
    { call: 'max(0, -10)', gives: '0' },
    { call: 'max(1/3, 0.3, 0.33)', gives: '1/3' },
  ],
  ofLevels: (places) => places.reduce((a, b) => Math.max(a, b)),
  compute: (...values) => allNumbers(values).reduce(larger),
  inColumns: (code, ...values) =>
    allCodes(values).reduce((a, b) => code.operation('max', a, b)),
}
