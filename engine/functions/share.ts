/** In which part of the decided rows a condition is true. */
import { divide, integer } from '../number/numeric.js'
import { booleansIn, codeIn } from './column.js'
import type { AggregateFunction } from './declaration.js'

export const share: AggregateFunction = {
  kind: 'aggregate',
  name: 'share',
  says: 'The rows where the condition is true divided by the rows where it is true or false. A share, 0..1.',
  absence:
    'Rows where the condition is missing are skipped above and below the line; of no rows it is missing.',
  columns: [{ name: 'condition', type: 'boolean', says: 'asked in every row' }],
  ofNothing: 'missing',
  examples: [
    { call: 'share([true, false, true])', gives: '2/3' },
    { call: 'share([true, missing])', gives: '1' },
    { call: 'share([])', gives: 'missing' },
  ],
  compute: (columns) => {
    const rows = booleansIn(columns, 0)
    return divide(integer(rows.filter(Boolean).length), integer(rows.length))
  },
  inColumns: (rows) =>
    rows.code.operation('divide', rows.sum(codeIn(rows, 0)), rows.count),
}
