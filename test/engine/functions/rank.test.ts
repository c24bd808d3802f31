import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('rank', () => {
  it('leaves a gap after equal ones: 1, 2, 2, 4', () => {
    expect(resultOf('rank(9, [9, 7, 7, 4])')).toBe('1')
    expect(resultOf('rank(7, [9, 7, 7, 4])')).toBe('2')
    expect(resultOf('rank(4, [9, 7, 7, 4])')).toBe('4')
  })

  it('turns around where less is better', () => {
    expect(resultOf('rank(4, [9, 7, 7, 4], "less")')).toBe('1')
    expect(resultOf('rank(7, [9, 7, 7, 4], "less")')).toBe('2')
    expect(resultOf('rank(9, [9, 7, 7, 4], "less")')).toBe('4')
  })

  it('gives all the first place where all are equal', () => {
    expect(resultOf('rank(3, [3, 3, 3])')).toBe('1')
    expect(resultOf('rank(3, [3, 3, 3], "less")')).toBe('1')
  })

  it('gives the first place to a body alone', () => {
    expect(resultOf('rank(0, [0])')).toBe('1')
  })

  it('does not count bodies without a value', () => {
    expect(resultOf('rank(4, [missing, 9, 4])')).toBe('2')
  })

  it('is missing where the body has no value', () => {
    expect(resultOf('rank(missing, [9, 4])')).toBe('NOT_GIVEN')
  })
})
