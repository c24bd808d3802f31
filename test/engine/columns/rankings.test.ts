/** Rankings in columns: who has a place, where doubles alone would say otherwise. */
import { describe, expect, it } from 'vitest'

import { figuresInColumns, WAYS } from './figures-in-columns.js'

describe.each(WAYS.filter(({ isCertified }) => isCertified))(
  'a ranking, by $way',
  (way) => {
    it('has no place for a figure that is too large to be computed', async () => {
      const rules = `
  inputs:
    x: { type: number }
  computed:
    huge: { formula: exp(x) }
  criteria:
    total: { formula: x }
  rankings:
    places: { output: huge }
`
      const bodies = [
        { id: 'a', x: 1234567.891 },
        { id: 'b', x: 1 },
        { id: 'c', x: 2 },
      ]
      const { places } = await figuresInColumns(rules, bodies, way)
      // exp(1234567.891) has more than 500,000 digits before the point: OVERFLOW.
      expect(places['places']).toEqual(['none', 2, 1])
    })
  },
)
