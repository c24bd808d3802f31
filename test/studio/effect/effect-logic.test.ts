/** What the panel makes of an effect: a sentence, certainties, bars, the data that it is measured on. */
import { describe, expect, it } from 'vitest'

import type { DataSet } from '../../../studio/api/answers.js'
import { effectSummary } from '../../../studio/features/effect/effect-summary.js'
import {
  chooseDataSet,
  lookedAt,
} from '../../../studio/features/effect/load-effect-setting.js'
import {
  barOf,
  certaintyOf,
} from '../../../studio/features/effect/place-certainty.js'
import { rankingEffects } from '../../../studio/features/effect/ranking-effects.js'

const standingsOf = (places: Readonly<Record<string, number>>) => ({
  names: new Map<string, string | null>(),
  rankings: [
    {
      ...{ ranking: 'all', title: null, output: 'total' },
      standings: new Map(
        Object.entries(places).map(([id, place]) => [
          id,
          { place, group: null, total: null },
        ]),
      ),
      reasons: new Map<string, string>(),
    },
  ],
})

describe('an effect in a sentence', () => {
  it('counts who moves, who is new and who is gone, and finds the largest rise and fall', () => {
    const [effect] = rankingEffects(
      standingsOf({ a: 1, b: 2, c: 3, d: 4, e: 5 }),
      standingsOf({ e: 1, a: 2, c: 3, b: 4, f: 5 }),
    )
    const summary = effectSummary(effect?.bodies ?? [])
    expect(effect?.bodies.map(({ id }) => id).join('')).toBe('eacbfd')
    expect(summary).toMatchObject({
      ...{ bodies: 6, moved: 5, newlyPlaced: 1, noLongerPlaced: 1 },
      largestRise: { id: 'e', gained: 4 },
      largestFall: { id: 'b', gained: -2 },
    })
  })
})

describe('places when weights vary', () => {
  const interval = (keeps: number | null) => {
    return { id: 'a', place: 3, least: 2, most: 5, keeps }
  }

  it('are certain from 95 of 100 draws, and a toss-up below half', () => {
    expect(
      [0.95, 0.949, 0.5, 0.499, null].map((keeps) =>
        certaintyOf(interval(keeps)),
      ),
    ).toEqual([...['certain', 'open', 'open', 'toss-up', null]])
  })

  it('stand on a bar from the first place on the left', () => {
    expect(barOf(interval(1), 10)).toEqual({ start: 10, width: 40, place: 25 })
  })
})

describe('the data that an effect is measured on', () => {
  const set = (id: string, year: number) => ({ id, year }) as DataSet
  const sets = [set('new', 2026), set('late', 2025), set('early', 2025)]

  it('are the newest of the last year that the version scored', () => {
    expect(
      chooseDataSet(sets, [{ year: 2024 }, { year: 2025 }], null)?.id,
    ).toBe('late')
  })

  it('are those that were asked for, or else the newest of all', () => {
    expect(chooseDataSet(sets, [{ year: 2025 }], 'early')?.id).toBe('early')
    expect(chooseDataSet(sets, [], null)?.id).toBe('new')
    expect(chooseDataSet([], [], null)).toBeNull()
  })

  it('come with the earlier years that the run looked at', () => {
    const leftOut = [{ id: 'x', errors: [] }]
    const data = { sha256: 'a', previous: { sha256: 'b' } }
    expect(lookedAt({ data, leftOut })).toEqual({
      ...{ earlier: ['b'], leaveOutBroken: true },
    })
    const longer = { earlier: [{ sha256: 'b' }, { sha256: 'c' }] }
    expect(lookedAt({ data: longer, leftOut: [] }).earlier).toEqual(['b', 'c'])
  })
})
