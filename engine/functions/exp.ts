/** The exponential function: e to the power x. */
import { bigNumber } from '../number/big-number.js'
import { bounded, isZero, ONE, toBigNumber } from '../number/numeric.js'
import { codeAt, numberAt } from './arguments.js'
import type { NumberFunction } from './declaration.js'

/**
 * Just beyond ln(10^10000) = 23025.85...: larger exponents overflow, those
 * below its negative underflow, and neither is computed.
 */
const LARGEST = bigNumber('23026')

export const exp: NumberFunction = {
  kind: 'number',
  name: 'exp',
  latex: {
    binds: 'power',
    write: ([x]) => `e^{${x?.loose ?? ''}}`,
  },
  says: 'e^x, where e = 2.71828...; above 0. exp(0) is exactly 1, every other value has 64 digits.',
  absence:
    'Missing where x is missing, or e^x is 10^10000 or more, or below 10^-9999.',
  parameters: [
    { name: 'x', type: 'number', says: 'a pure number, about -23023..23025' },
  ],
  examples: [
    { call: 'exp(0)', gives: '1' },
    {
      call: 'exp(1)',
      gives: '2.7182818284590452353602874713526624977…',
      note: 'OEIS A001113',
    },
    { call: 'exp(100000)', gives: 'missing' },
  ],
  compute: (...values) => {
    const x = numberAt(values, 0)
    if (isZero(x)) return ONE
    const exponent = toBigNumber(x)
    if (exponent.greaterThan(LARGEST)) return 'OVERFLOW'
    if (exponent.lessThan(LARGEST.neg())) return 'UNDERFLOW'
    return bounded(exponent.exp())
  },
  inColumns: (code, ...values) =>
    code.operation('exponential', codeAt(values, 0)),
}
