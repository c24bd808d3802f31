/** Choices that are written as branches together, where one needs another by a detour. */
import { describe, expect, it } from 'vitest'

import { SmallFrame, TARGETS } from './run-code.js'

describe.each(TARGETS)('choices by two tests, by $name', (target) => {
  it('may stand in the sides of one another', () => {
    const frame = new SmallFrame([0, 0, 0, 0])
    const { code } = frame
    const x = frame.ofBodies([0, 0, 2, 2])
    const y = frame.ofBodies([0, 2, 0, 2])
    const one = code.number(1)
    const [isLeft, isLow] = [
      code.operation('less', x, one),
      code.operation('less', y, one),
    ]
    const exponential = code.operation('exponential', x)
    const power = code.operation('power', y, y)
    const inner = code.select(isLow, exponential, code.number(10))
    const ofLeft = code.select(isLeft, inner, code.number(20))
    const beside = code.select(isLeft, power, code.number(30))
    // Goes with `inner` by its test, and needs `beside`, which goes with `ofLeft`.
    const ofLow = code.select(isLow, beside, code.number(40))
    // exp(0) = 1, 0^0 = 1.
    expect(frame.run(target, [ofLeft, ofLow])).toEqual([
      [1, 10, 20, 20],
      [1, 40, 30, 40],
    ])
  })

  it('may be reached through the rows of a reduction', () => {
    const frame = new SmallFrame([2, 1])
    const { code } = frame
    const x = frame.ofBodies([0, 2])
    const isLeft = code.operation('less', x, code.number(1))
    const rows = frame.rows(frame.ofRows([1, 2, 3]))
    const [of] = rows.columns
    if (!of) throw new Error('There is a column')
    const sum = rows.sum(of)
    const ofSum = code.select(isLeft, sum, code.number(5))
    const power = code.select(isLeft, code.operation('power', x, x), x)
    const scaled = rows.sum(code.operation('multiply', of, power))
    // (1 + 2), 5; 0^0 * (1 + 2), 2 * 3.
    expect(frame.run(target, [ofSum, scaled])).toEqual([
      [3, 5],
      [3, 6],
    ])
  })
})
