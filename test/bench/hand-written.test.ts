/** Places by hand, against what a place is: one more than the better bodies of the kind. */
import { describe, expect, it } from 'vitest'

import { writePlaces } from './hand-written/places.js'
import { randomOf } from './workload/random.js'

/** Sorted below 500 bodies, counted from there on. */
describe.each([30, 800])('of %i bodies', (count) => {
  const random = randomOf(1, count)
  const kind = new Float64Array(count)
  const totals = kind.map(() => random.whole(0, 300) / 100)
  kind.forEach((_, body) => {
    kind[body] = random.whole(0, 1)
    if (random.chance(0.1)) totals[body] = NaN
  })
  totals[0] = 100
  totals[1] = 0

  it('gives equal totals one place, and bodies without a total none', () => {
    const places = new Int32Array(count)
    writePlaces(kind, totals, places)
    const better = (body: number) =>
      totals.filter(
        (total, other) =>
          kind[other] === kind[body] && total > (totals[body] ?? NaN),
      ).length
    const expected = Array.from(totals, (total, body) =>
      Number.isNaN(total) ? 0 : 1 + better(body),
    )
    expect([...places]).toEqual(expected)
    expect(new Set(places).size).toBeLessThan(count)
  })
})
