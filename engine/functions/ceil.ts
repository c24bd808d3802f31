/** The smallest whole number that is not below x. */
import { ceil as ceilOf } from '../number/numeric.js'
import { codeAt, numberAt } from './arguments.js'
import type { NumberFunction } from './declaration.js'
import { enclosed } from './latex.js'

export const ceil: NumberFunction = {
  kind: 'number',
  name: 'ceil',
  latex: enclosed('\\left\\lceil ', '\\right\\rceil'),
  says: 'The smallest whole number that is not below x; -2.5 goes to -2.',
  absence: 'Missing where x is missing.',
  parameters: [{ name: 'x', type: 'number', says: 'any number, in any unit' }],
  examples: [
    { call: 'ceil(2.1)', gives: '3' },
    { call: 'ceil(-2.5)', gives: '-2' },
    { call: 'ceil(4)', gives: '4' },
  ],
  compute: (...values) => ceilOf(numberAt(values, 0)),
  inColumns: (code, ...values) => code.operation('ceil', codeAt(values, 0)),
}
