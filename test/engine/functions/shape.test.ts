/** Expected figures by Python's fractions and, for samples, scipy.stats.skew and kurtosis with bias=False. */
import { describe, expect, it } from 'vitest'
import {
  isBeyond,
  shapeOf,
  wholeNumbers,
} from '../../../engine/functions/shape.js'
import { parseFraction } from '../../../engine/number/text.js'
import type { Numeric } from '../../../engine/number/numeric.js'
import { resultOf } from './run-call.js'

function number(text: string): Numeric {
  const read = parseFraction(text)
  if (typeof read === 'string') throw new Error(read)
  return read
}

const numbers = (...texts: string[]) => wholeNumbers(texts.map(number))

describe('skewness', () => {
  it('has the sign of the long tail', () => {
    // mean 1; m3 = 12, m2 = 4: 12 / 8
    expect(resultOf('skewness([0, 0, 0, 0, 5])')).toBe('1.5')
    expect(resultOf('skewness([5, 5, 5, 5, 0])')).toBe('-1.5')
    expect(resultOf('skewness([1, 2, 3])')).toBe('0')
  })

  it('is that of the example of COINr: 1 to 10, 30 and 100', () => {
    // fractions: m3^2 / m2^3, its root; scipy.stats.skew(bias=False)
    const values = '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100]'
    expect(resultOf(`skewness(${values})`)).toBe(
      '~2.666209094338597601105731061399573771006…',
    )
    expect(resultOf(`skewness(${values}, "sample")`)).toBe(
      '~3.063241034239498952249139828683094739844…',
    )
  })

  it('does not change with the unit', () => {
    expect(resultOf('skewness([0, 0, 0, 0, 1/7])')).toBe('1.5')
  })

  it('is missing where there is no width, or no three of a sample', () => {
    expect(resultOf('skewness([4, 4, 4])')).toBe('DIVISION_BY_ZERO')
    expect(resultOf('skewness([1, 2], "sample")')).toBe('TOO_FEW_VALUES')
    expect(resultOf('skewness([])')).toBe('NO_ROW_WITH_VALUE')
  })

  it('skips rows without a value', () => {
    expect(resultOf('skewness([missing, 0, 0, 0, 0, 5])')).toBe('1.5')
  })
})

describe('kurtosis', () => {
  it('is 0 for the normal distribution, so that 3 is taken away', () => {
    // m4 = 52, m2 = 4: 52 / 16 - 3; sample (6 * 0.25 + 6) * 4 / (3 * 2)
    expect(resultOf('kurtosis([0, 0, 0, 0, 5])')).toBe('0.25')
    expect(resultOf('kurtosis([0, 0, 0, 0, 5], "sample")')).toBe('5')
    expect(resultOf('kurtosis([1, 3])')).toBe('-2')
  })

  it('is that of the example of COINr', () => {
    const values = '[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100]'
    expect(resultOf(`kurtosis(${values})`)).toBe('58057152474/10240428025')
    expect(resultOf(`kurtosis(${values}, "sample")`)).toBe(
      '498780058524/51202140125',
    )
  })

  it('is missing where there is no width, or no four of a sample', () => {
    expect(resultOf('kurtosis([4, 4, 4])')).toBe('DIVISION_BY_ZERO')
    expect(resultOf('kurtosis([1, 2, 4], "sample")')).toBe('TOO_FEW_VALUES')
  })
})

describe('limits of skewness and kurtosis', () => {
  const at = (skewness: string, kurtosis: string) => ({
    skewness: number(skewness),
    kurtosis: number(kurtosis),
  })

  it('hold up to and including themselves, exactly', () => {
    const shape = shapeOf(numbers('0', '0', '0', '0', '5'), 'population')
    if (typeof shape === 'string') throw new Error(shape)
    expect(isBeyond(shape, at('1.5', '0'))).toBe(false)
    expect(isBeyond(shape, at('1.4999999999999999999', '0.25'))).toBe(false)
    expect(
      isBeyond(shape, at('1.4999999999999999999', '0.2499999999999999999')),
    ).toBe(true)
  })

  it('look at the size of the skewness, not at its sign', () => {
    const shape = shapeOf(numbers('5', '5', '5', '5', '0'), 'population')
    expect(typeof shape === 'object' && isBeyond(shape, at('1', '0'))).toBe(
      true,
    )
  })
})
