/** The level into which a number falls. */
import type { NameFunction } from './declaration.js'

export const band: NameFunction = {
  kind: 'name',
  name: 'band',
  says: 'The level of the scale whose interval holds x. Its edges stand on the levels of the scale.',
  absence:
    'Missing where x is missing, and where no interval holds x (NO_BAND).',
  parameters: [
    { name: 'x', type: 'number', says: 'any number' },
    {
      name: 'scale',
      type: 'any',
      says: 'the name of a scale, without quotes, whose levels have intervals',
    },
  ],
  examples: [],
}
