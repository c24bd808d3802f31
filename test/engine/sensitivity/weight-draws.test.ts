/** How far places hang on the weights: two criteria, so that it can be said by hand when the order swaps. */
import { describe, expect, it } from 'vitest'

import { blocksTarget, DrawsRefused } from '../../../engine/index.js'
import { bodyOf, drawsOf } from './draws-of.js'

const TWO = `
  indicators:
    a: { under: total, weight: 0.5 }
    b: { under: total, weight: 0.5 }
  criteria:
    total: { aggregate: arithmetic }
  rankings:
    places: { output: total }
`

// x stands before y where 1 * wa > 0.5 * wa + 0.6 * wb, that is wa > 1.2 wb.
const CLOSE = [
  { id: 'x', a: 1, b: 0 },
  { id: 'y', a: 0.5, b: 0.6 },
]

describe('draws of the weights', () => {
  it('change no place where the margin is 0', async () => {
    const drawn = await drawsOf(TWO, CLOSE, { margin: 0 })
    expect(bodyOf(drawn, 'y')).toEqual({
      id: 'y',
      place: 1,
      least: 1,
      most: 1,
      percentile5: 1,
      median: 1,
      percentile95: 1,
      keeps: 1,
      amongFirst: 1,
      withoutPlace: 0,
    })
    expect(bodyOf(drawn, 'x')).toMatchObject({
      place: 2,
      least: 2,
      most: 2,
      keeps: 1,
      amongFirst: 0,
    })
  })

  it('never swap bodies of which one is better in everything', async () => {
    const bodies = [
      { id: 'low', a: 0.1, b: 0.2 },
      { id: 'high', a: 0.8, b: 0.9 },
    ]
    const drawn = await drawsOf(TWO, bodies, { margin: 1 })
    expect(bodyOf(drawn, 'high')).toMatchObject({ least: 1, most: 1, keeps: 1 })
    expect(bodyOf(drawn, 'low')).toMatchObject({ least: 2, most: 2, keeps: 1 })
  })

  it('never swap two bodies where no weights within the margin do', async () => {
    // At 5 % wa is at most 1.05 / 0.95 = 1.105 wb, less than the 1.2 that are needed.
    const drawn = await drawsOf(TWO, CLOSE, { margin: 0.05, draws: 2000 })
    expect(bodyOf(drawn, 'x')).toMatchObject({ place: 2, least: 2, most: 2 })
  })

  it('swap them in the share of draws that geometry gives', async () => {
    // wa = (1 + m s) / 2, wb = (1 + m t) / 2 with s, t even in -1 .. 1 and m = 1/2:
    // s > 1.2 t + 0.4. Of the square 2 x 2 the part with s above the line is
    // the integral of 0.6 - 1.2 t over t from -1 to 1/2, less what is cut off
    // where the line lies below -1 (t < -7/6: nowhere): 1.35 of 4.
    const drawn = await drawsOf(TWO, CLOSE, { margin: 0.5, draws: 20_000 })
    const { amongFirst, keeps, least, most } = bodyOf(drawn, 'x')
    expect({ least, most }).toEqual({ least: 1, most: 2 })
    // Four standard errors of a share of 0.3375 in 20,000 draws.
    const error = 4 * Math.sqrt((0.3375 * 0.6625) / 20_000)
    expect(Math.abs(amongFirst - 0.3375)).toBeLessThan(error)
    expect(keeps).toBeCloseTo(1 - amongFirst, 12)
  })

  it('are the same for the same seed and others for another', async () => {
    const options = { margin: 0.5, draws: 200 }
    const once = await drawsOf(TWO, CLOSE, { ...options, seed: 7 })
    const again = await drawsOf(TWO, CLOSE, { ...options, seed: 7 })
    const other = await drawsOf(TWO, CLOSE, { ...options, seed: 8 })
    expect(again).toEqual(once)
    expect(bodyOf(other, 'x').amongFirst).not.toBe(bodyOf(once, 'x').amongFirst)
  })

  it('are the same by closures over blocks as by generated loops', async () => {
    const options = { margin: 0.5, draws: 200 }
    const generated = await drawsOf(TWO, CLOSE, options)
    expect(await drawsOf(TWO, CLOSE, options, blocksTarget)).toEqual(generated)
  })

  it('leave a body without a figure without a place, and count it', async () => {
    const bodies = [...CLOSE, { id: 'z', a: 1 }]
    const drawn = await drawsOf(TWO, bodies, { draws: 60 })
    expect(bodyOf(drawn, 'z')).toEqual({
      id: 'z',
      place: null,
      least: null,
      most: null,
      percentile5: null,
      median: null,
      percentile95: null,
      keeps: null,
      amongFirst: 0,
      withoutPlace: 60,
    })
  })

  it('count a body that only some weights keep out of the ranking', async () => {
    const rules = TWO.replace(
      '{ output: total }',
      '{ output: total, where: total >= 0.52 }',
    )
    const drawn = await drawsOf(
      rules,
      [
        { id: 'x', a: 1, b: 0 },
        { id: 'y', a: 0.6, b: 0.6 },
      ],
      { margin: 0.5, draws: 400 },
    )
    const { place, withoutPlace } = bodyOf(drawn, 'x')
    expect(place).toBeNull()
    expect(withoutPlace).toBeGreaterThan(100)
    expect(withoutPlace).toBeLessThan(300)
    expect(bodyOf(drawn, 'y').withoutPlace).toBe(0)
  })

  it('vary weights that the file leaves equal, and name all of them', async () => {
    const rules = TWO.replaceAll(', weight: 0.5', '')
    const drawn = await drawsOf(rules, CLOSE, { margin: 0.5 })
    expect(drawn.weights).toEqual([
      { criterion: 'score(a)', parent: 'total', weight: 1 },
      { criterion: 'score(b)', parent: 'total', weight: 1 },
    ])
    expect(bodyOf(drawn, 'x')).toMatchObject({ least: 1, most: 2 })
  })

  it('give tied bodies the same place, dense or not, and less first where less is better', async () => {
    const bodies = [
      { id: 'p', a: 2, b: 2 },
      { id: 'q', a: 2, b: 2 },
      { id: 'r', a: 9, b: 9 },
      { id: 's', a: 1, b: 1 },
    ]
    const ranking = (words: string) =>
      TWO.replace('{ output: total }', `{ output: total, ${words} }`)
    const places = async (words: string) => {
      const drawn = await drawsOf(ranking(words), bodies, { draws: 10 })
      return ['p', 'q', 'r', 's'].map((id) => {
        const { place, least, most } = bodyOf(drawn, id)
        return [place, least, most]
      })
    }
    const thrice = (numbers: readonly number[]) =>
      numbers.map((each) => [each, each, each])
    expect(await places('ties: competition')).toEqual(thrice([2, 2, 1, 4]))
    expect(await places('ties: dense')).toEqual(thrice([2, 2, 1, 3]))
    expect(await places('ties: competition, better: less')).toEqual(
      thrice([2, 2, 4, 1]),
    )
    expect(await places('ties: dense, better: less')).toEqual(
      thrice([2, 2, 3, 1]),
    )
  })

  it('count places in each group by themselves', async () => {
    const rules = `
      indicators:
        a: { under: total, weight: 0.5 }
        b: { under: total, weight: 0.5 }
      inputs:
        kind: { type: level, values: [city, region], cite: "1" }
      populations:
        kinds: { by: kind, title: Kinds, cite: "1" }
      criteria:
        total: { aggregate: arithmetic }
      rankings:
        places: { output: total, among: kinds }
    `
    const drawn = await drawsOf(rules, [
      { id: 'c1', kind: 'city', a: 9, b: 9 },
      { id: 'c2', kind: 'city', a: 7, b: 7 },
      { id: 'r1', kind: 'region', a: 8, b: 8 },
      { id: 'r2', kind: 'region', a: 1, b: 1 },
    ])
    const found = ['c1', 'c2', 'r1', 'r2'].map((id) => {
      const { place, least, most } = bodyOf(drawn, id)
      return [place, least, most]
    })
    expect(found).toEqual([
      [1, 1, 1],
      [2, 2, 2],
      [1, 1, 1],
      [2, 2, 2],
    ])
  })

  it('break ties by the further figure of the file', async () => {
    const rules = TWO.replace(
      '{ output: total }',
      '{ output: total, ties: { by: a } }',
    )
    const bodies = [
      { id: 'p', a: 1, b: 1 },
      { id: 'q', a: 5, b: 5 },
    ]
    const drawn = await drawsOf(rules, bodies, { draws: 20 })
    expect(bodyOf(drawn, 'q')).toMatchObject({ place: 1, least: 1, most: 1 })
    expect(bodyOf(drawn, 'p')).toMatchObject({ place: 2, least: 2, most: 2 })
  })

  it('can be stopped, and say how many were made', async () => {
    const heard: number[] = []
    const watch = {
      made: (draws: number) => void heard.push(draws),
      isStopped: () => heard.length === 2,
    }
    const drawn = await drawsOf(TWO, CLOSE, { draws: 500, watch })
    expect(heard).toEqual([50, 100])
    expect(drawn).toMatchObject({ draws: 100, isStopped: true })
    const { keeps } = bodyOf(drawn, 'x')
    expect(keeps).toBe(1)
  })
})

describe('draws are refused', () => {
  it.each([
    [{ draws: 0 }, /draws: 0 is not a whole number from 1 to 100000/],
    [{ margin: 1.5 }, /margin of 1\.5 is none/],
    [{ seed: -1 }, /seed: -1/],
    [{ rankings: ['place'] }, /Did you mean "places"\?/],
  ])('for %j', async (options, words) => {
    const refused = drawsOf(TWO, CLOSE, options)
    await expect(refused).rejects.toThrow(DrawsRefused)
    await expect(refused).rejects.toThrow(words)
  })

  it('where there is no ranking', async () => {
    const rules = TWO.slice(0, TWO.indexOf('  rankings'))
    await expect(drawsOf(rules, CLOSE)).rejects.toThrow(/has no rankings/)
  })

  it('where nothing has a weight', async () => {
    const rules = TWO.replaceAll(', weight: 0.5', '').replace(
      'arithmetic',
      'sum',
    )
    await expect(drawsOf(rules, CLOSE)).rejects.toThrow(
      /no weights that can be drawn/,
    )
  })
})
