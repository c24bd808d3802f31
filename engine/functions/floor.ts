/** The largest whole number that is not above x. */
import { floor as floorOf } from '../number/numeric.js'
import { codeAt, numberAt } from './arguments.js'
import type { NumberFunction } from './declaration.js'
import { enclosed } from './latex.js'

export const floor: NumberFunction = {
  kind: 'number',
  name: 'floor',
  latex: enclosed('\\left\\lfloor ', '\\right\\rfloor'),
  says: 'The largest whole number that is not above x; -2.5 goes to -3.',
  absence: 'Missing where x is missing.',
  parameters: [{ name: 'x', type: 'number', says: 'any number, in any unit' }],
  examples: [
    { call: 'floor(2.9)', gives: '2' },
    { call: 'floor(-2.5)', gives: '-3' },
    { call: 'floor(7/7)', gives: '1' },
  ],
  compute: (...values) => floorOf(numberAt(values, 0)),
  inColumns: (code, ...values) => code.operation('floor', codeAt(values, 0)),
}
