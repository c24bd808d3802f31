/** What is absent in columns because a number is too large or too small for the language. */
import { describe, expect, it } from 'vitest'

import { figuresInColumns, WAYS } from './figures-in-columns.js'

const RULES = `
  inputs:
    x: { type: number }
  criteria:
    total: { formula: x }
    grown: { formula: "isMissing(exp(x)) ? 0 : 1" }
    raised: { formula: "coalesce(10 ^ x, 7) > 0 ? 1 : 2" }
  outputs: [total, grown, raised]
  total: total
`

/** Numbers of the language have at most 9,999 digits before the point, and as many zeros behind it. */
const BODIES = [
  { id: 'a', x: 1 },
  { id: 'b', x: 20_000 },
  { id: 'c', x: 100_000 },
  { id: 'd', x: -100_000 },
]

describe.each(WAYS.filter(({ isCertified }) => isCertified))(
  'a number beyond those of the language, by $way',
  (way) => {
    it('is missing also where it is only asked whether it is there', async () => {
      const { outputs } = await figuresInColumns(RULES, BODIES, way)
      // exp(20000) = 10^8685.9, exp(100000) = 10^43429.
      expect(outputs['grown']).toEqual([1, 1, 0, 0])
      expect(outputs['raised']).toEqual([1, 1, 1, 1])
    })
  },
)
