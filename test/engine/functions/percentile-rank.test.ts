import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('percentileRank', () => {
  it('runs from 0 to 1', () => {
    expect(resultOf('percentileRank(1, [1, 2, 3, 4, 5])')).toBe('0')
    expect(resultOf('percentileRank(2, [1, 2, 3, 4, 5])')).toBe('0.25')
    expect(resultOf('percentileRank(5, [1, 2, 3, 4, 5])')).toBe('1')
  })

  it('counts half of the other equal ones: (1 + 2/2) / 4', () => {
    expect(resultOf('percentileRank(3, [1, 3, 3, 3, 5])')).toBe('0.5')
  })

  it('puts everybody in the middle where all are equal', () => {
    expect(resultOf('percentileRank(3, [3, 3, 3])')).toBe('0.5')
  })

  it('does not count bodies without a value', () => {
    expect(resultOf('percentileRank(4, [missing, 9, 4])')).toBe('0')
  })

  it('is missing for a body alone', () => {
    expect(resultOf('percentileRank(3, [3])')).toBe('TOO_FEW_VALUES')
  })

  it('is missing where the body has no value', () => {
    expect(resultOf('percentileRank(missing, [9, 4])')).toBe('NOT_GIVEN')
  })
})
