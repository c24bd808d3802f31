/** The point of a column below which a given percentage of it lies. */
import { compare, divide, integer, sign } from '../number/numeric.js'
import { codeAt, numberAt } from './arguments.js'
import { codeIn, numbersIn } from './column.js'
import type { AggregateFunction } from './declaration.js'
import { quantile } from './quantile.js'
import { unlessFault } from './total.js'

const HUNDRED = integer(100)

export const percentile: AggregateFunction = {
  kind: 'aggregate',
  name: 'percentile',
  says: 'The percentile of the column by linear interpolation (R-7): h = (n - 1)*p/100; x[floor h] + (h - floor h)*(x[floor h + 1] - x[floor h]), the smallest being x[0]. In the unit of x.',
  absence:
    'Rows where x is missing are skipped; of no rows, or with p outside 0..100, it is missing.',
  source:
    'Hyndman, R. J. and Fan, Y. (1996), Sample Quantiles in Statistical Packages, The American Statistician 50(4), p. 363, definition 7, doi:10.2307/2684934',
  columns: [{ name: 'x', type: 'number', says: 'any number' }],
  settings: [
    {
      name: 'p',
      type: 'number',
      says: 'percent of the column that lies below; 50 gives the median',
      range: { least: 0, most: 100 },
    },
  ],
  ofNothing: 'missing',
  examples: [
    {
      call: 'percentile([10, 20, 30, 40], 25)',
      gives: '17.5',
      note: 'h = 3 * 0.25 = 0.75; 10 + 0.75 * 10',
    },
    { call: 'percentile([10, 20, 30, 40], 100)', gives: '40' },
    { call: 'percentile([10, missing, 20], 50)', gives: '15' },
  ],
  compute: (columns, settings) => {
    const p = numberAt(settings, 0)
    if (sign(p) < 0 || compare(p, HUNDRED) > 0) return 'ARGUMENT_OUT_OF_RANGE'
    return unlessFault(divide(p, HUNDRED), (share) =>
      quantile(numbersIn(columns, 0), share),
    )
  },
  inColumns: (rows, settings) => {
    const { code } = rows
    const p = codeAt(settings, 0)
    const [none, all] = [code.number(0), code.number(100)]
    const share = code.operation('divide', p, all)
    const made = rows.quantile(codeIn(rows, 0), share)
    if (p.kind === 'number' && p.value > 0 && p.value < 100) return made
    const isInside = code.operation(
      'and',
      code.operation('less-or-equal', none, p),
      code.operation('less-or-equal', p, all),
    )
    return code.select(isInside, made, code.number(NaN))
  },
}
