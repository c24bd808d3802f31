import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('mean', () => {
  it('divides the sum by the number of rows', () => {
    expect(resultOf('mean([1, 2, 4])')).toBe('7/3')
    expect(resultOf('mean([-1, 1])')).toBe('0')
  })

  it('counts zero as a value', () => {
    expect(resultOf('mean([0, 10])')).toBe('5')
  })

  it('does not count rows without a value', () => {
    expect(resultOf('mean([missing, 10])')).toBe('10')
  })

  it('is missing of no rows', () => {
    expect(resultOf('mean([])')).toBe('NO_ROW_WITH_VALUE')
  })
})
