/** Asks whether a value is absent. */
import { booleanValue, isPresent } from '../value.js'
import type { AbsenceFunction } from './declaration.js'

export const isMissing: AbsenceFunction = {
  kind: 'absence',
  name: 'isMissing',
  says: 'True where x is absent, false where it has a value, zero and false included.',
  absence: 'Never missing: not applicable counts as missing and gives true.',
  parameters: [{ name: 'x', type: 'any', says: 'a value that may be absent' }],
  returns: 'boolean',
  examples: [
    { call: 'isMissing(missing)', gives: 'true' },
    { call: 'isMissing(0)', gives: 'false' },
    { call: 'isMissing(false)', gives: 'false' },
  ],
  compute: (...values) => booleanValue(!values.every(isPresent)),
}
