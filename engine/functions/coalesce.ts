/** The way out of absence: the first value that is there. */
import { isPresent, type Value } from '../value.js'
import type { AbsenceFunction } from './declaration.js'

export const coalesce: AbsenceFunction = {
  kind: 'absence',
  name: 'coalesce',
  says: 'The first of the arguments that is present, from left to right.',
  absence:
    'Not applicable counts as missing; where every argument is absent, it is absent as the last one is.',
  parameters: [
    { name: 'x', type: 'any', says: 'a value that may be absent' },
    {
      name: 'otherwise',
      type: 'any',
      says: 'what stands in, of the type of x',
    },
  ],
  repeats: true,
  returns: 'as-arguments',
  stopsAtPresent: true,
  examples: [
    { call: 'coalesce(missing, 4, 5)', gives: '4' },
    { call: 'coalesce(0, 4)', gives: '0', note: 'zero is present' },
    { call: 'coalesce(missing, missing)', gives: 'missing' },
  ],
  compute: (...values) => values.find(isPresent) ?? lastOf(values),
}

/** @throws TypeError of no arguments at all, which the checker refuses */
function lastOf(values: readonly Value[]): Value {
  const last = values.at(-1)
  if (!last) throw new TypeError('coalesce takes at least one argument')
  return last
}
