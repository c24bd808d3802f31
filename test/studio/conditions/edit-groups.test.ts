import { describe, expect, it } from 'vitest'

import {
  formulaOfGroups,
  groupsOfFormula,
} from '../../../studio/features/editor/conditions/condition-formula.js'
import { isComplete } from '../../../studio/features/editor/conditions/condition-groups.js'
import {
  addItem,
  dissolveGroup,
  moveItem,
  nestItem,
  removeItem,
  replaceItem,
} from '../../../studio/features/editor/conditions/edit-groups.js'

const ROOT = groupsOfFormula('a and (b or c) and d')
const ROW = { kind: 'row', fact: 'e', operator: 'holds', values: [] } as const

describe('editing a condition', () => {
  it.each([
    ['removes', removeItem(ROOT, [1, 0]), 'a and c and d'],
    ['adds to a group', addItem(ROOT, [1], ROW), 'a and (b or c or e) and d'],
    ['adds at the root', addItem(ROOT, [], ROW), 'a and (b or c) and d and e'],
    ['moves down', moveItem(ROOT, [0], 1), '(b or c) and a and d'],
    ['moves up', moveItem(ROOT, [1, 1], -1), 'a and (c or b) and d'],
    [
      'leaves the last where it is',
      moveItem(ROOT, [2], 1),
      'a and (b or c) and d',
    ],
    ['replaces', replaceItem(ROOT, [1, 1], ROW), 'a and (b or e) and d'],
    [
      'nests',
      addItem(nestItem(ROOT, [0]), [0], ROW),
      '(a or e) and (b or c) and d',
    ],
    ['dissolves', dissolveGroup(ROOT, [1]), 'a and b and c and d'],
  ])('%s', (_, root, text) => {
    expect(formulaOfGroups(root)).toBe(text)
  })

  it('is complete when no field is empty', () => {
    expect(isComplete(ROOT)).toBe(true)
    const empty = { ...ROW, operator: 'is' } as const
    expect(isComplete(addItem(ROOT, [1], empty))).toBe(false)
    expect(isComplete(addItem(ROOT, [1], { ...ROW, fact: ' ' }))).toBe(false)
  })
})
