/** A distribution counts each figure once, between round bounds. */
import { describe, expect, it } from 'vitest'

import { histogram } from '../../../studio/features/runs/histogram.js'

describe('a distribution', () => {
  it('has intervals of 1, 2 or 5 times a power of ten', () => {
    // From 0 to 100 by 5 are twenty intervals, the most there may be.
    const found = histogram(['0', '4.99', '5', '52', '100'])
    expect(found).toHaveLength(20)
    expect(found[0]).toEqual({ from: '0', to: '5', count: 2 })
    expect(found[1]).toEqual({ from: '5', to: '10', count: 1 })
    expect(found[10]).toEqual({ from: '50', to: '55', count: 1 })
  })

  it('has the greatest figure within its last interval', () => {
    expect(histogram(['0', '100']).at(-1)).toEqual({
      ...{ from: '95', to: '100', count: 1 },
    })
  })

  it('loses no figure, and reaches below zero', () => {
    const figures = ['-3.5', '-0.5', '0', '0.1', '2', '2', '7.25']
    const found = histogram(figures)
    const counted = found.reduce((sum, { count }) => sum + count, 0)
    expect(counted).toBe(figures.length)
    expect(found.some(({ from }) => from === '0')).toBe(true)
  })

  it('of figures that are all the same is none', () => {
    expect(histogram(['2', '2.0'])).toEqual([])
    expect(histogram([])).toEqual([])
  })
})
