/** The decimal logarithm, exact for powers of ten. */
import {
  bounded,
  compare,
  integer,
  ONE,
  sign,
  toBigNumber,
  ZERO,
  type Numeric,
} from '../number/numeric.js'
import { codeAt, numberAt } from './arguments.js'
import type { NumberFunction } from './declaration.js'
import { operator } from './latex.js'

export const log10: NumberFunction = {
  kind: 'number',
  name: 'log10',
  latex: operator('\\log_{10}'),
  says: 'The decimal logarithm of x: the power to which 10 gives x. Exact where x is a whole power of ten, else of 64 digits.',
  absence: 'Missing where x is missing, 0 or below 0.',
  parameters: [{ name: 'x', type: 'number', says: 'above 0' }],
  examples: [
    { call: 'log10(1000)', gives: '3' },
    { call: 'log10(0.01)', gives: '-2' },
    {
      call: 'log10(2)',
      gives: '0.3010299956639811952137388947244930267…',
      note: 'OEIS A007524',
    },
    { call: 'log10(-5)', gives: 'missing' },
  ],
  compute: (...values) => {
    const x = numberAt(values, 0)
    if (sign(x) <= 0) return 'LOGARITHM_OF_NON_POSITIVE'
    if (compare(x, ONE) === 0) return ZERO
    return powerOfTen(x) ?? bounded(toBigNumber(x).log(10))
  },
  inColumns: (code, ...values) =>
    code.operation('decimal-logarithm', codeAt(values, 0)),
}

/** The n of an exact 10^n, else null. */
function powerOfTen(x: Numeric): Numeric | null {
  if (x.kind !== 'ratio') return null
  const { numerator, denominator } = x
  if (denominator === 1n && isPowerOfTen(numerator)) {
    return integer(numerator.toString().length - 1)
  }
  return numerator === 1n && isPowerOfTen(denominator)
    ? integer(1 - denominator.toString().length)
    : null
}

function isPowerOfTen(whole: bigint): boolean {
  return /^10*$/.test(whole.toString())
}
