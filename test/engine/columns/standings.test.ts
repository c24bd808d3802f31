/** Ranks that formulas ask for, in columns, among figures that doubles cannot be trusted with. */
import { describe, expect, it } from 'vitest'

import { figuresInColumns, WAYS } from './figures-in-columns.js'

const RULES = `
  inputs:
    x: { type: number }
    left_out: { type: boolean }
  indicators:
    share: { type: number, under: parts }
  criteria:
    parts: { aggregate: arithmetic }
    total: { formula: x }
    order: { formula: rank(x + share) }
  outputs: [total, order]
  total: total
  rules:
    without: { when: { fact: left_out, operator: equal, value: true }, exclude: { criterion: share } }
`

describe.each(WAYS)('the rank of a figure, by $way', (way) => {
  it('is not applicable where the figure is, also beside a number next to zero', async () => {
    const bodies = [
      { id: 'a', x: 1e-300, share: 5, left_out: true },
      { id: 'b', x: 1, share: 2, left_out: false },
      { id: 'c', x: 1, share: 3, left_out: false },
    ]
    const { outputs } = await figuresInColumns(RULES, bodies, way)
    expect(outputs['order']).toEqual(['not-applicable', 2, 1])
  })
})
