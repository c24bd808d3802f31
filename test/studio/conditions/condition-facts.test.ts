import { describe, expect, it } from 'vitest'

import {
  factsOfGroups,
  groupsOfFacts,
  type WrittenCondition,
} from '../../../studio/features/editor/conditions/condition-facts.js'
import type { ConditionGroup } from '../../../studio/features/editor/conditions/condition-groups.js'

function group(written: WrittenCondition): ConditionGroup {
  const found = groupsOfFacts(written)
  if (!found) throw new Error('no groups')
  return found
}

/** As if every row had been typed anew. */
function retyped(from: ConditionGroup): ConditionGroup {
  const items = from.items.map((item) => {
    if (item.kind === 'group') return retyped(item)
    if (item.kind === 'formula') return item
    const { kind, fact, operator, values } = item
    return { kind, fact, operator, values }
  })
  return { ...from, items }
}

describe('a condition of facts as groups', () => {
  it.each<WrittenCondition>([
    { fact: 'kind', operator: 'equal', value: 'local' },
    { fact: 'reported_late', operator: 'equal', value: true },
    { fact: 'below', ranking: 'total', operator: 'lessThan', value: 3 },
    { fact: 'x', operator: 'greaterThanInclusive', value: { fact: 'least' } },
    { fact: 'kind', operator: 'in', value: ['a', 'b'] },
    { fact: 'present(x)', operator: 'equal', value: false },
    {
      all: [
        { fact: 'a', operator: 'lessThanInclusive', value: 0.5 },
        { not: { fact: 'b', operator: 'notEqual', value: 2 } },
        {
          not: {
            any: [
              { fact: 'c', operator: 'greaterThan', value: -1 },
              { fact: 'd', operator: 'notIn', value: ['x'] },
            ],
          },
        },
      ],
    },
  ])('is written as it was, edited or not: %j', (written) => {
    expect(factsOfGroups(group(written))).toEqual(written)
    expect(factsOfGroups(retyped(group(written)))).toEqual(written)
  })

  it('keeps what a row does not show until the row is edited', () => {
    const written = {
      fact: 'total',
      years_ago: 1,
      operator: 'lessThan',
      value: 5,
    }
    expect(factsOfGroups(group(written))).toEqual(written)
    expect(factsOfGroups(retyped(group(written)))).toEqual({
      fact: 'previous(total, 1)',
      operator: 'lessThan',
      value: 5,
    })
  })

  it('keeps digits that a double would lose', () => {
    const [row] = group({ fact: 'a', operator: 'equal', value: 1 }).items
    if (row?.kind !== 'row') throw new Error('no row')
    const values = [
      { kind: 'written', text: '0.10000000000000000001' },
    ] as const
    const { kind, fact, operator } = row
    expect(
      factsOfGroups({
        kind: 'group',
        joiner: 'all',
        items: [{ kind, fact, operator, values }],
      }),
    ).toEqual({ fact: 'a', operator: 'equal', value: '0.10000000000000000001' })
  })

  it('is not shown as rows where it says what rows cannot', () => {
    expect(groupsOfFacts({ fact: 'a', operator: 'near', value: 1 })).toBeNull()
    expect(groupsOfFacts({ all: ['a'] })).toBeNull()
    expect(groupsOfFacts({ all: [], any: [] })).toBeNull()
  })
})
