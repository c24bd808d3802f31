import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('countIf', () => {
  it('counts the rows where the condition is true', () => {
    expect(resultOf('countIf([true, true, false])')).toBe('2')
  })

  it('is 0 where it is never true', () => {
    expect(resultOf('countIf([false, false])')).toBe('0')
  })

  it('does not count undecided rows', () => {
    expect(resultOf('countIf([missing, true])')).toBe('1')
  })

  it('is 0 of no rows', () => {
    expect(resultOf('countIf([])')).toBe('0')
    expect(resultOf('countIf([missing])')).toBe('0')
  })
})
