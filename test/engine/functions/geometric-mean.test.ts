import { describe, expect, it } from 'vitest'
import { geometricMean } from '../../../engine/functions/geometric-mean.js'
import { integer, root, type Numeric } from '../../../engine/number/numeric.js'
import { ratio } from '../../../engine/number/ratio.js'
import { decimalText } from '../../../engine/number/text.js'
import { resultOf } from './run-call.js'

describe('geometricMean', () => {
  it('is exact where the root is (Wikipedia, Geometric mean: 4, 1 and 1/32)', () => {
    expect(resultOf('geometricMean([4, 1, 1/32])')).toBe('0.5')
    expect(resultOf('geometricMean([2, 18])')).toBe('6')
  })

  it('sees an exact root that the reduced fractions hide: sqrt(4/18)', () => {
    expect(resultOf('geometricMean([2/3, 1/6])')).toBe('1/3')
    expect(resultOf('geometricMean([4/9, 1/2])')).toBe(
      '~0.4714045207910316829338962414032326928565…',
    )
  })

  it('gives 40 right digits where the root is not exact: 120^(1/5)', () => {
    expect(resultOf('geometricMean([1, 2, 3, 4, 5])')).toBe(
      '~2.605171084697351892325766923928616328127…',
    )
  })

  it('takes the only value of one row', () => {
    expect(resultOf('geometricMean([7/3])')).toBe('7/3')
  })

  it('is zero with a zero and missing with a negative', () => {
    expect(resultOf('geometricMean([9, 0])')).toBe('0')
    expect(resultOf('geometricMean([9, -4])')).toBe(
      'NEGATIVE_IN_GEOMETRIC_MEAN',
    )
    expect(resultOf('geometricMean([0, -4])')).toBe(
      'NEGATIVE_IN_GEOMETRIC_MEAN',
    )
  })

  it('skips rows without a value and is missing of no rows', () => {
    expect(resultOf('geometricMean([missing, 4, 9])')).toBe('6')
    expect(resultOf('geometricMean([])')).toBe('NO_ROW_WITH_VALUE')
  })

  it('stays exact over thousands of equal rows', () => {
    expect(meanOf(Array.from({ length: 3000 }, () => ratio(3n, 2n)))).toBe(
      '1.5',
    )
  })

  it('neither overflows nor loses digits where the product is too long', () => {
    const values = Array.from({ length: 3000 }, (_, row) =>
      ratio(10n ** (row % 2 === 0 ? 399n : 400n)),
    )
    // The root of 10^399 * 10^400 is 10^399 * sqrt(10).
    expect(meanOf(values).slice(0, 51)).toBe(
      '316227766016837933199889354443271853371955513932521',
    )
  })

  it('takes roots among its values', () => {
    expect(meanOf([sqrtOf(2), sqrtOf(32)]).slice(0, 42)).toBe(
      '2.8284271247461900976033774484193961571393',
    )
  })
})

function meanOf(values: readonly Numeric[]): string {
  const mean = geometricMean.compute([values], [])
  return typeof mean === 'string' ? mean : decimalText(mean)
}

function sqrtOf(value: number): Numeric {
  const result = root(integer(value), 2)
  if (typeof result === 'string') throw new Error(result)
  return result
}
