/** The cube root, of negative numbers too. */
import { root } from '../number/numeric.js'
import { codeAt, numberAt } from './arguments.js'
import type { NumberFunction } from './declaration.js'
import { enclosed } from './latex.js'

export const cbrt: NumberFunction = {
  kind: 'number',
  name: 'cbrt',
  latex: enclosed('\\sqrt[3]{', '}'),
  says: 'The number whose cube is x; of a negative number it is negative. Exact where x is the cube of a fraction.',
  absence: 'Missing where x is missing.',
  parameters: [{ name: 'x', type: 'number', says: 'any number' }],
  examples: [
    { call: 'cbrt(27)', gives: '3' },
    { call: 'cbrt(-1/8)', gives: '-1/2' },
    {
      call: 'cbrt(2)',
      gives: '1.2599210498948731647672106072782283505…',
      note: 'OEIS A002580',
    },
  ],
  compute: (...values) => root(numberAt(values, 0), 3),
  inColumns: (code, ...values) =>
    code.operation('cube-root', codeAt(values, 0)),
}
