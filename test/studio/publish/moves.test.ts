/** Who moves by a draft: those that move farthest come first. */
import { describe, expect, it } from 'vitest'

import { isMoved, movesOf } from '../../../studio/features/publish/moves.js'

const at = (place: number, value: number) => ({ place, value })

const RANKING = {
  ranking: 'total',
  bodies: [
    { body: 'same', before: at(1, 90), after: at(1, 90) },
    { body: 'risen', before: at(4, 70), after: at(2, 80) },
    { body: 'fallen', before: at(2, 80), after: at(3, 75) },
    { body: 'left', before: at(3, 75), after: null },
    { body: 'never', before: null, after: null },
  ],
}

describe('the moves of a ranking', () => {
  it('begin with whoever leaves it, and end with whoever was never in it', () => {
    expect(movesOf(RANKING).map(({ body }) => body)).toEqual([
      ...['left', 'risen', 'fallen', 'same', 'never'],
    ])
  })

  it('count places upwards as gained', () => {
    expect(movesOf(RANKING).map(({ gained }) => gained)).toEqual([
      ...[null, 2, -1, 0, null],
    ])
  })

  it('are none where place and value stay', () => {
    expect(movesOf(RANKING).map(isMoved)).toEqual([
      ...[true, true, true, false, false],
    ])
  })
})
