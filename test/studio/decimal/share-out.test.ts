/** Expected weights are worked out by hand beside each test. */
import { describe, expect, it } from 'vitest'

import {
  readShare,
  shareText,
  sumOf,
} from '../../../studio/decimal/exact-share.js'
import { shareOut } from '../../../studio/decimal/share-out.js'

const named = (...weights: readonly string[]) =>
  weights.map((weight, index) => ({ key: 'abcdef'[index] ?? '', weight }))

function sum(...weights: readonly string[]): string {
  return shareText(sumOf(weights.flatMap((each) => readShare(each) ?? [])))
}

describe('the sum of weights', () => {
  it('adds decimals that floats cannot add', () => {
    expect(sum('0.1', '0.2')).toBe('0.3')
    expect(sum('0.45', '0.3', '0.25')).toBe('1')
  })

  it('adds thirds to one', () => {
    expect(sum('1/3', '1/3', '1/3')).toBe('1')
    expect(sum('1/3', '1/3')).toBe('2/3')
  })

  it('takes the name of a parameter for no number', () => {
    expect(readShare('weight_of_goals')).toBeNull()
    expect(readShare('')).toBeNull()
    expect(readShare('1/0')).toBeNull()
  })
})

describe('sharing out the rest', () => {
  // 1 - (0.5 + 0.3 + 0.25) = -0.05, half of it each.
  it('takes from the others in equal parts what the changed weight has gained', () => {
    expect(shareOut(named('0.5', '0.3', '0.25'), '1', 'equal', 'a')).toEqual([
      { key: 'b', weight: '0.275' },
      { key: 'c', weight: '0.225' },
    ])
  })

  // -0.05 * 0.3 / 0.55 = -0.02727..., -0.05 * 0.25 / 0.55 = -0.02272...:
  // 0.27272... and 0.22727..., cut to 0.272 and 0.227; the one lost goes to
  // the larger remainder, 0.00072.
  it('keeps the proportions of the others as nearly as three digits can, and the sum exactly', () => {
    const shared = shareOut(
      named('0.5', '0.3', '0.25'),
      '1',
      'proportional',
      'a',
    )
    expect(shared).toEqual([
      { key: 'b', weight: '0.273' },
      { key: 'c', weight: '0.227' },
    ])
    expect(sum('0.5', '0.273', '0.227')).toBe('1')
  })

  it('keeps a weight of nothing at nothing', () => {
    expect(
      shareOut(named('0.4', '0.5', '0'), '1', 'proportional', 'a'),
    ).toEqual([{ key: 'b', weight: '0.6' }])
    expect(
      shareOut(named('0.4', '0', '0'), '1', 'proportional', 'a'),
    ).toBeNull()
  })

  it('shares fractions as fractions', () => {
    // 1 - (1/2 + 1/3 + 1/3) = -1/6, a twelfth each: 1/3 - 1/12 = 1/4.
    expect(shareOut(named('1/2', '1/3', '1/3'), '1', 'equal', 'a')).toEqual([
      { key: 'b', weight: '0.25' },
      { key: 'c', weight: '0.25' },
    ])
  })

  it('reaches another declared total', () => {
    expect(shareOut(named('40', '30'), '100', 'equal')).toEqual([
      { key: 'a', weight: '55' },
      { key: 'b', weight: '45' },
    ])
  })

  it('leaves weights that add up as they are written', () => {
    expect(shareOut(named('0.50', '0.50'), '1', 'equal')).toEqual([])
  })

  it('does not make a weight negative', () => {
    expect(shareOut(named('0.99', '0.3', '0.01'), '1', 'equal', 'a')).toBeNull()
  })

  it('does nothing where a weight is the name of a parameter', () => {
    expect(shareOut(named('0.5', 'w'), '1', 'equal')).toBeNull()
  })

  // 1 - 0 = 1 over three: 0.333 each, and the thousandth left to the first.
  it('gives the last thousandth to one of three equal shares', () => {
    expect(shareOut(named('0', '0', '0'), '1', 'equal')).toEqual([
      { key: 'a', weight: '0.334' },
      { key: 'b', weight: '0.333' },
      { key: 'c', weight: '0.333' },
    ])
  })
})
