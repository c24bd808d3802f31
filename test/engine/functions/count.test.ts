import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('count', () => {
  it('counts the rows that have a value', () => {
    expect(resultOf('count([4, missing, 6])')).toBe('2')
  })

  it('counts zero and false as values', () => {
    expect(resultOf('count([0, 0])')).toBe('2')
    expect(resultOf('count([false])')).toBe('1')
  })

  it('is 0 of no rows', () => {
    expect(resultOf('count([])')).toBe('0')
    expect(resultOf('count([missing])')).toBe('0')
  })
})
