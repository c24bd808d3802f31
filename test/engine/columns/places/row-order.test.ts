/** Rows in the order of their figures: short lists by hand, long ones that are shuffled so that the order is known. */
import { describe, expect, it } from 'vitest'

import { RowOrder } from '../../../../engine/columns/program/places/row-order.js'

/** The rows, by the number of their figure, the best first. */
function ordered(
  figures: readonly number[],
  better: 'more' | 'less',
  parts?: readonly number[],
): readonly number[] {
  const order = new RowOrder(figures.length)
  figures.forEach((_, row) => (order.rows[row] = row))
  order.byFigure(Float64Array.from(figures), figures.length, better)
  if (parts) {
    const among = Math.max(...parts) + 1
    order.byPart(Int32Array.from(parts), figures.length, among)
  }
  return [...order.rows]
}

describe('the order of rows', () => {
  it('puts the least first where less is better, and the most where more is', () => {
    const figures = [2.5, -1, 0.25, 100, -30]
    expect(ordered(figures, 'less')).toEqual([4, 1, 2, 0, 3])
    expect(ordered(figures, 'more')).toEqual([3, 0, 2, 1, 4])
  })

  it('is that of the numbers from the least to the largest that doubles hold', () => {
    const figures = [
      Number.MIN_VALUE,
      Infinity,
      -Number.MAX_VALUE,
      0,
      Number.MAX_VALUE,
      -Infinity,
      -Number.MIN_VALUE,
    ]
    expect(ordered(figures, 'less')).toEqual([5, 2, 6, 3, 0, 4, 1])
    expect(ordered(figures, 'more')).toEqual([1, 4, 0, 3, 6, 2, 5])
  })

  it('leaves equal figures as they stood, zeroes of both signs among them', () => {
    const figures = [7, 0, 3, -0, 7, 0, -0, 3]
    expect(ordered(figures, 'less')).toEqual([1, 3, 5, 6, 2, 7, 0, 4])
    expect(ordered(figures, 'more')).toEqual([0, 4, 2, 7, 1, 3, 5, 6])
  })

  it('puts absent figures last, whichever is better', () => {
    const figures = [NaN, 1, NaN, -Infinity, 2]
    expect(ordered(figures, 'less')).toEqual([3, 1, 4, 0, 2])
    expect(ordered(figures, 'more')).toEqual([4, 1, 3, 0, 2])
  })

  it('tells doubles apart that are next to each other', () => {
    const above = 1 + Number.EPSILON
    const below = 1 - Number.EPSILON / 2
    expect(ordered([above, 1, below], 'less')).toEqual([2, 1, 0])
    expect(ordered([below, 1, above], 'more')).toEqual([2, 1, 0])
    expect(ordered([-above, -1, -below], 'less')).toEqual([0, 1, 2])
  })

  it('keeps those of a part together, the parts by their numbers', () => {
    const figures = [5, 1, 4, 2, 3, 4]
    const parts = [1, 0, 1, 2, 0, 0]
    expect(ordered(figures, 'more', parts)).toEqual([5, 4, 1, 0, 2, 3])
  })

  it('takes only as many rows as it is told to, those that it is given', () => {
    const order = new RowOrder(4)
    order.rows.set([3, 1, 0])
    order.byFigure(Float64Array.of(1, 3, 9, 2), 3, 'more')
    expect([...order.rows.subarray(0, 3)]).toEqual([1, 3, 0])
    order.byFigure(Float64Array.of(1, 3, 9, 2), 0, 'more')
    expect([...order.rows.subarray(0, 3)]).toEqual([1, 3, 0])
  })
})

/** Prime, so that `row * 7 % count` is every number below it once. */
describe.each([11, 503, 4001])('the order of %i rows', (count) => {
  const numbers = Array.from({ length: count }, (_, row) => (row * 7) % count)
  const up = Array.from({ length: count }, (_, number) => number)
  const down = up.toReversed()

  it.each([
    ['hundredths', (number: number) => number / 100],
    ['numbers of both signs', (number: number) => (number - 5) ** 3],
    [
      'figures that the last bits tell apart',
      (number: number) => 1 + number * Number.EPSILON,
    ],
    ['figures of all sizes', (number: number) => 1.15 ** number],
  ])('is found for %s', (_, figureOf) => {
    const figures = numbers.map(figureOf)
    const found = (better: 'more' | 'less') =>
      ordered(figures, better).map((row) => numbers[row])
    expect(found('less')).toEqual(up)
    expect(found('more')).toEqual(down)
  })
})
