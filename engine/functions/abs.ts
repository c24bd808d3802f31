/** The size of a number without its sign: |x|. */
import { absolute } from '../number/numeric.js'
import { codeAt, numberAt } from './arguments.js'
import type { NumberFunction } from './declaration.js'
import { enclosed } from './latex.js'

export const abs: NumberFunction = {
  kind: 'number',
  name: 'abs',
  latex: enclosed('\\left|', '\\right|'),
  says: 'The size of x without its sign: x where x >= 0, else -x. In the unit of x, 0 or more.',
  absence: 'Missing where x is missing.',
  parameters: [{ name: 'x', type: 'number', says: 'any number, in any unit' }],
  examples: [
    { call: 'abs(-7/3)', gives: '7/3' },
    { call: 'abs(0)', gives: '0' },
    { call: 'abs(2.5)', gives: '2.5' },
  ],
  compute: (...values) => absolute(numberAt(values, 0)),
  inColumns: (code, ...values) => code.operation('absolute', codeAt(values, 0)),
}
