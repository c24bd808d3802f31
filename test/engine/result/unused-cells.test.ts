import { describe, expect, it } from 'vitest'

import { messages, score } from '../../helpers/score.js'

describe('a figure from which a rule excludes the body', () => {
  const rules = `
    inputs: { kind: { type: level, values: [bank, office] } }
    indicators: { x: { under: part }, y: { under: total } }
    criteria: { total: { aggregate: sum, excluded_child: share-weights, children: { part: { aggregate: sum } } } }
    rules: { no_part: { when: kind == "bank", exclude: { criterion: part }, cite: "17" } }`

  it('is not used, and is named with the rule and its citation', async () => {
    const { result, of } = await score(rules, [
      { id: 'bank', kind: 'bank', x: 4, y: 1 },
      { id: 'office', kind: 'office', x: 4, y: 1 },
    ])
    expect(of('office').outputs['total']).toBe(5)
    expect(messages(result.warnings)).toEqual([
      'CELL_NOT_USED bank - x: is not used: rule "no_part" excludes the body from it (Test act, 17). Empty the cell, or mend what the rule looks at.',
    ])
  })

  it('is not missed where it is not given', async () => {
    const { result } = await score(rules, [{ id: 'bank', kind: 'bank', y: 1 }])
    expect(result.warnings).toEqual([])
  })
})
