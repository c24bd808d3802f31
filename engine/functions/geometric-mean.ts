/**
 * The geometric mean of a column.
 *
 * Fractions are brought to one denominator first: then the mean is a fraction
 * exactly where the product of the whole numbers above it has a whole root, and
 * the long product is never reduced. Decimals take the root of a product whose
 * exponent has no bound, so that many rows neither overflow nor lose digits.
 */
import type { Code } from '../columns/code/code.js'
import type { ColumnRows } from '../columns/lowering/column-rows.js'
import { bigNumber, bigRoot } from '../number/big-number.js'
import {
  bounded,
  isZero,
  sign,
  toBigNumber,
  ZERO,
  type Fault,
  type Numeric,
} from '../number/numeric.js'
import { commonDenominator, isShortRatio, ratio } from '../number/ratio.js'
import { wholeRoot } from '../number/whole-root.js'
import { codeIn, numbersIn } from './column.js'
import type { AggregateFunction } from './declaration.js'

/** Longer products are multiplied as decimals. */
const MOST_PRODUCT_DIGITS = 20_000

export const geometricMean: AggregateFunction = {
  kind: 'aggregate',
  name: 'geometricMean',
  says: 'The geometric mean of the column: (x1 * ... * xn)^(1/n); zero where an x is zero. Exact where the root is a fraction, else of 64 digits. In the unit of x, 0 or more.',
  absence:
    'Rows where x is missing are skipped; of no rows, or where an x is negative, it is missing.',
  columns: [{ name: 'x', type: 'number', says: '0 or more' }],
  ofNothing: 'missing',
  examples: [
    { call: 'geometricMean([2, 8])', gives: '4', note: 'the root of 16' },
    { call: 'geometricMean([1/2, 1/4, 1/8])', gives: '1/4' },
    {
      call: 'geometricMean([1, 2])',
      gives: '1.4142135623730950488016887242096980785…',
      note: 'the root of 2, OEIS A002193',
    },
    { call: 'geometricMean([5, 0])', gives: '0' },
    { call: 'geometricMean([5, -1])', gives: 'missing' },
  ],
  compute: (columns) => {
    const values = numbersIn(columns, 0)
    if (values.some((value) => sign(value) < 0)) {
      return 'NEGATIVE_IN_GEOMETRIC_MEAN'
    }
    if (values.some(isZero)) return ZERO
    return exactMean(values) ?? decimalMean(values)
  },
  inColumns: (rows) => meanCode(rows, codeIn(rows, 0)),
}

/** The mean where it is a fraction and the product is not too long, else null. */
function exactMean(values: readonly Numeric[]): Numeric | null {
  const fractions = values.filter((value) => value.kind === 'ratio')
  if (fractions.length < values.length) return null
  const denominator = commonDenominator(fractions)
  if (denominator === null) return null
  const wholes = fractions.map(
    (fraction) => fraction.numerator * (denominator / fraction.denominator),
  )
  const digits = wholes.reduce((sum, whole) => sum + `${whole}`.length, 0)
  if (digits > MOST_PRODUCT_DIGITS) return null
  const product = wholes.reduce((a, b) => a * b)
  const root = wholeRoot(product, values.length)
  return root === null ? null : ratio(root, denominator)
}

function decimalMean(values: readonly Numeric[]): Numeric | Fault {
  const one = bigNumber(1)
  let [product, divisor] = [one, one]
  for (const value of values) {
    if (value.kind === 'ratio' && isShortRatio(value)) {
      product = product.times(bigNumber(value.top))
      divisor = divisor.times(bigNumber(value.bottom))
    } else product = product.times(toBigNumber(value))
  }
  return bounded(bigRoot(product.div(divisor), values.length))
}

/**
 * The root of the product; where a long product leaves the range of doubles, by
 * the mean of the logarithms.
 */
function meanCode(rows: ColumnRows, x: Code): Code {
  const { code, count } = rows
  const product = productCode(rows, x)
  const isLong = code.operation('is-beyond', product, rows.least(x))
  const root = code.operation(
    'power',
    product,
    code.operation('divide', code.number(1), count),
  )
  const logarithms = rows.sum(code.operation('logarithm-where', x, isLong))
  const long = code.operation(
    'exponential',
    code.operation('divide', logarithms, count),
  )
  const made = code.select(isLong, long, root)
  if (x.facts.low >= 0) return made
  const isNegative = rows.any(code.operation('less', x, code.number(0)))
  return code.select(isNegative, code.number(NaN), made)
}

/** Factors below and above 1 apart, so that no product on the way leaves the range. */
function productCode(rows: ColumnRows, x: Code): Code {
  const { code } = rows
  const one = code.number(1)
  const size = x.facts.low >= 0 ? x : code.operation('absolute', x)
  const { low, high } = size.facts
  if (low >= 1 || high <= 1) return rows.product(size)
  return code.operation(
    'multiply',
    rows.product(code.operation('min', size, one)),
    rows.product(code.operation('max', size, one)),
  )
}
