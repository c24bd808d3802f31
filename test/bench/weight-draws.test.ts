/** The hand-written draws of the weights, against their definition. */
import { expect, it } from 'vitest'

import { placeIntervals } from './hand-written/weight-draws.js'

it('gives a body the places between which it stands in 90 of 100 draws', () => {
  // Two inputs; the first body leads where the first input weighs more.
  const draws = 100
  const weights = new Float64Array(2 * draws)
  for (let draw = 0; draw < draws; draw++) {
    const first = draw < 4 ? 0.2 : 0.8
    weights.set([first, 1 - first], 2 * draw)
  }
  const values = Float64Array.of(1, 0, 0, 1, 0, 0)
  const { best, worst } = placeIntervals({
    bodies: 3,
    inputs: 2,
    draws,
    values,
    weights,
  })
  // 4 of 100 draws turn the first two bodies round, fewer than the 5 left out.
  expect([...best]).toEqual([1, 2, 3])
  expect([...worst]).toEqual([1, 2, 3])
})

it('gives equal bodies the same place', () => {
  const { best, worst } = placeIntervals({
    bodies: 3,
    inputs: 1,
    draws: 1,
    values: Float64Array.of(2, 5, 5),
    weights: Float64Array.of(1),
  })
  expect([...best]).toEqual([3, 1, 1])
  expect([...worst]).toEqual([3, 1, 1])
})

it('widens the interval where more than 5 of 100 draws turn the bodies round', () => {
  const draws = 100
  const weights = new Float64Array(2 * draws)
  for (let draw = 0; draw < draws; draw++) {
    const first = draw < 6 ? 0.2 : 0.8
    weights.set([first, 1 - first], 2 * draw)
  }
  const { best, worst } = placeIntervals({
    bodies: 2,
    inputs: 2,
    draws,
    values: Float64Array.of(1, 0, 0, 1),
    weights,
  })
  expect([...best]).toEqual([1, 1])
  expect([...worst]).toEqual([2, 2])
})
