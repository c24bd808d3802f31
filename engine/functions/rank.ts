/** The place of a body among all bodies. */
import { integer } from '../number/numeric.js'
import { wordAt } from './arguments.js'
import type { StandingFunction } from './declaration.js'
import { countAbove, countBelow } from './sorted.js'

const BETTER = ['more', 'less'] as const

export const rank: StandingFunction = {
  kind: 'standing',
  name: 'rank',
  says: 'The place of the body by x: 1 + the number of bodies that are strictly better; equal ones share a place (1, 2, 2, 4). Whole, 1..n.',
  absence:
    'Missing where the x of the body is missing; bodies without x are not counted.',
  parameters: [
    { name: 'x', type: 'number', says: 'any number' },
    {
      name: 'better',
      type: 'word',
      says: 'whether more or less of x is better; more where it is left out',
      words: BETTER,
      optional: true,
    },
  ],
  examples: [
    { call: 'rank(7, [9, 7, 7, 4])', gives: '2', note: 'only 9 is better' },
    { call: 'rank(4, [9, 7, 7, 4])', gives: '4' },
    { call: 'rank(7, [9, 7, 7, 4], "less")', gives: '2' },
    { call: 'rank(5, [5])', gives: '1' },
  ],
  compute: (own, sorted, words) => {
    const better =
      wordAt(words, 0, BETTER) === 'more'
        ? countAbove(sorted, own)
        : countBelow(sorted, own)
    return integer(1 + better)
  },
  inColumns: (code, { below, above }, words) =>
    code.operation(
      'add',
      wordAt(words, 0, BETTER) === 'more' ? above : below,
      code.number(1),
    ),
}
