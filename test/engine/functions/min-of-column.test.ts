import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('min of a column', () => {
  it('takes the smallest value of the rows', () => {
    expect(resultOf('min([3, -1/2, 2])')).toBe('-0.5')
  })

  it('takes the only value of one row', () => {
    expect(resultOf('min([4])')).toBe('4')
  })

  it('skips rows without a value', () => {
    expect(resultOf('min([missing, 5, 7])')).toBe('5')
  })

  it('is missing of no rows', () => {
    expect(resultOf('min([])')).toBe('NO_ROW_WITH_VALUE')
    expect(resultOf('min([missing])')).toBe('NO_ROW_WITH_VALUE')
  })
})
