import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('nthRoot', () => {
  it('is exact for powers of fractions', () => {
    expect(resultOf('nthRoot(16/81, 4)')).toBe('2/3')
    expect(resultOf('nthRoot(1024, 10)')).toBe('2')
  })

  it('takes an odd root of a negative number', () => {
    expect(resultOf('nthRoot(-128, 7)')).toBe('-2')
  })

  it('gives the number itself for degree 1', () => {
    expect(resultOf('nthRoot(-5/3, 1)')).toBe('-5/3')
  })

  it('reaches degree 1000: 10^0.3', () => {
    expect(resultOf('nthRoot(1, 1000)')).toBe('1')
    expect(resultOf('nthRoot(1e300, 1000)')).toBe(
      '~1.995262314968879601352455396739535557986…',
    )
  })

  it('agrees with the root of the root', () => {
    expect(resultOf('nthRoot(7, 4)')).toBe(
      '~1.626576561697785743211232345493760173018…',
    )
  })

  it('is missing for an even root of a negative', () => {
    expect(resultOf('nthRoot(-16, 2)')).toBe('EVEN_ROOT_OF_NEGATIVE')
  })

  it('is missing for a degree that is broken or outside 1..1000', () => {
    expect(resultOf('nthRoot(8, 2.5)')).toBe('ARGUMENT_OUT_OF_RANGE')
    expect(resultOf('nthRoot(8, 0)')).toBe('ARGUMENT_OUT_OF_RANGE')
    expect(resultOf('nthRoot(8, -3)')).toBe('ARGUMENT_OUT_OF_RANGE')
    expect(resultOf('nthRoot(8, 1001)')).toBe('ARGUMENT_OUT_OF_RANGE')
  })

  it('is missing where an argument is', () => {
    expect(resultOf('nthRoot(missing, 2)')).toBe('OPERAND_MISSING')
    expect(resultOf('nthRoot(8, missing)')).toBe('OPERAND_MISSING')
  })
})
