/** Two rankings side by side: those that move farthest come first, by whichever way. */
import { describe, expect, it } from 'vitest'

import {
  byMove,
  countMoves,
  hasGroups,
  isMoved,
  type Standing,
} from '../../../studio/features/replay/standings.js'

const at = (place: number, value: string, group?: string): Standing => ({
  kind: 'placed',
  ...{ place, value },
  group: group === undefined ? null : { kind: group },
})
const out = (reason: string): Standing => ({
  kind: 'left-out',
  ...{ reason, rule: null },
})

const RANKING = {
  ranking: 'total',
  places: [
    { id: 'same', a: at(1, '90'), b: at(1, '90'), movedBy: 0 },
    { id: 'risen', a: at(4, '70'), b: at(2, '80'), movedBy: 2 },
    { id: 'fallen', a: at(2, '80'), b: at(5, '75'), movedBy: -3 },
    { id: 'other-figure', a: at(6, '60'), b: at(6, '61'), movedBy: 0 },
    { id: 'left', a: at(3, '75'), b: out('total is missing'), movedBy: null },
    { id: 'never', a: out('no data'), b: out('excluded'), movedBy: null },
  ],
}

describe('two rankings side by side', () => {
  it('begin with whoever one run alone places, then the largest move either way', () => {
    expect(byMove(RANKING).map(({ id }) => id)).toEqual([
      ...['left', 'fallen', 'risen', 'same', 'other-figure', 'never'],
    ])
  })

  it('count who gains, loses and stays, and no body that neither run places', () => {
    expect(countMoves(RANKING)).toEqual({
      ...{ gain: 1, lose: 1, stay: 2, other: 1 },
    })
  })

  it('take another figure at the same place for a change, but not another reason for having none', () => {
    const moved = RANKING.places.filter(isMoved).map(({ id }) => id)
    expect(moved).toEqual(['risen', 'fallen', 'other-figure', 'left'])
  })

  it('take the same place in another group for a change', () => {
    const place = {
      ...{ id: 'astana', a: at(1, '9', 'city'), b: at(1, '9', 'region') },
      movedBy: null,
    }
    expect(isMoved(place)).toBe(true)
    expect(hasGroups({ ranking: 'total', places: [place] })).toBe(true)
    expect(hasGroups(RANKING)).toBe(false)
  })
})
