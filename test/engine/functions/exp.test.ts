import { describe, expect, it } from 'vitest'
import { resultOf } from './run-call.js'

describe('exp', () => {
  it('is exactly 1 at zero', () => {
    expect(resultOf('exp(0)')).toBe('1')
  })

  it('gives the published digits of e and 1/e (OEIS A001113, A068985)', () => {
    expect(resultOf('exp(1)')).toBe(
      '~2.718281828459045235360287471352662497757…',
    )
    expect(resultOf('exp(-1)')).toBe(
      '~0.3678794411714423215955237701614608674458…',
    )
  })

  it('overflows instead of computing without end', () => {
    expect(resultOf('exp(23026)')).toBe('OVERFLOW')
    expect(resultOf('exp(1e400)')).toBe('OVERFLOW')
  })

  it('underflows instead of computing without end', () => {
    expect(resultOf('exp(-23026)')).toBe('UNDERFLOW')
    expect(resultOf('exp(-1e400)')).toBe('UNDERFLOW')
  })

  it('is missing where the number is', () => {
    expect(resultOf('exp(missing)')).toBe('OPERAND_MISSING')
  })
})
