/** Choices over columns that run in another form than they are written in. */
import { describe, expect, it } from 'vitest'

import { CERTAIN, TRUTH } from '../../../engine/columns/code/facts.js'
import { DECIMALS, SmallFrame, TARGETS } from './run-code.js'

describe.each(TARGETS)('a choice, by $name', (target) => {
  it('between a difference and its opposite has no zero below zero', () => {
    const frame = new SmallFrame([0, 0, 0, 0, 0])
    const { code } = frame
    const falls = frame.ofBodies([1, 0, 1, 0, 1], CERTAIN)
    const a = frame.ofBodies([5, 5, 2, 2, NaN], DECIMALS)
    const b = frame.ofBodies([3, 3, 2, 2, 1], DECIMALS)
    const made = code.select(
      falls,
      code.operation('subtract', a, b),
      code.operation('subtract', b, a),
    )
    expect(frame.run(target, [made])).toEqual([[2, -2, 0, 0, NaN]])
  })

  it('by a truth value that is false where it is absent takes the second there', () => {
    const frame = new SmallFrame([0, 0, 0])
    const { code } = frame
    const truth = frame.ofBodies([1, 0, NaN], TRUTH)
    const given = code.operation('first-present', truth, code.number(0))
    const made = code.select(given, code.number(7), code.number(8))
    expect(frame.run(target, [made])).toEqual([[7, 8, 8]])
  })
})
