/** The root of a whole degree: the number whose n-th power is x. */
import type { Builder } from '../columns/code/builder.js'
import type { Code } from '../columns/code/code.js'
import { root } from '../number/numeric.js'
import { codeAt, isWithin, numberAt, wholeAt } from './arguments.js'
import type { NumberFunction } from './declaration.js'

const DEGREE = { least: 1, most: 1000 } as const

export const nthRoot: NumberFunction = {
  kind: 'number',
  name: 'nthRoot',
  latex: {
    write: ([x, degree]) => `\\sqrt[${degree?.loose ?? ''}]{${x?.loose ?? ''}}`,
  },
  says: 'The real number whose power of the degree is x: x^(1/degree); 0 or more for even degrees. Exact where x is such a power of a fraction.',
  absence:
    'Missing where an argument is missing, x is below 0 and the degree even, or the degree is not whole within 1..1000.',
  parameters: [
    {
      name: 'x',
      type: 'number',
      says: 'any number; 0 or more where the degree is even',
    },
    {
      name: 'degree',
      type: 'number',
      says: 'which root: 2 the square root, 3 the cube root',
      range: { ...DEGREE, whole: true },
    },
  ],
  examples: [
    { call: 'nthRoot(81, 4)', gives: '3' },
    { call: 'nthRoot(-32, 5)', gives: '-2' },
    { call: 'nthRoot(7, 1)', gives: '7' },
    { call: 'nthRoot(-16, 4)', gives: 'missing' },
  ],
  compute: (...values) => {
    const degree = wholeAt(values, 1, DEGREE)
    return degree === null
      ? 'ARGUMENT_OUT_OF_RANGE'
      : root(numberAt(values, 0), degree)
  },
  inColumns: (code, ...values) => {
    const degree = codeAt(values, 1)
    return isWithin(degree, DEGREE)
      ? rootCode(code, codeAt(values, 0), degree.value)
      : null
  },
}

function rootCode(code: Builder, x: Code, degree: number): Code {
  if (degree === 1) return x
  if (degree === 2) return code.operation('square-root', x)
  if (degree === 3) return code.operation('cube-root', x)
  const exponent = code.number(1 / degree, Number.isInteger(Math.log2(degree)))
  if (degree % 2 === 0) return code.operation('power', x, exponent)
  const size = code.operation('power', code.operation('absolute', x), exponent)
  const isNegative = code.operation('less', x, code.number(0))
  return code.select(isNegative, code.operation('negate', size), size)
}
