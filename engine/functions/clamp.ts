/** Holds a number between two bounds. */
import { compare, larger, smaller } from '../number/numeric.js'
import { codeAt, numberAt } from './arguments.js'
import type { NumberFunction } from './declaration.js'

export const clamp: NumberFunction = {
  kind: 'number',
  name: 'clamp',
  says: 'x held within the bounds: min(most, max(least, x)). In the unit of x.',
  absence: 'Missing where an argument is missing, or least is above most.',
  parameters: [
    { name: 'x', type: 'number', says: 'any number' },
    {
      name: 'least',
      type: 'number',
      says: 'the lower bound, in the unit of x',
    },
    {
      name: 'most',
      type: 'number',
      says: 'the upper bound, in the unit of x; not below least',
    },
  ],
  examples: [
    { call: 'clamp(1.2, 0, 1)', gives: '1' },
    { call: 'clamp(-5, 0, 1)', gives: '0' },
    { call: 'clamp(1/3, 0, 1)', gives: '1/3' },
    { call: 'clamp(1, 2, 0)', gives: 'missing' },
  ],
  compute: (...values) => {
    const least = numberAt(values, 1)
    const most = numberAt(values, 2)
    if (compare(least, most) > 0) return 'ARGUMENT_OUT_OF_RANGE'
    return smaller(larger(numberAt(values, 0), least), most)
  },
  inColumns: (code, ...values) => {
    const [least, most] = [codeAt(values, 1), codeAt(values, 2)]
    const raised = code.operation('max', codeAt(values, 0), least)
    const held = code.operation('min', raised, most)
    const isKnown =
      least.kind === 'number' &&
      most.kind === 'number' &&
      least.value < most.value
    if (isKnown) return held
    const isInOrder = code.operation('less-or-equal', least, most)
    return code.select(isInOrder, held, code.number(NaN))
  },
}
