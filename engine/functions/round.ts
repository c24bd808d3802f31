/** Rounding to decimal digits inside a formula. */
import {
  round as roundTo,
  ROUNDING_DIGITS,
  ROUNDING_MODES,
} from '../number/rounding.js'
import { codeAt, isWithin, numberAt, wholeAt, wordAt } from './arguments.js'
import type { NumberFunction } from './declaration.js'

/** Powers of ten that doubles hold exactly. */
const DIGITS_OF_DOUBLES = { ...ROUNDING_DIGITS, most: 22 }

export const round: NumberFunction = {
  kind: 'number',
  name: 'round',
  says: 'x rounded to so many digits after the point; 0 digits give a whole number, -2 hundreds. "half-up" takes a half away from zero, "half-even" to the even digit.',
  absence:
    'Missing where an argument is missing, or digits is not whole within -9..30.',
  source: 'IEEE 754-2019, section 4.3: roundTiesToAway and roundTiesToEven.',
  parameters: [
    { name: 'x', type: 'number', says: 'any number' },
    {
      name: 'digits',
      type: 'number',
      says: 'digits after the point; 0 where it is left out',
      range: { ...ROUNDING_DIGITS, whole: true },
      optional: true,
    },
    {
      name: 'mode',
      type: 'word',
      says: 'where a half goes; half-up where it is left out',
      words: ROUNDING_MODES,
      optional: true,
    },
  ],
  examples: [
    { call: 'round(2.5)', gives: '3' },
    { call: 'round(-2.5)', gives: '-3', note: 'away from zero' },
    { call: 'round(2.5, 0, "half-even")', gives: '2' },
    { call: 'round(2/3, 2)', gives: '0.67' },
    { call: 'round(1250, -2)', gives: '1300' },
  ],
  compute: (...values) => {
    const digits = values.length > 1 ? wholeAt(values, 1, ROUNDING_DIGITS) : 0
    return digits === null
      ? 'ARGUMENT_OUT_OF_RANGE'
      : roundTo(numberAt(values, 0), digits, wordAt(values, 2, ROUNDING_MODES))
  },
  inColumns: (code, ...values) => {
    const digits = values.length > 1 ? codeAt(values, 1) : code.number(0)
    if (!isWithin(digits, DIGITS_OF_DOUBLES)) return null
    const mode = wordAt(values, 2, ROUNDING_MODES)
    return code.operation(`round-${mode}`, codeAt(values, 0), digits)
  },
}
