/** Which part of the other bodies a body leaves behind. */
import { ratio } from '../number/ratio.js'
import type { StandingFunction } from './declaration.js'
import { countAbove, countBelow } from './sorted.js'

export const percentileRank: StandingFunction = {
  kind: 'standing',
  name: 'percentileRank',
  says: 'The share of the other bodies that lie below x, plus half of those equal to it: (below + equal / 2) / (n - 1). A share, 0..1: the smallest has 0, the largest 1.',
  absence:
    'Missing where the x of the body is missing, or no other body has x; bodies without x are not counted.',
  parameters: [{ name: 'x', type: 'number', says: 'any number' }],
  examples: [
    { call: 'percentileRank(9, [9, 7, 7, 4])', gives: '1' },
    {
      call: 'percentileRank(7, [9, 7, 7, 4])',
      gives: '1/2',
      note: '(1 + 1/2) / 3',
    },
    { call: 'percentileRank(4, [9, 7, 7, 4])', gives: '0' },
    { call: 'percentileRank(5, [5])', gives: 'missing' },
  ],
  compute: (own, sorted) => {
    const others = sorted.length - 1
    if (others < 1) return 'TOO_FEW_VALUES'
    const below = countBelow(sorted, own)
    const equal = others - below - countAbove(sorted, own)
    return ratio(BigInt(2 * below + equal), BigInt(2 * others))
  },
  inColumns: (code, { below, above, count }) => {
    const others = code.operation('subtract', count, code.number(1))
    // below + equal / 2, twice: equal is what neither lies below nor above.
    const notAbove = code.operation('subtract', others, above)
    const made = code.operation(
      'divide',
      code.operation('add', below, notAbove),
      code.operation('multiply', code.number(2), others),
    )
    const hasOthers = code.operation('less-or-equal', code.number(1), others)
    return code.select(hasOthers, made, code.number(NaN))
  },
}
