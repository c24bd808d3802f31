/** The natural logarithm. */
import {
  bounded,
  compare,
  ONE,
  sign,
  toBigNumber,
  ZERO,
} from '../number/numeric.js'
import { naturalLogarithm } from '../number/natural-logarithm.js'
import { codeAt, numberAt } from './arguments.js'
import type { NumberFunction } from './declaration.js'
import { operator } from './latex.js'

export const ln: NumberFunction = {
  kind: 'number',
  name: 'ln',
  latex: operator('\\ln'),
  says: 'The natural logarithm of x: the power to which e = 2.71828... gives x. ln(1) is exactly 0, every other value has 64 digits.',
  absence: 'Missing where x is missing, 0 or below 0.',
  parameters: [{ name: 'x', type: 'number', says: 'above 0' }],
  examples: [
    { call: 'ln(1)', gives: '0' },
    {
      call: 'ln(2)',
      gives: '0.6931471805599453094172321214581765680…',
      note: 'OEIS A002162',
    },
    { call: 'ln(0)', gives: 'missing' },
  ],
  compute: (...values) => {
    const x = numberAt(values, 0)
    if (sign(x) <= 0) return 'LOGARITHM_OF_NON_POSITIVE'
    return compare(x, ONE) === 0
      ? ZERO
      : bounded(naturalLogarithm(toBigNumber(x)))
  },
  inColumns: (code, ...values) =>
    code.operation('natural-logarithm', codeAt(values, 0)),
}
