/** The hand-written draws of the weights, against their definition, and those of the engine against them. */
import { describe, expect, it } from 'vitest'

import { weightDraws } from '../../engine/index.js'
import { generatedColumns } from '../../server/columns/generated-columns.js'
import { checkDrawnPlaces } from './agreement/drawn-places.js'
import { placeIntervals } from './hand-written/weight-draws.js'
import { drawnIndex, DRAWS } from './workload/drawn-index.js'

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

describe('the draws of the engine', () => {
  const index = drawnIndex(30, 8)
  const drawn = weightDraws(index.methodology, index.source, generatedColumns, {
    ...DRAWS,
    draws: 40,
  })

  it('give the places that loops written by hand give for the same weights', async () => {
    checkDrawnPlaces('columns', await drawn, index)
    const [ranking] = (await drawn).rankings
    const moved = ranking?.bodies.filter(
      ({ percentile5, percentile95 }) => percentile5 !== percentile95,
    )
    expect(moved?.length).toBeGreaterThan(10)
  })

  it('are refused where a body has another interval of places', async () => {
    const made = await drawn
    const rankings = made.rankings.map((ranking) => ({
      ...ranking,
      bodies: ranking.bodies.map((body, at) =>
        at === 7 ? { ...body, percentile95: 31 } : body,
      ),
    }))
    const check = () =>
      checkDrawnPlaces('columns', { ...made, rankings }, index)
    expect(check).toThrow(/on body b7: percentile95 is 31/)
  })
})
