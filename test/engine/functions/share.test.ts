import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('share', () => {
  it('divides the true rows by the decided ones', () => {
    expect(resultOf('share([true, false, false])')).toBe('1/3')
  })

  it('runs from none to all', () => {
    expect(resultOf('share([false, false])')).toBe('0')
    expect(resultOf('share([true])')).toBe('1')
  })

  it('leaves undecided rows out above and below the line', () => {
    expect(resultOf('share([true, false, missing, missing])')).toBe('0.5')
  })

  it('is missing of no decided rows', () => {
    expect(resultOf('share([])')).toBe('NO_ROW_WITH_VALUE')
    expect(resultOf('share([missing])')).toBe('NO_ROW_WITH_VALUE')
  })
})
