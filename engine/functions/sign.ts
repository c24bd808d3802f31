/** On which side of zero a number lies: -1, 0 or 1. */
import { integer, sign as signOf } from '../number/numeric.js'
import { codeAt, numberAt } from './arguments.js'
import type { NumberFunction } from './declaration.js'

export const sign: NumberFunction = {
  kind: 'number',
  name: 'sign',
  says: '-1 where x < 0, 0 where x = 0, 1 where x > 0.',
  absence: 'Missing where x is missing.',
  parameters: [{ name: 'x', type: 'number', says: 'any number, in any unit' }],
  examples: [
    { call: 'sign(-0.001)', gives: '-1' },
    { call: 'sign(0)', gives: '0' },
    { call: 'sign(12)', gives: '1' },
  ],
  compute: (...values) => integer(signOf(numberAt(values, 0))),
  inColumns: (code, ...values) => code.operation('sign', codeAt(values, 0)),
}
