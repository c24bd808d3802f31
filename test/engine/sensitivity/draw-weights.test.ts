/** What a draw does to the weights themselves. */
import { describe, expect, it } from 'vitest'

import { drawWeights } from '../../../engine/sensitivity/draw-weights.js'
import { summedUp } from '../../../engine/sensitivity/drawn-places.js'
import { randomNumbers } from '../../../engine/sensitivity/random-numbers.js'

const GIVEN = Float64Array.of(0.2, 0.3, 0.5, 3, 5)
const SIBLINGS = [Int32Array.of(0, 1, 2), Int32Array.of(3, 4)]

describe('drawn weights', () => {
  it('add up, siblings by siblings, to what they did', () => {
    const random = randomNumbers(1)
    const drawn = GIVEN.slice()
    for (let draw = 0; draw < 100; draw += 1) {
      drawWeights(GIVEN, SIBLINGS, 0.4, random, drawn)
      const [a = 0, b = 0, c = 0, d = 0, e = 0] = drawn
      expect(a + b + c).toBeCloseTo(1, 14)
      expect(d + e).toBeCloseTo(8, 14)
      // Before they are brought back, 0.6 to 1.4 of what they were.
      expect(a / b).toBeGreaterThan(((0.2 / 0.3) * 0.6) / 1.4)
      expect(a / b).toBeLessThan(((0.2 / 0.3) * 1.4) / 0.6)
    }
  })

  it('are those of the file where the margin is 0', () => {
    const drawn = new Float64Array(5)
    drawWeights(GIVEN, SIBLINGS, 0, randomNumbers(1), drawn)
    expect([...drawn]).toEqual([...GIVEN])
  })

  it('are multiplied by what the numbers say', () => {
    const drawn = new Float64Array(5)
    const said = [1, 0, 0.5, 0.75, 0.25]
    const random = () => said.shift() ?? 0
    drawWeights(GIVEN, SIBLINGS, 0.1, random, drawn)
    // 0.22, 0.27, 0.5 add up to 0.99; 3 * 1.05 and 5 * 0.95 to 7.9.
    const wanted = [0.22 / 0.99, 0.27 / 0.99, 0.5 / 0.99, 25.2 / 7.9, 38 / 7.9]
    for (const [index, weight] of wanted.entries()) {
      expect(drawn[index]).toBeCloseTo(weight, 14)
    }
  })
})

describe('random numbers', () => {
  it('are spread evenly between 0 and 1', () => {
    const random = randomNumbers(42)
    const counts = new Array<number>(10).fill(0)
    for (let i = 0; i < 100_000; i += 1) {
      const place = Math.floor(random() * 10)
      counts[place] = (counts[place] ?? 0) + 1
    }
    // Five standard errors of a tenth of 100,000: 5 * sqrt(9000) = 474.
    for (const count of counts) {
      expect(Math.abs(count - 10_000)).toBeLessThan(474)
    }
  })

  it('are others for seeds side by side, 0 among them', () => {
    const firsts = [0, 1, 2, 4294967295].map((seed) => randomNumbers(seed)())
    expect(new Set(firsts).size).toBe(4)
  })
})

describe('the places of a body', () => {
  it('are told by the nearest rank of those that it has', () => {
    // 1 .. 20 and two draws without a place: 5 of 100 of 20 is the first, 95 the 19th.
    const drawn = Uint32Array.from(
      [0, 0, ...new Array(20).keys()],
      (each, at) => (at < 2 ? 0 : each + 1),
    )
    expect(summedUp('x', 4, drawn, 3)).toEqual({
      id: 'x',
      place: 4,
      least: 1,
      most: 20,
      percentile5: 1,
      median: 10,
      percentile95: 19,
      keeps: 1 / 22,
      amongFirst: 3 / 22,
      withoutPlace: 2,
    })
  })
})
