import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('max of a column', () => {
  it('takes the largest value of the rows', () => {
    expect(resultOf('max([3, -1/2, 2])')).toBe('3')
  })

  it('takes the only value of one row', () => {
    expect(resultOf('max([-4])')).toBe('-4')
  })

  it('skips rows without a value', () => {
    expect(resultOf('max([missing, -5, -7])')).toBe('-5')
  })

  it('is missing of no rows', () => {
    expect(resultOf('max([])')).toBe('NO_ROW_WITH_VALUE')
    expect(resultOf('max([missing])')).toBe('NO_ROW_WITH_VALUE')
  })
})
