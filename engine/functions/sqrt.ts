/** The square root, exact for squares of fractions. */
import { root } from '../number/numeric.js'
import { codeAt, numberAt } from './arguments.js'
import type { NumberFunction } from './declaration.js'
import { enclosed } from './latex.js'

export const sqrt: NumberFunction = {
  kind: 'number',
  name: 'sqrt',
  latex: enclosed('\\sqrt{', '}'),
  says: 'The number, 0 or more, whose square is x: x^(1/2). Exact where x is the square of a fraction.',
  absence: 'Missing where x is missing or below 0.',
  parameters: [{ name: 'x', type: 'number', says: '0 or more' }],
  examples: [
    { call: 'sqrt(2.25)', gives: '1.5' },
    { call: 'sqrt(4/9)', gives: '2/3' },
    {
      call: 'sqrt(2)',
      gives: '1.4142135623730950488016887242096980785…',
      note: 'OEIS A002193',
    },
    { call: 'sqrt(-1)', gives: 'missing' },
  ],
  compute: (...values) => root(numberAt(values, 0), 2),
  inColumns: (code, ...values) =>
    code.operation('square-root', codeAt(values, 0)),
}
